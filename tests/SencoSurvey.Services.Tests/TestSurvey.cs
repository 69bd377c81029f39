using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Reports.Mails;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;
using SencoSurvey.Testing;
using SencoSurvey.Web.Emails;

namespace SencoSurvey.Services.Tests;

/// <summary>The services as both heads have them, with a clock that stands still and storage of the test's own. No trigger runs: a test calls what a trigger would.</summary>
internal sealed class TestSurvey : IAsyncDisposable
{
    /// <summary>A Monday on which the rounds made here are open.</summary>
    public static readonly DateTimeOffset Start = new(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string?> Sample = LocalSettings.Read(Path.Combine(Repository.Root, LocalSettings.SampleName)).ToDictionary();

    private readonly ServiceProvider services;
    private readonly string connection;

    private TestSurvey(string connection, FakeTimeProvider time, SurveyStorage storage, IReadOnlyDictionary<string, string?>? settings, Action<IServiceCollection>? configure)
    {
        (this.connection, Time) = (connection, time);
        services = Build(connection, settings, collection =>
        {
            collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            collection.Replace(ServiceDescriptor.Singleton(storage));
            configure?.Invoke(collection);
        });
    }

    public FakeTimeProvider Time { get; }

    public SurveyStorage Storage => Get<SurveyStorage>();

    public Questionnaire Questionnaire => Get<IQuestionnaires>().Find(Synthetic.Questionnaire)!;

    public static async Task<TestSurvey> StartAsync(AzuriteFixture azurite, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null, DateTimeOffset? at = null)
    {
        var (connection, storage) = await azurite.NewStorageAsync();
        return new TestSurvey(connection, new FakeTimeProvider(at ?? Start), storage, settings, configure);
    }

    /// <summary>All services, from the sample's settings with some changed.</summary>
    public static ServiceProvider Build(string connection, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Sample)
            .AddInMemoryCollection([new(StorageSetup.Setting, connection)])
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .Build();
        var collection = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace)).AddSingleton<IConfiguration>(configuration).AddSencoSurvey(configuration);
        collection.AddSingleton<IReportMailRenderer, ReportMailRenderer>().AddSingleton<IReturnLinkMailRenderer, ReturnLinkMailRenderer>();
        configure?.Invoke(collection);
        return collection.BuildServiceProvider();
    }

    /// <summary>Another process on the same storage, by the same clock.</summary>
    public TestSurvey Another(StorageRequests? requests = null, bool withinRetries = false, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null) =>
        new(connection, Time, requests?.Connect(connection, withinRetries) ?? StorageSetup.Connect(connection), settings, configure);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Makes or changes a round that is open at <see cref="Start"/>.</summary>
    public async Task<Round> PutRoundAsync(string id, Func<RoundDefinition, RoundDefinition>? change = null)
    {
        var definition = new RoundDefinition
        {
            Title = "Synthetic round",
            Questionnaire = Synthetic.Questionnaire,
            OpensOn = new DateOnly(2026, 9, 1),
            ClosesOn = new DateOnly(2026, 12, 31),
            Access = Access.Open,
        };
        return (await Get<RoundService>().PutAsync(id, change?.Invoke(definition) ?? definition, CancellationToken.None)).Round;
    }

    public Task<Round> RoundAsync(string id) => Get<RoundService>().GetAsync(id, CancellationToken.None);

    public Task<(Receipt Receipt, bool Created)> SubmitAsync(string round, string key, string la = "813", decimal hours = 6) =>
        Get<ResponseService>().SubmitAsync(round, key, Synthetic.Answers(la, hours), CancellationToken.None);

    /// <summary>Submits so many new responses.</summary>
    public async Task<IReadOnlyList<string>> SubmitManyAsync(string round, int count, string la = "813")
    {
        var keys = Enumerable.Range(0, count).Select(_ => Synthetic.NewKey()).ToList();
        await Task.WhenAll(keys.Select((key, number) => SubmitAsync(round, key, la, hours: number % 40)));
        return keys;
    }

    public Task WithdrawAsync(string round, string key) => Get<ResponseService>().WithdrawAsync(round, key, CancellationToken.None);

    public Task CloseAsync(string round) => Get<RoundService>().CloseAsync(round, CancellationToken.None);

    public Task PublishAsync(string round) => Get<PublishService>().PublishAsync(round, CancellationToken.None);

    /// <summary>What the queues would do by themselves.</summary>
    public async Task TallyAndPublishAsync(string round)
    {
        await TallyChangedAsync(round);
        await PublishAsync(round);
    }

    /// <summary>As anyone outside reads it.</summary>
    /// <summary>The hash of a tally as publications carry it.</summary>
    public string Sealed(string tallyHash) => Get<LinkSigner>().Seal(new(0, tallyHash, "")).TallyHash;

    public async Task<Publication?> FindPublicationAsync(string round, string scope) =>
        await Get<PublicationStore>().FindAsync(await RoundAsync(round), Scope.Parse(scope), CancellationToken.None);

    /// <summary>The rows that Power BI reads, of all publications of the round.</summary>
    public async Task<IReadOnlyList<TableEntity>> StatisticsAsync(string round) => await Storage.Statistics.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Round eq {round}")).ToListAsync();

    public Task TallyAsync(ResponsePartition partition) => Get<TallyService>().TallyAsync(partition, CancellationToken.None);

    /// <summary>Tallies what the sweep would send messages for, until nothing is left to tally.</summary>
    public async Task TallyChangedAsync(string round)
    {
        for (;;)
        {
            var changed = await Get<ResponseStore>().MarkersAsync(round, dirtyOnly: true, CancellationToken.None).ToListAsync();
            if (changed.Count == 0) return;
            foreach (var partition in changed) await TallyAsync(partition);
        }
    }

    /// <summary>The stored tallies, by authority; those of no response are left out.</summary>
    public async Task<SortedDictionary<string, Tally>> TalliesAsync(string round)
    {
        var byAuthority = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        await foreach (var (partition, tally) in Get<TallyStore>().ReadAllAsync(round, Questionnaire, CancellationToken.None))
        {
            if (tally.Responses == 0) continue;
            if (!byAuthority.TryAdd(partition.La, tally)) byAuthority[partition.La].Merge(tally);
        }

        return byAuthority;
    }

    /// <summary>The rows of all responses, whatever their state, read past the services.</summary>
    public async Task<IReadOnlyList<ResponseRow>> RowsAsync(string round) => await Storage.Responses
        .QueryAsync<ResponseRow>(row => row.PartitionKey.CompareTo($"{round}|") >= 0 && row.PartitionKey.CompareTo($"{round}}}") < 0 && row.RowKey != Marker.Row)
        .ToListAsync();

    public async Task<IReadOnlyList<ResponseRow>> HeldAsync(string round) => [.. (await RowsAsync(round)).Where(row => row.State == ResponseRow.Held)];

    /// <summary>Everything that is stored, with where it is: each row of all tables, each message that can be seen, and each blob but those of one container.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync(string exceptContainer)
    {
        var everything = new List<string>();
        var (tables, queues, blobs) = (new TableServiceClient(connection), new QueueServiceClient(connection), new BlobServiceClient(connection));
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>()) everything.Add($"{table.Name}: {string.Join(' ', row.Select(column => $"{column.Key}={column.Value}"))}");
        }

        await foreach (var queue in queues.GetQueuesAsync())
        {
            foreach (var message in (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value) everything.Add($"{queue.Name}: {message.MessageText}");
        }

        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            if (container.Name == exceptContainer) continue;
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync(new GetBlobsOptions())) everything.Add($"{container.Name}/{blob.Name}: {(await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content}");
        }

        return everything;
    }

    /// <summary>How many messages the queue holds, visible or not yet.</summary>
    public async Task<int> QueueLengthAsync(string queue) => (await Storage.QueueLengthsAsync(CancellationToken.None))[queue];

    public async Task<bool> IsDirtyAsync(ResponsePartition partition) => await Get<ResponseStore>().FindMarkerAsync(partition, CancellationToken.None) is { Dirty: true };

    /// <summary>Demands that the stored tallies are those of the held responses, and returns these.</summary>
    public async Task<IReadOnlyList<ResponseRow>> AssertTalliedAsync(string round)
    {
        var held = await HeldAsync(round);
        var expected = held.GroupBy(row => ResponsePartition.Parse(row.PartitionKey).La)
            .ToDictionary(group => group.Key, group => Tally.Of(Questionnaire, group.Select(row => AnswersJson.Read(Questionnaire, row.Answers))));
        var found = await TalliesAsync(round);
        Assert.Equal(expected.Keys.Order(), found.Keys);
        Assert.All(expected, pair => Assert.Equal(TallyJson.Hash(pair.Value), TallyJson.Hash(found[pair.Key])));
        Assert.All(held, row => Assert.Contains($"\"localAuthority\":\"{ResponsePartition.Parse(row.PartitionKey).La}\"", row.Answers, StringComparison.Ordinal));
        Assert.Equal(held.Count, held.Select(row => row.RowKey).Distinct().Count());
        return held;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
