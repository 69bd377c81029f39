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

    /// <summary>The mail service refuses it for good, for example the address.</summary>
    Refused,

    /// <summary>The recipient was deleted, or its domain is not on the allow-list.</summary>
    NotSent,

    /// <summary>It may have been sent. One report is better than two: it is left to the coordinator.</summary>
    InDoubt,
}

/// <param name="Reason">Why it was not sent, without the address.</param>
public sealed record Delivery(DeliveryId Id, DeliveryState State, int Attempts, DateTimeOffset ChangedAt, string? Reason, ETag Version);

public sealed class DeliveryStore(SurveyStorage storage)
{
    /// <summary>Of the change that wrote the row, by which its writer knows it.</summary>
    private const string ChangeId = "ChangeId";

    /// <returns>False when there is a row already.</returns>
    public async Task<bool> TryAddAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await storage.Deliveries.AddEntityAsync(Entity(id, DeliveryState.Pending, 0, now, null), cancel);
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

    /// <returns>The delivery as it is now; null when somebody else changed it first.</returns>
    public async Task<Delivery?> TryChangeAsync(Delivery delivery, DeliveryState state, DateTimeOffset now, string? reason, CancellationToken cancel)
    {
        var attempts = delivery.Attempts + (state == DeliveryState.Sending ? 1 : 0);
        var entity = Entity(delivery.Id, state, attempts, now, reason);
        try
        {
            var saved = await storage.Deliveries.UpdateEntityAsync(entity, delivery.Version, TableUpdateMode.Replace, cancel);
            return delivery with { State = state, Attempts = attempts, ChangedAt = now, Reason = reason, Version = saved.Headers.ETag ?? default };
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // It may be this very change, which the storage client sent twice.
            var found = await storage.Deliveries.GetEntityIfExistsAsync<TableEntity>(entity.PartitionKey, entity.RowKey, cancellationToken: cancel);
            return found.HasValue && found.Value!.GetGuid(ChangeId) == entity.GetGuid(ChangeId) ? Read(delivery.Id, found.Value) : null;
        }
    }

    private static Delivery Read(DeliveryId id, TableEntity entity) => new(
        id,
        Enum.Parse<DeliveryState>(entity.GetString("State")),
        entity.GetInt32("Attempts") ?? 0,
        entity.GetDateTimeOffset("ChangedAt") ?? default,
        entity.GetString("Reason"),
        entity.ETag);

    private static string Row(DeliveryId id) => $"{id.Recipient}|{id.Period}";

    private static TableEntity Entity(DeliveryId id, DeliveryState state, int attempts, DateTimeOffset now, string? reason) => new(id.Round, Row(id))
    {
        ["Recipient"] = id.Recipient,
        ["Period"] = id.Period,
        ["State"] = state.ToString(),
        ["Attempts"] = attempts,
        ["ChangedAt"] = now,
        ["Reason"] = reason,
        [ChangeId] = Guid.NewGuid(),
    };
}
