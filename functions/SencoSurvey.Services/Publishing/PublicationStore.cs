using System.Globalization;
using Azure;
using Azure.Data.Tables;
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
public sealed class PublicationStore(SurveyStorage storage)
{
    /// <returns>The current publication; null while there is none, or when the round's minimum base has since been raised above it.</returns>
    public async Task<Publication?> FindAsync(Round round, Scope scope, CancellationToken cancel)
    {
        if (await FindPointerAsync(round.Id, scope, cancel) is not { } pointer || pointer.Last.Responses < round.Definition.MinimumBase) return null;
        var file = await storage.PublicationFiles.GetBlobClient(FileName(round.Id, pointer.Name)).DownloadContentAsync(cancel);
        return PublicationJson.Read(file.Value.Content);
    }

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
        var name = string.Create(CultureInfo.InvariantCulture, $"{scope.Key}-{number:D4}-{Guid.NewGuid():N}");
        var partition = StatisticsPartition(publication.Round, name);
        await storage.PublicationFiles.GetBlobClient(FileName(publication.Round, name)).UploadAsync(BinaryData.FromBytes(PublicationJson.Write(publication)), overwrite: false, cancel);
        foreach (var rows in TidyRows.Of(publication.BrokenDownBy(null)!).Select(row => Row(partition, publication, row)).Chunk(Batch.Most))
            await Batch.SubmitAsync(storage.Statistics, [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))], cancel);

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
            await DeleteRowsAsync(partition, cancel);
            throw;
        }

        if (over is not null) await DeleteRowsAsync(StatisticsPartition(publication.Round, over.Name), cancel);
    }

    /// <summary>Takes the scope's publication away: nothing of it can be read any more.</summary>
    public async Task WithdrawAsync(string round, Scope scope, PublicationPointer pointer, CancellationToken cancel)
    {
        await storage.Publications.DeleteEntityAsync(round, scope.Key, pointer.Version, cancel);
        await storage.PublicationFiles.GetBlobClient(FileName(round, pointer.Name)).DeleteIfExistsAsync(cancellationToken: cancel);
        await DeleteRowsAsync(StatisticsPartition(round, pointer.Name), cancel);
    }

    private static string FileName(string round, string name) => $"{round}/{name}.json";

    private static string StatisticsPartition(string round, string name) => $"{round}|{name}";

    private async Task DeleteRowsAsync(string partition, CancellationToken cancel)
    {
        var old = await storage.Statistics.QueryAsync<TableEntity>(entity => entity.PartitionKey == partition, select: ["PartitionKey", "RowKey"], cancellationToken: cancel).ToListAsync(cancel);
        foreach (var rows in old.Chunk(Batch.Most))
            await Batch.SubmitAsync(storage.Statistics, [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], cancel);
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
