using Azure;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

public sealed class PublicationStoreTests(AzuriteFixture azurite)
{
    private static readonly Scope Scope = Scope.Parse("la/813");

    [Fact]
    public async Task A_publication_has_a_row_of_typed_columns_for_each_figure()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var round = await survey.PutRoundAsync("r");
        await PublishAsync(survey, round, responses: 24);
        var publication = await AssertWholeAsync(survey, "r");
        var rows = await survey.StatisticsAsync("r");

        var mean = Assert.Single(rows, row => row.RowKey == "number|hoursAllocated|mean");
        Assert.Equal(publication!.Numbers["hoursAllocated"].Mean, Assert.IsType<double>(mean["Value"]));
        Assert.Equal((24L, 24L, 0L), (Assert.IsType<long>(mean["Count"]), Assert.IsType<long>(mean["Base"]), Assert.IsType<long>(mean["Missing"])));
        Assert.Equal(TestSurvey.Start, Assert.IsType<DateTimeOffset>(mean["PublishedAt"]));
        Assert.Equal(("la/813", "North Lincolnshire"), (mean.GetString("Scope"), mean.GetString("ScopeName")));
        Assert.Equal(("number", "hoursAllocated", "mean"), (mean.GetString("Kind"), mean.GetString("Measure"), mean.GetString("Statistic")));

