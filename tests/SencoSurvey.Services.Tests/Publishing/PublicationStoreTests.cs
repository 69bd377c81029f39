using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Tallying;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

public sealed class PublicationStoreTests(AzuriteFixture azurite)
{
    private static readonly Scope Scope = Scope.Parse("la/813");

    [Fact]
    public async Task A_publication_has_a_row_of_typed_columns_for_each_figure()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await PublishAsync(survey, "r", responses: 24);
        var publication = await AssertWholeAsync(survey, "r");
        var rows = (await survey.StatisticsAsync("r")).Where(row => row.GetString("Scope") == Scope.Id).ToList();

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
        await survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1" });
        await PublishAsync(survey, "r", responses: 12);
        await PublishAsync(survey, "r", responses: 24);
        await AssertWholeAsync(survey, "r");
        Assert.True((await survey.StatisticsAsync("r")).Count > 300);
    }

    [Fact]
    public async Task Figures_are_made_from_the_tallies_in_one_go_and_no_response_is_read()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        string[] authorities = ["813", "370", "371", "202", "208"];
        foreach (var la in authorities) await SubmitAsync(survey, "r", responses: 12, la);

        var read = new List<string>();
        var requests = new StorageRequests
        {
            Before = request =>
            {
                if (request.Method == "GET") read.Add(request.Target.Split('(')[0]);
                return Task.CompletedTask;
            },
        };
        await using var process = survey.Another(requests);
        await process.PublishAsync("r");
        Assert.Equal(60, (await survey.FindPublicationAsync("r", "england"))!.Build.Responses);
        Assert.Single(read, "Tallies");
        Assert.DoesNotContain(read, target => target.StartsWith("Responses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_edition_is_switched_when_all_else_is_there_and_the_old_rows_go_last()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await PublishAsync(survey, "r", responses: 12);
        var before = await CurrentAsync(survey, "r");
        var rowsBefore = (await survey.StatisticsAsync("r")).Count;
        await SubmitAsync(survey, "r", responses: 24);

        var (names, rows) = (new List<string>(), 0);
        var requests = new StorageRequests
        {
            Before = async request =>
            {
                if (!IsSwitch(request) || rows > 0) return;
                names = await survey.Storage.PublicationFiles.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();
                rows = (await survey.StatisticsAsync("r")).Count;
                Assert.Equal(before, await CurrentAsync(survey, "r"));
            },
        };
        await using var process = survey.Another(requests);
        await process.PublishAsync("r");
        var after = await AssertWholeAsync(survey, "r");
        Assert.Contains($"r/{(await CurrentAsync(survey, "r"))!.Name}.json", names);
        Assert.Equal(rowsBefore + (await survey.StatisticsAsync("r")).Count, rows);
        Assert.Equal((24L, 2), (after!.Build.Responses, (await CurrentAsync(survey, "r"))!.Number));
    }

    [Fact]
    public async Task A_publisher_who_was_overtaken_looks_again_and_leaves_nothing_behind()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await SubmitAsync(survey, "r", responses: 12);
        var overtaken = false;
        var requests = new StorageRequests
        {
            Before = request =>
            {
                if (overtaken || !IsSwitch(request)) return Task.CompletedTask;
                overtaken = true;
                return survey.PublishAsync("r");
            },
        };
        await using var process = survey.Another(requests);
        await process.PublishAsync("r");
        Assert.Equal(12, (await AssertWholeAsync(survey, "r"))!.Build.Responses);
        Assert.Equal(1, (await CurrentAsync(survey, "r"))!.Number);
    }

    [Fact]
    public async Task Whoever_reads_a_figure_while_it_is_replaced_by_one_too_near_to_it_stops_the_publisher()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await PublishAsync(survey, "r", responses: 13);
        await SubmitAsync(survey, "r", responses: 12);

        Publication? read = null;
        var requests = new StorageRequests { Before = async request => read ??= IsSwitch(request) ? await survey.FindPublicationAsync("r", Scope.Id) : null };
        await using var process = survey.Another(requests);
        await process.PublishAsync("r");
        Assert.Equal(13, read!.Build.Responses);
        Assert.Equal(13, (await AssertWholeAsync(survey, "r"))!.Build.Responses);
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
            var round = $"r{number}";
            await survey.PutRoundAsync(round);
            await PublishAsync(survey, round, responses: 12);
            await SubmitAsync(survey, round, responses: 24);
            requests.KillAt(number, carriedOut);
            var wasKilled = await Record.ExceptionAsync(() => process.PublishAsync(round)) is KilledException;
            Assert.True((await survey.FindPublicationAsync(round, Scope.Id))!.Build.Responses is 12 or 24);

            await survey.PublishAsync(round);
            Assert.Equal(24, (await AssertWholeAsync(survey, round))!.Build.Responses);
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
            var round = $"r{number}";
            await survey.PutRoundAsync(round);
            if (number % 2 == 0) await PublishAsync(survey, round, responses: 12);
            await SubmitAsync(survey, round, responses: 24);
            requests.HiccupAt((number + 1) / 2, carriedOut);
            await process.PublishAsync(round);
            Assert.Equal(24, (await AssertWholeAsync(survey, round))!.Build.Responses);
            if (requests.Count < number / 2) return;
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
            var round = $"r{number}";
            await survey.PutRoundAsync(round);
            await PublishAsync(survey, round, responses: 12);
            await SubmitAsync(survey, round, responses: 7);
            requests.KillAt(number, carriedOut);
            var wasKilled = await Record.ExceptionAsync(() => process.PublishAsync(round)) is KilledException;

            // The message comes again.
            await survey.PublishAsync(round);
            Assert.Null(await survey.FindPublicationAsync(round, Scope.Id));
            Assert.Empty(await survey.StatisticsAsync(round));
            if (!wasKilled) return;
        }
    }

    /// <summary>Demands that the current publications have their files and their rows, and that there are no other rows.</summary>
    private static async Task<Publication?> AssertWholeAsync(TestSurvey survey, string round)
    {
        var rows = (await survey.StatisticsAsync(round)).ToLookup(row => row.PartitionKey);
        var scopes = await survey.Get<PublicationStore>().ScopesAsync(round, CancellationToken.None);
        Assert.Equal(scopes.Values.Select(scope => $"{round}|{scope.Name}").Order(StringComparer.Ordinal), rows.Select(partition => partition.Key).Order(StringComparer.Ordinal));
        foreach (var scope in scopes.Values)
        {
            var publication = (await survey.FindPublicationAsync(round, scope.Scope))!;
            Assert.Equal((scope.Responses, survey.Sealed(scope.TallyHash)), (publication.Build.Responses, publication.Build.TallyHash));
            Assert.Equal(TidyRows.Of(publication.BrokenDownBy(null)!).Select(row => row.Key).Order(StringComparer.Ordinal), rows[$"{round}|{scope.Name}"].Select(row => row.RowKey).Order(StringComparer.Ordinal));
        }

        return await survey.FindPublicationAsync(round, Scope.Id);
    }

    private static bool IsSwitch(StorageRequest request) => request.Method == "PUT" && request.Target.Contains("edition.json", StringComparison.Ordinal);

    private static async Task<PublishedScope?> CurrentAsync(TestSurvey survey, string round) => (await survey.Get<PublicationStore>().ScopesAsync(round, CancellationToken.None)).GetValueOrDefault(Scope.Id);

    private static async Task PublishAsync(TestSurvey survey, string round, int responses)
    {
        await SubmitAsync(survey, round, responses);
        await survey.PublishAsync(round);
    }

    /// <summary>Sets the round's tally to so many responses, as if they had come in and been counted.</summary>
    private static async Task SubmitAsync(TestSurvey survey, string round, int responses, string la = "813")
    {
        var questionnaire = survey.Get<RoundService>().QuestionnaireOf(await survey.RoundAsync(round));
        var (tallies, partition) = (survey.Get<TallyStore>(), new ResponsePartition(round, la, 0));
        var tally = Tally.Of(questionnaire, Enumerable.Range(0, responses).Select(number => Synthetic.Read(questionnaire, hours: number)));
        Assert.True(await tallies.TrySaveAsync(partition, tally, await tallies.VersionAsync(partition, CancellationToken.None), TestSurvey.Start, CancellationToken.None));
    }
}
