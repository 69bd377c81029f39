using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Publishing;

/// <summary>
/// Publications: a file each in Blob storage, and their figures as rows in Statistics, both under a name of their own that is never used again. Which of them are the current
/// ones, the round's edition says: a reader sees all of one or all of another.
/// </summary>
public sealed class PublicationStore(SurveyStorage storage, EditionStore editions, UkClock clock) : IDisposable
{
    /// <summary>How long an edition must have stood before a receipt is the first to show it: while answers come in one after another, a receipt would else hold the figures fast in the middle of it.</summary>
    public static readonly TimeSpan BeforeReceipts = TimeSpan.FromMinutes(1);

    /// <summary>By name: a file never changes.</summary>
    private readonly Recent<Publication> files = new(50, TimeSpan.FromMinutes(10));

    /// <returns>The current publication, which counts as seen from now on; null while there is none (see <see cref="IsOvertakenByTheClose"/>), or when the round's minimum base has since been raised above it.</returns>
    public async Task<Publication?> FindAsync(Round round, Scope scope, CancellationToken cancel) => (await FindAllAsync(round, published => published.Scope == scope.Id, cancel)) is [var only] ? only.Publication : null;

    /// <summary>For a report: while the round is open without details, unless somebody has seen these already; else a monthly mail would take them from the final one.</summary>
    public async Task<FoundPublication?> FindForReportAsync(Round round, Questionnaire questionnaire, Scope scope, CancellationToken cancel) =>
        (await FindAllAsync(round, published => published.Scope == scope.Id, cancel, withDetails: edition => edition.DetailsSeen || edition.Scopes[scope.Id].Final)) is not [var only] ? null
        : only.HasDetails ? only
        : only with { Publication = WithoutDetails.Of(only.Publication, questionnaire) };

    /// <summary>The current publications of several scopes, all of one edition.</summary>
    /// <param name="withDetails">Whether details are to go out too; null: they are.</param>
    public async Task<IReadOnlyList<FoundPublication>> FindAllAsync(Round round, Func<PublishedScope, bool> wanted, CancellationToken cancel, Predicate<Edition>? withDetails = null)
    {
        for (Guid? before = null; ;)
        {
            var (edition, version) = await editions.FindAsync(round.Id, cancel);
            var scopes = edition.Scopes.Values.Where(scope => scope.Responses >= round.Definition.MinimumBase && wanted(scope)).ToList();
            if (scopes.Count == 0 || IsOvertakenByTheClose(round, edition)) return [];

            // First it is noted that figures go out, then they do: if the edition was replaced meanwhile, these must not.
            var showsDetails = withDetails?.Invoke(edition) ?? true;
            var seen = edition with { IsSeen = true, DetailsSeen = edition.DetailsSeen || showsDetails };
            if (seen != edition && !await editions.TryReplaceAsync(round.Id, seen, version, cancel)) continue;
            var found = new List<FoundPublication>();
            foreach (var scope in scopes)
            {
                if (await ReadAsync(round, scope.Name, cancel) is { } publication) found.Add(new(scope, publication, showsDetails));
            }

            if (found.Count == scopes.Count) return found;

            // One was withdrawn since the edition was read; if it is still in it, something is wrong.
            if (edition.Id == before) throw new InvalidOperationException($"A publication of {round.Id} is missing.");
            before = edition.Id;
        }
    }

    /// <summary>For a receipt: a publication that somebody has seen already, so that looking at this one tells nothing new; where none has been, the current one once it has stood for a minute. Its groups are those that were seen first, of that time; none where nobody has looked at any.</summary>
    /// <returns>Null while there is none.</returns>
    public async Task<Publication?> FindForReceiptAsync(Round round, Scope scope, CancellationToken cancel)
    {
        while (true)
        {
            var (edition, version) = await editions.FindAsync(round.Id, cancel);
            if (edition.Scopes.GetValueOrDefault(scope.Id) is not { } current || current.Responses < round.Definition.MinimumBase) return null;
            var name = edition.IsSeen || current.WasSeen ? current.Name : current.SeenName;
            if (name is null && (IsOvertakenByTheClose(round, edition) || clock.Now - edition.PublishedAt < BeforeReceipts)) return null;
            if (name is null && !await editions.TryReplaceAsync(round.Id, edition with { IsSeen = true }, version, cancel)) continue;
            if (await FindByNameAsync(round, name ?? current.Name, cancel) is not { } publication) return null;
            var detailed = edition.FirstSeenDetails?.Scopes.GetValueOrDefault(scope.Id)?.Name;
            return publication with { Breakdowns = detailed is null ? null : (await FindByNameAsync(round, detailed, cancel))?.Breakdowns };
        }
    }

    /// <summary>A publication that was seen, be it the current one or not.</summary>
    /// <param name="name">As its edition had it.</param>
    /// <returns>Null when it was withdrawn, or when the round's minimum base has since been raised above it.</returns>
    public async Task<Publication?> FindByNameAsync(Round round, string name, CancellationToken cancel) =>
        await ReadAsync(round, name, cancel) is { } publication && publication.Build.Responses >= round.Definition.MinimumBase ? publication : null;

