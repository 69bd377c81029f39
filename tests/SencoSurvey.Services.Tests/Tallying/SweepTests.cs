using System.Text.Json;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Tallying;

public sealed class SweepTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_partition_whose_message_was_lost_gets_another_one()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        foreach (var round in new[] { "one", "two" })
        {
            await survey.PutRoundAsync(round);
            await survey.SubmitAsync(round, Synthetic.NewKey(), la: "813");
            await survey.SubmitAsync(round, Synthetic.NewKey(), la: "370");
        }

        await survey.TallyAsync(new ResponsePartition("one", "813", 0));
        await survey.Storage.TallyQueue.ClearMessagesAsync();

        await using var timer = survey.Another();
        await timer.Get<TallyService>().SweepAsync(CancellationToken.None);
        var messages = await Eventually.GetAsync(() => ReceiveAsync(survey), found => found.Count == 3, "a message for each partition that was not counted");
        Assert.Equal([new("one", "370", 0), new("two", "370", 0), new("two", "813", 0)], messages.OrderBy(message => message.Round).ThenBy(message => message.La));

        foreach (var message in messages) await timer.TallyAsync(message.Partition());
        await survey.AssertTalliedAsync("one");
        await survey.AssertTalliedAsync("two");
    }

    [Fact]
    public async Task A_sweep_of_counted_partitions_sends_nothing()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.SubmitAsync("r", Synthetic.NewKey());
        await survey.TallyChangedAsync("r");
        await survey.Storage.TallyQueue.ClearMessagesAsync();
        survey.Time.Advance(TimeSpan.FromMinutes(5));
        await survey.Get<TallyService>().SweepAsync(CancellationToken.None);
        Assert.Equal(0, await survey.QueueLengthAsync(QueueNames.Tally));
    }

    /// <summary>All that were seen so far: they stay in the queue.</summary>
    private static async Task<IReadOnlyList<TallyMessage>> ReceiveAsync(TestSurvey survey) =>
        [.. (await survey.Storage.TallyQueue.PeekMessagesAsync(32)).Value.Select(message => JsonSerializer.Deserialize<TallyMessage>(message.MessageText, JsonSerializerOptions.Web)!)];
}
