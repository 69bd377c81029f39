using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Tallying;

public sealed class TallyServiceTests(AzuriteFixture azurite)
{
    private static readonly ResponsePartition Partition = new("r", "813", 0);

    [Fact]
    public async Task The_tally_is_that_of_the_held_responses()
    {
        await using var survey = await SurveyAsync();
        var keys = await survey.SubmitManyAsync("r", 12);
        await survey.SubmitAsync("r", keys[0], hours: 31);
        await survey.WithdrawAsync("r", keys[1]);
        await survey.SubmitAsync("r", keys[2], la: "370");
        await survey.TallyChangedAsync("r");
        Assert.Equal(11, (await survey.AssertTalliedAsync("r")).Count);
        Assert.Equal([1L, 10L], (await survey.TalliesAsync("r")).Values.Select(tally => tally.Responses));
    }

    [Fact]
    public async Task A_partition_that_everybody_left_has_an_empty_tally()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        await survey.TallyAsync(Partition);
        await survey.WithdrawAsync("r", key);
        await survey.TallyAsync(Partition);
        Assert.Empty(await survey.AssertTalliedAsync("r"));
    }

    [Fact]
    public async Task A_message_for_a_clean_partition_costs_one_read()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 5);
        await survey.TallyAsync(Partition);
        var before = await TallyVersionAsync(survey);

        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        await process.TallyAsync(Partition);
        Assert.Equal(1, requests.Count);
        Assert.Equal(before, await TallyVersionAsync(survey));
    }

    [Fact]
    public async Task A_message_for_a_partition_that_never_had_a_response_does_nothing()
    {
        await using var survey = await SurveyAsync();
        await survey.TallyAsync(new ResponsePartition("r", "370", 0));
        Assert.Empty(await survey.TalliesAsync("r"));
    }

    [Fact]
    public async Task A_message_that_comes_twice_or_late_changes_nothing()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 3);
        await survey.TallyAsync(Partition);
        var first = TallyJson.Hash((await survey.TalliesAsync("r"))["813"]);
        await survey.Get<ResponseStore>().MarkDirtyAsync(Partition, CancellationToken.None);
        await survey.TallyAsync(Partition);
        await survey.TallyAsync(Partition);
        Assert.Equal(first, TallyJson.Hash((await survey.TalliesAsync("r"))["813"]));
        await survey.AssertTalliedAsync("r");
    }

    [Fact]
    public async Task Many_counts_of_one_partition_at_once_agree_while_responses_come_in()
    {
        await using var survey = await SurveyAsync();
        await using var another = survey.Another();
        await survey.SubmitManyAsync("r", 10);
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, 6).Select(number => Task.Run(() => (number % 2 == 0 ? survey : another).TallyAsync(Partition))),
            Task.Run(() => survey.SubmitManyAsync("r", 20)),
        ]);
        await survey.TallyChangedAsync("r");
        Assert.Equal(30, (await survey.AssertTalliedAsync("r")).Count);
    }

    /// <summary>The response comes in just before each request of the count in turn: before the marker is read, before the scan, before the tally is written, before the marker is cleared.</summary>
    [Fact]
    public async Task A_response_that_comes_in_during_the_count_is_counted_or_leaves_the_partition_to_be_counted_again()
    {
        await using var survey = await SurveyAsync();
        var wasLeftDirty = false;
        for (var number = 1; ; number++)
        {
            var round = $"r{number}";
            var partition = Partition with { Round = round };
            await survey.PutRoundAsync(round);
            await survey.SubmitAsync(round, Synthetic.NewKey());

            var requests = new StorageRequests { Before = request => request.Number == number ? survey.SubmitAsync(round, Synthetic.NewKey(), hours: 7) : Task.CompletedTask };
            await using var process = survey.Another(requests);
            await process.TallyAsync(partition);
            if (requests.Count < number) break;

            var counted = (await survey.TalliesAsync(round))["813"].Responses;
            var isDirty = await survey.IsDirtyAsync(partition);
            Assert.True(counted == 2 || isDirty, $"The response that came in before request {number} is lost.");
            wasLeftDirty |= counted == 1 && isDirty;
            await survey.TallyAsync(partition);
            Assert.Equal(2, (await survey.AssertTalliedAsync(round)).Count);
        }

        Assert.True(wasLeftDirty);
    }

    /// <summary>Another process takes in a response and counts it, just before each request of a slow count in turn.</summary>
    [Fact]
    public async Task A_count_overtaken_by_another_does_not_write_over_it()
    {
        await using var survey = await SurveyAsync();
        for (var number = 1; ; number++)
        {
            var round = $"r{number}";
            var partition = Partition with { Round = round };
            await survey.PutRoundAsync(round);
            await survey.SubmitAsync(round, Synthetic.NewKey());
            var wasOvertaken = false;
            var requests = new StorageRequests
            {
                Before = async request =>
                {
                    if (request.Number != number) return;
                    wasOvertaken = true;
                    await survey.SubmitAsync(round, Synthetic.NewKey(), hours: 7);
                    await survey.TallyAsync(partition);
                },
            };
            await using var slow = survey.Another(requests);
            await slow.TallyAsync(partition);
            if (!wasOvertaken) return;
            Assert.False(await survey.IsDirtyAsync(partition));
            Assert.Equal(2, (await survey.AssertTalliedAsync(round)).Count);
        }
    }

    /// <summary>A marker is clean only once the count is stored and the publication asked for.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_count_killed_at_any_request_is_done_again_and_its_publication_asked_for(bool carriedOut)
    {
        await using var survey = await SurveyAsync();
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        for (var number = 1; ; number++)
        {
            var round = $"r{number}";
            await survey.PutRoundAsync(round);
            await survey.SubmitAsync(round, Synthetic.NewKey());
            var messages = await survey.QueueLengthAsync(QueueNames.Publish);
            requests.KillAt(number, carriedOut);
            var wasKilled = await Record.ExceptionAsync(() => process.TallyAsync(Partition with { Round = round })) is KilledException;

            await survey.TallyChangedAsync(round);
            Assert.Single(await survey.AssertTalliedAsync(round));
            Assert.True(await survey.QueueLengthAsync(QueueNames.Publish) > messages);
            if (!wasKilled) return;
        }
    }

    private static async Task<Azure.ETag> TallyVersionAsync(TestSurvey survey) => await survey.Get<TallyStore>().VersionAsync(Partition, CancellationToken.None);

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        return survey;
    }
}