    /// <summary>What is published of a round, without its figures.</summary>
    public async Task<IReadOnlyDictionary<string, PublishedScope>> ScopesAsync(string round, CancellationToken cancel) => (await editions.FindAsync(round, cancel)).Edition.Scopes;

    /// <summary>
    /// Whether a round has closed and its final figures are still being made, where nobody has seen those that they replace: whoever saw these now would have kept the last answers out of
    /// the final ones.
    /// </summary>
    private bool IsOvertakenByTheClose(Round round, Edition edition) =>
        round.StateOn(clock.Today) == RoundState.Closed && !edition.IsSeen && edition.Scopes.Values.Any(scope => !scope.Final);

    public void Dispose() => files.Dispose();

    /// <summary>Writes file and rows; nobody finds them before an edition has the name.</summary>
    /// <returns>The publication's name.</returns>
    /// <param name="number">1 for the first of the scope, and so on.</param>
    public async Task<string> WriteAsync(Publication publication, Scope scope, int number, CancellationToken cancel)
    {
        var name = $"{Numbered(scope, number)}-{Guid.NewGuid():N}";
        var partition = StatisticsPartition(publication.Round, name);

        // The name is this publisher's own, so whatever it meets there is its own write, repeated by the storage client.
        await storage.PublicationFiles.GetBlobClient(FileName(publication.Round, name)).UploadAsync(BinaryData.FromBytes(PublicationJson.Write(publication)), overwrite: true, cancel);
        foreach (var rows in TidyRows.Of(publication.BrokenDownBy(null)!).Select(row => Row(partition, publication, row)).Chunk(Batch.Most))
            await Batch.SubmitAsync(storage.Statistics, [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancel);
        return name;
    }

    /// <summary>Takes the rows of a publication away that came into no edition.</summary>
    public Task DropAsync(string round, string name, CancellationToken cancel) => DeleteRowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {StatisticsPartition(round, name)}"), cancel);

    /// <summary>Takes the rows of all the scope's publications away but of the current one; also those of a publisher who was stopped. Files stay: what was seen can be compared with.</summary>
    /// <param name="number">The highest number of a publication that may have left some.</param>
    /// <param name="current">The current one's name; null where the scope is withdrawn.</param>
    public Task DropOlderAsync(string round, Scope scope, int number, string? current, CancellationToken cancel) =>
        DeleteRowsAsync(RowsUpTo(round, scope, number) + (current is null ? "" : " and " + TableClient.CreateQueryFilter($"PartitionKey ne {StatisticsPartition(round, current)}")), cancel);

    /// <summary>A withdrawn publication is gone for good.</summary>
    public async Task DeleteFileAsync(string round, string name, CancellationToken cancel)
    {
        files.Forget(name);
        await storage.PublicationFiles.GetBlobClient(FileName(round, name)).DeleteIfExistsAsync(cancellationToken: cancel);
    }

    private async Task<Publication?> ReadAsync(Round round, string name, CancellationToken cancel)
    {
        if (files.Find(name) is { } known) return known;
        try
        {
            var publication = PublicationJson.Read((await storage.PublicationFiles.GetBlobClient(FileName(round.Id, name)).DownloadContentAsync(cancel)).Value.Content);
            files.Keep(name, publication);
            return publication;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>The rows of the scope's publications up to a number. Whoever is still writing such rows will be refused the edition.</summary>
    private static string RowsUpTo(string round, Scope scope, int number)
    {
        var (from, to) = (StatisticsPartition(round, $"{scope.Key}-"), StatisticsPartition(round, Numbered(scope, number + 1)));
        return TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
    }

    private static string Numbered(Scope scope, int number) => string.Create(CultureInfo.InvariantCulture, $"{scope.Key}-{number:D4}");

    private static string FileName(string round, string name) => $"{round}/{name}.json";

    private static string StatisticsPartition(string round, string name) => $"{round}|{name}";

    private async Task DeleteRowsAsync(string filter, CancellationToken cancel)
    {
        while (await storage.Statistics.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancel).ToListAsync(cancel) is { Count: > 0 } old)
        {
            foreach (var rows in old.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(Batch.Most)))
            {
                try
                {
                    await Batch.SubmitAsync(storage.Statistics, [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], cancel);
                }
                catch (RequestFailedException exception) when (exception.IsConflict())
                {
                    // Some are gone already: see what is left.
                }
            }
        }
    }

    private static TableEntity Row(string partition, Publication publication, TidyRow row) => new(partition, row.Key)
    {
        ["Round"] = publication.Round,
        ["Scope"] = publication.Scope,
        ["ScopeName"] = publication.ScopeName,
        ["PublishedAt"] = publication.PublishedAt,
        ["Kind"] = row.Kind,
        ["Measure"] = row.Measure,
        ["Option"] = row.Option,
        ["Statistic"] = row.Statistic,
        ["Label"] = row.Label,
        ["Value"] = row.Value,
        ["Lower"] = row.Lower,
        ["Upper"] = row.Upper,
        ["Count"] = row.Count,
        ["Base"] = row.Base,
        ["Missing"] = row.Missing,
        ["Status"] = row.Status,
    };
}
