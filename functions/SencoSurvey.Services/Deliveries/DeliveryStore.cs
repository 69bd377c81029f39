using Azure;
using Azure.Data.Tables;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Deliveries;

/// <summary>One report to one recipient for one period. The row comes first, so that no second one can be made.</summary>
/// <param name="Period"><c>2026-11</c> or <c>final</c>.</param>
public sealed record DeliveryId(string Round, string Recipient, string Period);

public enum DeliveryState
{
    /// <summary>To be sent, or to be sent again: it was certainly not taken.</summary>
    Pending,

    /// <summary>Being handed over. Found like this after a crash, it is in doubt.</summary>
    Sending,

    Sent,

    /// <summary>The mail service refuses it for good, for example the address; or would not take it however often it was tried.</summary>
    Refused,

    /// <summary>The recipient was deleted or stopped the reports, or its domain is not on the allow-list.</summary>
    NotSent,

    /// <summary>It may have been sent. One report is better than two: it is left to the coordinator.</summary>
    InDoubt,
}

/// <param name="Attempts">How often it was handed over.</param>
/// <param name="Reason">Why it was not sent, or not yet, without the address.</param>
/// <param name="NextTryAt">Of one that is pending and was tried before: not to be sent earlier.</param>
/// <param name="Publication">The name of the publication that its mail was last written from; null before it was handed over.</param>
public sealed record Delivery(DeliveryId Id, DeliveryState State, int Attempts, DateTimeOffset ChangedAt, string? Reason, DateTimeOffset? NextTryAt, string? Publication, ETag Version);

public sealed class DeliveryStore(SurveyStorage storage)
{
    /// <summary>Of the change that wrote the row, by which its writer knows it.</summary>
    private const string ChangeId = "ChangeId";

    /// <returns>False when there is a row already.</returns>
    public async Task<bool> TryAddAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await storage.Deliveries.AddEntityAsync(Entity(id, DeliveryState.Pending, 0, now, null, null, null), cancel);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return false;
        }
    }

    public async Task<Delivery?> FindAsync(DeliveryId id, CancellationToken cancel)
    {
        var found = await storage.Deliveries.GetEntityIfExistsAsync<TableEntity>(id.Round, Row(id), cancellationToken: cancel);
        return found.HasValue ? Read(id, found.Value!) : null;
    }

    /// <summary>All of a round, by recipient and period.</summary>
    /// <param name="state">Those in this state; null for all.</param>
    public IAsyncEnumerable<Delivery> ListAsync(string round, DeliveryState? state, CancellationToken cancel)
    {
        var ofRound = TableClient.CreateQueryFilter($"PartitionKey eq {round}");
        return QueryAsync(state is null ? ofRound : $"{ofRound} and {Is(state.Value)}", cancel);
    }

    /// <summary>What waits to be sent to one recipient, of all rounds. It reads the whole table: stopping is rare.</summary>
    public IAsyncEnumerable<Delivery> PendingAsync(string recipient, CancellationToken cancel) =>
        QueryAsync($"{TableClient.CreateQueryFilter($"Recipient eq {recipient}")} and {Is(DeliveryState.Pending)}", cancel);

    /// <summary>What one recipient was sent last in a round: certainly sent, so nothing that is in doubt.</summary>
    /// <returns>Null when they were sent nothing yet.</returns>
    public async Task<Delivery?> LastSentAsync(string round, string recipient, CancellationToken cancel)
    {
        var (from, to) = ($"{recipient}|", $"{recipient}}}");
        var ofRecipient = TableClient.CreateQueryFilter($"PartitionKey eq {round} and RowKey ge {from} and RowKey lt {to}");
        return (await QueryAsync($"{ofRecipient} and {Is(DeliveryState.Sent)}", cancel).ToListAsync(cancel)).MaxBy(delivery => delivery.ChangedAt);
    }

    /// <param name="publication">The name of the publication that the mail was written from; null keeps what stands there.</param>
    /// <returns>The delivery as it is now; null when somebody else changed it first.</returns>
    public async Task<Delivery?> TryChangeAsync(Delivery delivery, DeliveryState state, DateTimeOffset now, string? reason, CancellationToken cancel, DateTimeOffset? nextTryAt = null, string? publication = null)
    {
        var attempts = delivery.Attempts + (state == DeliveryState.Sending ? 1 : 0);
        var from = publication ?? delivery.Publication;
        var entity = Entity(delivery.Id, state, attempts, now, reason, nextTryAt, from);
        try
        {
            var saved = await storage.Deliveries.UpdateEntityAsync(entity, delivery.Version, TableUpdateMode.Replace, cancel);
            return delivery with { State = state, Attempts = attempts, ChangedAt = now, Reason = reason, NextTryAt = nextTryAt, Publication = from, Version = saved.Headers.ETag ?? default };
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // It may be this very change, which the storage client sent twice.
            var found = await storage.Deliveries.GetEntityIfExistsAsync<TableEntity>(entity.PartitionKey, entity.RowKey, cancellationToken: cancel);
            return found.HasValue && found.Value!.GetGuid(ChangeId) == entity.GetGuid(ChangeId) ? Read(delivery.Id, found.Value) : null;
        }
    }

    private IAsyncEnumerable<Delivery> QueryAsync(string filter, CancellationToken cancel) => storage.Deliveries
        .QueryAsync<TableEntity>(filter, cancellationToken: cancel)
        .Select(entity => Read(new DeliveryId(entity.PartitionKey, entity.GetString("Recipient"), entity.GetString("Period")), entity));

    private static string Is(DeliveryState state) => TableClient.CreateQueryFilter($"State eq {state.ToString()}");

    private static Delivery Read(DeliveryId id, TableEntity entity) => new(
        id,
        Enum.Parse<DeliveryState>(entity.GetString("State")),
        entity.GetInt32("Attempts") ?? 0,
        entity.GetDateTimeOffset("ChangedAt") ?? default,
        entity.GetString("Reason"),
        entity.GetDateTimeOffset("NextTryAt"),
        entity.GetString("Publication"),
        entity.ETag);

    private static string Row(DeliveryId id) => $"{id.Recipient}|{id.Period}";

    private static TableEntity Entity(DeliveryId id, DeliveryState state, int attempts, DateTimeOffset now, string? reason, DateTimeOffset? nextTryAt, string? publication) => new(id.Round, Row(id))
    {
        ["Recipient"] = id.Recipient,
        ["Period"] = id.Period,
        ["State"] = state.ToString(),
        ["Attempts"] = attempts,
        ["ChangedAt"] = now,
        ["Reason"] = reason,
        ["NextTryAt"] = nextTryAt,
        ["Publication"] = publication,
        [ChangeId] = Guid.NewGuid(),
    };
}
