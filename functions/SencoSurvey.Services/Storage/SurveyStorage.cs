using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace SencoSurvey.Services.Storage;

/// <summary>All that is stored, by name: tables, queues and blob containers.</summary>
public sealed class SurveyStorage(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    public TableClient Rounds { get; } = tables.GetTableClient("Rounds");

    /// <summary>Responses and, in the same partition, the marker that says whether they changed since they were last tallied.</summary>
    public TableClient Responses { get; } = tables.GetTableClient("Responses");

    /// <summary>In which partition the response of a key lies.</summary>
    public TableClient ResponseKeys { get; } = tables.GetTableClient("ResponseKeys");

    /// <summary>Answers that were saved but not yet sent in.</summary>
    public TableClient Drafts { get; } = tables.GetTableClient("Drafts");

    /// <summary>Who was invited to a round, and which hashes of codes open their responses.</summary>
    public TableClient Invitations { get; } = tables.GetTableClient("Invitations");

    /// <summary>How many schools might answer in a round: of the school register, and of those invited.</summary>
    public TableClient Populations { get; } = tables.GetTableClient("Populations");

    public TableClient Tallies { get; } = tables.GetTableClient("Tallies");

    /// <summary>Published figures as tidy rows, for people and for Power BI.</summary>
    public TableClient Statistics { get; } = tables.GetTableClient("Statistics");

    public TableClient Rebuilds { get; } = tables.GetTableClient("Rebuilds");

    public TableClient Recipients { get; } = tables.GetTableClient("Recipients");

    public TableClient Deliveries { get; } = tables.GetTableClient("Deliveries");

    public QueueClient TallyQueue { get; } = queues.GetQueueClient(QueueNames.Tally);

    public QueueClient PublishQueue { get; } = queues.GetQueueClient(QueueNames.Publish);

    public QueueClient DeliverQueue { get; } = queues.GetQueueClient(QueueNames.Deliver);

    /// <summary>Publications, the edition that says which are the current ones, and the tallies that they were made of.</summary>
    public BlobContainerClient PublicationFiles { get; } = blobs.GetBlobContainerClient("publications");

    /// <summary>Mails that were not sent because no mail service is set up.</summary>
    public BlobContainerClient Outbox { get; } = blobs.GetBlobContainerClient("outbox");

    /// <summary>The keys that protect forms and cookies, so that they stay good for ever and on every machine.</summary>
    public BlobContainerClient ProtectionKeys { get; } = blobs.GetBlobContainerClient("protection-keys");

    private IEnumerable<TableClient> Tables => [Rounds, Responses, ResponseKeys, Invitations, Populations, Drafts, Tallies, Statistics, Rebuilds, Recipients, Deliveries];

    private IEnumerable<QueueClient> Queues =>
        QueueNames.All.SelectMany(name => new[] { queues.GetQueueClient(name), queues.GetQueueClient(QueueNames.PoisonOf(name)) });

    private IEnumerable<BlobContainerClient> Containers => [PublicationFiles, Outbox, ProtectionKeys];

    /// <summary>Makes what is missing; safe to repeat.</summary>
    public Task CreateAsync(CancellationToken cancel) => Task.WhenAll(
    [
        .. Tables.Select(table => table.CreateIfNotExistsAsync(cancel)),
        .. Queues.Select(queue => queue.CreateIfNotExistsAsync(cancellationToken: cancel)),
        .. Containers.Select(container => container.CreateIfNotExistsAsync(cancellationToken: cancel)),
    ]);

    /// <summary>Deletes everything. For a laptop only.</summary>
    public Task DeleteAsync(CancellationToken cancel) => Task.WhenAll(
    [
        .. Tables.Select(table => table.DeleteAsync(cancel)),
        .. Queues.Select(queue => queue.DeleteIfExistsAsync(cancel)),
        .. Containers.Select(container => container.DeleteIfExistsAsync(cancellationToken: cancel)),
    ]);

    /// <summary>How many messages wait in each queue and poison queue, roughly as storage counts them.</summary>
    public async Task<SortedDictionary<string, int>> QueueLengthsAsync(CancellationToken cancel)
    {
        var lengths = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var queue in Queues) lengths[queue.Name] = (await queue.GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount;
        return lengths;
    }
}

/// <summary>The queues' names, as the triggers use them.</summary>
public static class QueueNames
{
    public const string Tally = "tally";
    public const string Publish = "publish";
    public const string Deliver = "deliver";

    public static readonly IReadOnlyList<string> All = [Tally, Publish, Deliver];

    /// <summary>Where the platform puts a message that failed five times.</summary>
    public static string PoisonOf(string queue) => $"{queue}-poison";
}
