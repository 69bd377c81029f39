using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Publishing;

/// <summary>Which publication of a scope is the current one.</summary>
/// <param name="Name">The publication's own: of its file and of its partition in Statistics.</param>
/// <param name="Number">1 for the first of the scope, and so on.</param>
public sealed record PublicationPointer(string Scope, string Name, int Number, DateTimeOffset PublishedAt, LastPublication Last, ETag Version);

/// <summary>
/// Publications: a file each in Blob storage, their figures as rows in Statistics, and one pointer a scope. File and rows are written first, under a name of
/// their own that is never used again, and the pointer last: a reader sees all of one publication or all of another.
/// </summary>
public sealed class PublicationStore(SurveyStorage storage) : IDisposable
{
    /// <summary>By name: a file never changes.</summary>
    private readonly Recent<Publication> files = new(50, TimeSpan.FromMinutes(10));

    /// <returns>The current publication; null while there is none, or when the round's minimum base has since been raised above it.</returns>
    public async Task<Publication?> FindAsync(Round round, Scope scope, CancellationToken cancel)
    {
        for (string? missing = null; ;)
        {
            if (await FindPointerAsync(round.Id, scope, cancel) is not { } pointer || pointer.Last.Responses < round.Definition.MinimumBase) return null;
            if (files.Find(pointer.Name) is { } known) return known;
            try
            {
                var file = await storage.PublicationFiles.GetBlobClient(FileName(round.Id, pointer.Name)).DownloadContentAsync(cancel);
                var publication = PublicationJson.Read(file.Value.Content);
                files.Keep(pointer.Name, publication);
                return publication;
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound && pointer.Name != missing)
            {
                // Withdrawn since the pointer was read; if it still points there, something is wrong.
                missing = pointer.Name;
            }
        }
    }

    /// <summary>A publication that was the current one once, or still is.</summary>
    /// <param name="name">As a pointer had it.</param>
    /// <returns>Null when it was withdrawn, or when the round's minimum base has since been raised above it.</returns>
    public async Task<Publication?> FindByNameAsync(Round round, string name, CancellationToken cancel)
    {
        if (files.Find(name) is not { } publication)
        {
            try
            {
                publication = PublicationJson.Read((await storage.PublicationFiles.GetBlobClient(FileName(round.Id, name)).DownloadContentAsync(cancel)).Value.Content);
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }

            files.Keep(name, publication);
        }

        return publication.Build.Responses >= round.Definition.MinimumBase ? publication : null;
    }

    public void Dispose() => files.Dispose();

    public async Task<PublicationPointer?> FindPointerAsync(string round, Scope scope, CancellationToken cancel)
    {
        var found = await storage.Publications.GetEntityIfExistsAsync<TableEntity>(round, scope.Key, cancellationToken: cancel);
        return found.HasValue ? Read(found.Value!) : null;
    }

    public async Task<Dictionary<string, PublicationPointer>> PointersAsync(string round, CancellationToken cancel) =>
        await storage.Publications.QueryAsync<TableEntity>(entity => entity.PartitionKey == round, cancellationToken: cancel).Select(Read).ToDictionaryAsync(pointer => pointer.Scope, cancellationToken: cancel);

    /// <exception cref="RequestFailedException">409 or 412: the scope was published by somebody else since the pointer was read.</exception>
    public async Task PublishAsync(Publication publication, Scope scope, PublicationPointer? over, CancellationToken cancel)
    {
        var number = (over?.Number ?? 0) + 1;
        var name = $"{Numbered(scope, number)}-{Guid.NewGuid():N}";
        var partition = StatisticsPartition(publication.Round, name);

        // The name is this publisher's own, so whatever it meets there is its own write, repeated by the storage client.
        await storage.PublicationFiles.GetBlobClient(FileName(publication.Round, name)).UploadAsync(BinaryData.FromBytes(PublicationJson.Write(publication)), overwrite: true, cancel);
        foreach (var rows in TidyRows.Of(publication.BrokenDownBy(null)!).Select(row => Row(partition, publication, row)).Chunk(Batch.Most))
            await Batch.SubmitAsync(storage.Statistics, [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancel);

        var pointer = new TableEntity(publication.Round, scope.Key)
        {
            ["Scope"] = scope.Id,
            ["ScopeName"] = scope.Name,
            ["Name"] = name,
            ["StatisticsPartition"] = partition,
            ["Number"] = number,
            ["PublishedAt"] = publication.PublishedAt,
            ["Final"] = publication.Final,
            ["Responses"] = publication.Build.Responses,
            ["TallyHash"] = publication.Build.TallyHash,
        };
        try
        {
            if (over is null) await storage.Publications.AddEntityAsync(pointer, cancel);
            else await storage.Publications.UpdateEntityAsync(pointer, over.Version, TableUpdateMode.Replace, cancel);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            if ((await FindPointerAsync(publication.Round, scope, cancel))?.Name != name)
            {
                await DeleteRowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancel);
                throw;
            }
        }

        await DeleteRowsAsync(RowsUpTo(publication.Round, scope, number) + " and " + TableClient.CreateQueryFilter($"PartitionKey ne {partition}"), cancel);
    }

    /// <summary>Takes the scope's publication away: nothing of it can be read any more. The pointer goes after the rows, so that a repetition finds what is left.</summary>
    public async Task WithdrawAsync(string round, Scope scope, PublicationPointer pointer, CancellationToken cancel)
    {
        await DeleteRowsAsync(RowsUpTo(round, scope, pointer.Number), cancel);
        await storage.Publications.DeleteEntityAsync(round, scope.Key, pointer.Version, cancel);
        await storage.PublicationFiles.GetBlobClient(FileName(round, pointer.Name)).DeleteIfExistsAsync(cancellationToken: cancel);
    }

    /// <summary>The rows of the scope's publications up to a number: also those of a publisher who was stopped. One who is still writing such rows will be refused the pointer.</summary>
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

    private static PublicationPointer Read(TableEntity entity) => new(
        entity.GetString("Scope"),
        entity.GetString("Name"),
        entity.GetInt32("Number") ?? 0,
        entity.GetDateTimeOffset("PublishedAt") ?? default,
        new LastPublication(entity.GetInt64("Responses") ?? 0, entity.GetString("TallyHash"), entity.GetBoolean("Final") ?? false),
        entity.ETag);
}