        // A whole number stays a decimal column, or the column would have two types.
        Assert.Equal(24.0, Assert.IsType<double>(Assert.Single(rows, row => row.RowKey == "base|responses|count")["Value"]));
        var share = Assert.Single(rows, row => row.RowKey == "indicator|belowMinimumTime|percent");
        Assert.All([share["Value"], share["Lower"], share["Upper"]], value => Assert.IsType<double>(value));
    }

    [Fact]
    public async Task A_long_questionnaire_takes_several_transactions_and_none_of_its_rows_is_missing()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var round = await survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1" });
        await PublishAsync(survey, round, responses: 12);
        await PublishAsync(survey, round, responses: 24);
        await AssertWholeAsync(survey, "r");
        Assert.True((await survey.StatisticsAsync("r")).Count > 100);
    }

    [Fact]
    public async Task The_pointer_is_switched_when_all_else_is_there_and_the_old_rows_go_last()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var round = await survey.PutRoundAsync("r");
        await PublishAsync(survey, round, responses: 12);
        var before = await PointerAsync(survey, "r");

        var (files, rows) = (0, 0);
        var requests = new StorageRequests
        {
            Before = async request =>
            {
                if (!request.Target.StartsWith("Publications", StringComparison.Ordinal) || request.Method is not ("PUT" or "PATCH" or "POST")) return;
                files = await survey.Storage.PublicationFiles.GetBlobsAsync().CountAsync();
                rows = (await survey.StatisticsAsync("r")).Count;
                Assert.Equal(before, await PointerAsync(survey, "r"));
            },
        };
        await using var process = survey.Another(requests);
        await PublishAsync(process, round, responses: 24);
        Assert.Equal(2, files);
        Assert.Equal(2 * (await survey.StatisticsAsync("r")).Count, rows);
        await AssertWholeAsync(survey, "r");
        Assert.Equal(2, (await PointerAsync(survey, "r"))!.Number);
    }

    [Fact]
    public async Task Of_two_publishers_at_once_one_is_refused_and_the_other_one_s_publication_is_whole()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        for (var time = 0; time < 5; time++)
        {
            var round = await survey.PutRoundAsync($"r{time}");
            if (time % 2 == 1) await PublishAsync(survey, round, responses: 12);
            var outcomes = await Task.WhenAll(Enumerable.Range(2, 2).Select(number => Task.Run(async () => await Record.ExceptionAsync(() => PublishAsync(survey, round, 12 * number)))));

            Assert.Contains(outcomes, outcome => outcome is null);
            Assert.All(outcomes, outcome => Assert.True(outcome is null or RequestFailedException { Status: 409 or 412 }, $"{outcome}"));
            await AssertWholeAsync(survey, round.Id);
        }
    }

    [Fact]
    public async Task A_publisher_who_was_overtaken_is_refused_and_leaves_nothing_behind()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var round = await survey.PutRoundAsync("r");
        await PublishAsync(survey, round, responses: 12);
        var seen = await PointerAsync(survey, "r");
        await PublishAsync(survey, round, responses: 36);
        await Assert.ThrowsAsync<RequestFailedException>(() => PublishAsync(survey, round, responses: 24, seen));
        Assert.Equal(36, (await AssertWholeAsync(survey, "r"))!.Build.Responses);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_publisher_killed_at_any_request_leaves_a_whole_publication_once_it_is_repeated(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        for (var number = 1; ; number++)
        {
            var round = await survey.PutRoundAsync($"r{number}");
            await PublishAsync(survey, round, responses: 12);
            requests.KillAt(number, carriedOut);
            var wasKilled = await Record.ExceptionAsync(() => PublishAsync(process, round, responses: 24)) is KilledException;
            Assert.True((await survey.FindPublicationAsync(round.Id, Scope.Id))!.Build.Responses is 12 or 24);

            await PublishAsync(survey, round, responses: 36);
            Assert.Equal(36, (await AssertWholeAsync(survey, round.Id))!.Build.Responses);
            if (!wasKilled) return;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_publisher_with_a_hiccup_at_any_request_publishes_all_the_same(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true);
        for (var number = 1; ; number++)
        {
            foreach (var isFirst in new[] { true, false })
            {
                var round = await survey.PutRoundAsync($"r{number}{(isFirst ? "-first" : "")}");
                if (!isFirst) await PublishAsync(survey, round, responses: 12);
                requests.HiccupAt(number, carriedOut);
                await PublishAsync(process, round, responses: 24);
                Assert.Equal(24, (await AssertWholeAsync(survey, round.Id))!.Build.Responses);
            }

            if (requests.Count < number) return;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_withdrawal_killed_at_any_request_leaves_nothing_once_it_is_repeated(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        for (var number = 1; ; number++)
        {
            var round = await survey.PutRoundAsync($"r{number}");
            await PublishAsync(survey, round, responses: 12);
            var pointer = (await PointerAsync(survey, round.Id))!;
            requests.KillAt(number, carriedOut);
            var wasKilled = await Record.ExceptionAsync(() => process.Get<PublicationStore>().WithdrawAsync(round.Id, Scope, pointer, CancellationToken.None)) is KilledException;

            // As the publisher does when its message comes again.
            if (await PointerAsync(survey, round.Id) is { } left) await survey.Get<PublicationStore>().WithdrawAsync(round.Id, Scope, left, CancellationToken.None);
            Assert.Null(await survey.FindPublicationAsync(round.Id, Scope.Id));
            Assert.Empty(await survey.StatisticsAsync(round.Id));
            if (!wasKilled) return;
        }
    }

    /// <summary>Demands that the current publication has its file and its rows, and that there are no other rows.</summary>
    private static async Task<Publication?> AssertWholeAsync(TestSurvey survey, string round)
    {
        var pointer = (await PointerAsync(survey, round))!;
        var publication = (await survey.FindPublicationAsync(round, Scope.Id))!;
        Assert.Equal((pointer.Last.Responses, pointer.Last.TallyHash), (publication.Build.Responses, publication.Build.TallyHash));
        var rows = await survey.StatisticsAsync(round);
        Assert.Equal(TidyRows.Of(publication.BrokenDownBy(null)!).Select(row => row.Key).Order(StringComparer.Ordinal), rows.Select(row => row.RowKey).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal($"{round}|{pointer.Name}", row.PartitionKey));
        return publication;
    }

    private static Task<PublicationPointer?> PointerAsync(TestSurvey survey, string round) => survey.Get<PublicationStore>().FindPointerAsync(round, Scope, CancellationToken.None);

    private static async Task PublishAsync(TestSurvey survey, Round round, int responses) => await PublishAsync(survey, round, responses, await PointerAsync(survey, round.Id));

    private static Task PublishAsync(TestSurvey survey, Round round, int responses, PublicationPointer? over)
    {
        var questionnaire = survey.Get<Services.Rounds.RoundService>().QuestionnaireOf(round);
        var tally = Tally.Of(questionnaire, Enumerable.Range(0, responses).Select(number => Synthetic.Read(questionnaire, hours: number)));
        return survey.Get<PublicationStore>().PublishAsync(PublicationBuilder.Publish(round, questionnaire, Scope, tally, TestSurvey.Start, final: false), Scope, over, CancellationToken.None);
    }
}
