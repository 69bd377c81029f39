using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Tallying;

/// <summary>A stored tally without its counts.</summary>
public sealed record TallySummary(ResponsePartition Partition, long Responses, DateTimeOffset TalliedAt);

/// <summary>One tally a partition of responses, compressed: a few hundred responses make some ten kilobytes.</summary>
public sealed class TallyStore(SurveyStorage storage)
{
    private const string Row = "tally";

    /// <summary>Table storage's limit for one property; an entity may have sixteen such.</summary>
    private const int MostBytes = 64 * 1024;

    private const int MostParts = 15;

    /// <summary>The version to write against; <c>default</c> when there is no tally yet. Read it before the responses.</summary>
    public async Task<ETag> VersionAsync(ResponsePartition partition, CancellationToken cancel)
    {
        var found = await storage.Tallies.GetEntityIfExistsAsync<TableEntity>(partition.Key, Row, ["Responses"], cancel);
        return found.HasValue ? found.Value!.ETag : default;
    }

    /// <returns>False when somebody else wrote since the version was read: count again.</returns>
    public async Task<bool> TrySaveAsync(ResponsePartition partition, Tally tally, ETag version, DateTimeOffset now, CancellationToken cancel)
    {
        var parts = Packed.Pack(TallyJson.Write(tally)).Chunk(MostBytes).ToList();
        if (parts.Count > MostParts) throw new InvalidOperationException($"The tally of {partition.Key} does not fit a row: give the round more buckets.");
        var entity = new TableEntity(partition.Key, Row) { ["Responses"] = tally.Responses, ["Hash"] = TallyJson.Hash(tally), ["TalliedAt"] = now, ["Parts"] = parts.Count };
        foreach (var (number, part) in parts.Index()) entity[$"Part{number}"] = part;
        try
        {
            if (version == default) await storage.Tallies.AddEntityAsync(entity, cancel);
            else await storage.Tallies.UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancel);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    public IAsyncEnumerable<TallySummary> ListAsync(string round, CancellationToken cancel) =>
        Query(round, ["PartitionKey", "Responses", "TalliedAt"], cancel)
            .Select(entity => new TallySummary(ResponsePartition.Parse(entity.PartitionKey), entity.GetInt64("Responses") ?? 0, entity.GetDateTimeOffset("TalliedAt") ?? default));

    /// <summary>All tallies of a round; reads no response.</summary>
    public IAsyncEnumerable<(ResponsePartition Partition, Tally Tally)> ReadAllAsync(string round, Questionnaire questionnaire, CancellationToken cancel) =>
        Query(round, null, cancel).Select(entity => (ResponsePartition.Parse(entity.PartitionKey), Read(questionnaire, entity)));

    private AsyncPageable<TableEntity> Query(string round, IEnumerable<string>? columns, CancellationToken cancel)
    {
        var (from, to) = ResponsePartition.KeysOf(round);
        return storage.Tallies.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"), select: columns, cancellationToken: cancel);
    }

    private static Tally Read(Questionnaire questionnaire, TableEntity entity)
    {
        var parts = Enumerable.Range(0, entity.GetInt32("Parts") ?? 0).SelectMany(number => entity.GetBinary($"Part{number}")).ToArray();
        return TallyJson.Read(questionnaire, Packed.Unpack(parts));
    }
}
