using Azure.Data.Tables;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

/// <summary>Readers who never stop reading while publications change.</summary>
public sealed class PublicationReaderTests(AzuriteFixture azurite)
{
    private const int Publications = 4;

    /// <summary>The n-th publication has n responses, with 1 to n hours.</summary>
    [Fact]
    public async Task A_reader_sees_all_of_one_publication_or_all_of_another()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { MinimumBase = 1, MinimumCell = 1 });
        using var done = new CancellationTokenSource();
        var readers = new[] { Task.Run(() => ReadFilesAsync(survey, done.Token)), Task.Run(() => ReadRowsAsync(survey, done.Token)) };

        for (var number = 1; number <= Publications; number++)
        {
            await survey.SubmitAsync("r", Synthetic.NewKey(), hours: number);
            await survey.TallyAndPublishAsync("r");
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 1, $"A reader saw {seen} publications: too few to prove anything."));
        Assert.Equal(Publications, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);
    }

    [Fact]
    public async Task A_reader_sees_a_publication_or_none_while_it_is_withdrawn()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { MinimumBase = 1, MinimumCell = 1 });
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        await survey.TallyAndPublishAsync("r");
        await survey.WithdrawAsync("r", key);
        await survey.CloseAsync("r");

        // The publication goes after the reader has found it, and before it has read it.
        var requests = new StorageRequests { Before = request => request.Target.Contains("la-813", StringComparison.Ordinal) ? survey.PublishAsync("r") : Task.CompletedTask };
        await using var reader = survey.Another(requests);
        Assert.Null(await reader.FindPublicationAsync("r", "la/813"));
    }

    /// <returns>How many different publications were seen.</returns>
    private static async Task<int> ReadFilesAsync(TestSurvey survey, CancellationToken done)
    {
        var seen = new HashSet<long>();
        while (!done.IsCancellationRequested)
        {
            if (await survey.FindPublicationAsync("r", "la/813") is not { } publication) continue;
            var hours = publication.Numbers["hoursAllocated"];
            AssertIsOne(publication.Build.Responses, publication.Base.Responses, hours.N, hours.Total);
            seen.Add(publication.Build.Responses);
        }

        return seen.Count;
    }

    private static async Task<int> ReadRowsAsync(TestSurvey survey, CancellationToken done)
    {
        var seen = new HashSet<long>();
        var store = survey.Get<PublicationStore>();
        var scope = Scope.Parse("la/813");
        while (!done.IsCancellationRequested)
        {
            if ((await store.ScopesAsync("r", CancellationToken.None)).GetValueOrDefault(scope.Id) is not { } pointer) continue;
            var partition = $"r|{pointer.Name}";
            var rows = await survey.Storage.Statistics.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: CancellationToken.None).ToDictionaryAsync(row => row.RowKey, cancellationToken: CancellationToken.None);

            // The pointer moved on meanwhile: a reader of rows reads again.
            if (pointer.Name != (await store.ScopesAsync("r", CancellationToken.None)).GetValueOrDefault(scope.Id)?.Name) continue;
            AssertIsOne(pointer.Responses, rows["base|responses|count"].GetInt64("Count"), rows["number|hoursAllocated|mean"].GetInt64("Count"), rows["number|hoursAllocated|total"].GetDouble("Value"));
            var publication = (await survey.FindPublicationAsync("r", "la/813"))!;
            if (publication.Build.Responses == pointer.Responses) Assert.Equal(TidyRows.Of(publication.BrokenDownBy(null)!).Count(), rows.Count);
            seen.Add(pointer.Responses);
        }

        return seen.Count;
    }

    private static void AssertIsOne(long responses, long? also, long? n, double? total) => Assert.Equal((responses, responses, responses * (responses + 1) / 2.0), (also, n, total));
}
