using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Rounds;

/// <summary>A round with the version it was read at.</summary>
public sealed record StoredRound(Round Round, DateTimeOffset? FinalisedAt, ETag Version);

/// <summary>Rounds in table storage: one small partition, since there are a handful a year.</summary>
public sealed class RoundStore(SurveyStorage storage) : IDisposable
{
    private const string Partition = "round";

    private readonly Recent<StoredRound> recent = new(100, TimeSpan.FromSeconds(2));

    /// <summary>As it was at most two seconds ago; just changed on this machine, as it is now. For what is only shown, never for taking answers in.</summary>
    public async Task<StoredRound?> FindRecentAsync(string id, CancellationToken cancel)
    {
        if (recent.Find(id) is { } known) return known;
        var found = await FindAsync(id, cancel);
        if (found is not null) recent.Keep(id, found);
        return found;
    }

    public async Task<StoredRound?> FindAsync(string id, CancellationToken cancel)
    {
        var found = await storage.Rounds.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancel);
        return found.HasValue ? Read(found.Value!) : null;
    }

    public async Task<IReadOnlyList<StoredRound>> ListAsync(CancellationToken cancel) =>
        await storage.Rounds.QueryAsync<TableEntity>(entity => entity.PartitionKey == Partition, cancellationToken: cancel).Select(Read).ToListAsync(cancel);

    /// <returns>False when somebody else made or changed the round since it was read.</returns>
    public async Task<bool> TrySaveAsync(Round round, StoredRound? over, DateTimeOffset? finalisedAt, CancellationToken cancel)
    {
        var entity = new TableEntity(Partition, round.Id)
        {
            ["Title"] = round.Definition.Title,
            ["Definition"] = JsonSerializer.Serialize(round.Definition, JsonSerializerOptions.Web),
            ["ClosedAt"] = round.ClosedAt,
            ["ReopenedAt"] = round.ReopenedAt,
            ["FinalisedAt"] = finalisedAt,
        };
        try
        {
            if (over is null) await storage.Rounds.AddEntityAsync(entity, cancel);
            else await storage.Rounds.UpdateEntityAsync(entity, over.Version, TableUpdateMode.Replace, cancel);
            recent.Forget(round.Id);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    public void Dispose() => recent.Dispose();

    private static StoredRound Read(TableEntity entity) => new(
        new Round(
            entity.RowKey,
            JsonSerializer.Deserialize<RoundDefinition>(entity.GetString("Definition"), JsonSerializerOptions.Web)!,
            entity.GetDateTimeOffset("ClosedAt"),
            entity.GetDateTimeOffset("ReopenedAt")),
        entity.GetDateTimeOffset("FinalisedAt"),
        entity.ETag);
}
