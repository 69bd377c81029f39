using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core.Populations;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Populations;

/// <summary>What is known of the number of invited schools without counting them.</summary>
/// <param name="Counts">Null when they have to be counted.</param>
/// <param name="Changing">Whether somebody is inviting, or was stopped while inviting: a count made now may not be kept.</param>
/// <param name="Version">To keep a count against; null when there is no row yet.</param>
public sealed record InvitedCount(SchoolCounts? Counts, bool Changing, ETag? Version);

/// <summary>
/// The invited schools of a round, counted, so that they are not counted at every publication. Who invites says so before and after: a count is kept only if nobody began or
/// ended meanwhile. After one who was stopped in between it is counted every time, until the next who invites.
/// </summary>
public sealed class InvitedCountStore(SurveyStorage storage, UkClock clock)
{
    private const string Row = "invited";

    private const string Counts = "Counts";
    private const string CountedAt = "CountedAt";
    private const string Changing = "Changing";

    /// <summary>Should two invite at once, and one of them be stopped, a count may lack schools: no longer than this.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    public async Task<InvitedCount> FindAsync(string round, CancellationToken cancel)
    {
        var found = await storage.Populations.GetEntityIfExistsAsync<TableEntity>(round, Row, cancellationToken: cancel);
        if (!found.HasValue) return new InvitedCount(null, false, null);
        var entity = found.Value!;
        var isGood = entity.GetDateTimeOffset(CountedAt) is { } at && clock.Now - at < Age;
        return new InvitedCount(isGood ? SchoolCountsJson.Read(Packed.Unpack(entity.GetBinary(Counts))) : null, entity.GetBoolean(Changing) ?? false, entity.ETag);
    }

    /// <summary>Keeps a count of what was stored after <paramref name="known"/> was read, unless somebody invited or counted meanwhile.</summary>
    public async Task KeepAsync(string round, SchoolCounts counts, InvitedCount known, CancellationToken cancel)
    {
        if (known.Changing) return;
        var entity = new TableEntity(round, Row) { [Counts] = Packed.Pack(SchoolCountsJson.Write(counts)), [CountedAt] = clock.Now };
        try
        {
            if (known.Version is { } version) await storage.Populations.UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancel);
            else await storage.Populations.AddEntityAsync(entity, cancel);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // The next who asks counts.
        }
    }

    /// <summary>Call before the first invitation is stored.</summary>
    public Task BeginChangeAsync(string round, CancellationToken cancel) => ForgetAsync(round, isChanging: true, cancel);

    /// <summary>Call after the last is stored, or taken back. Where storage fails only now it stays as if somebody were still inviting: whoever did must not lose their codes over a count.</summary>
    public async Task EndChangeAsync(string round, CancellationToken cancel)
    {
        try
        {
            await ForgetAsync(round, isChanging: false, cancel);
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
        {
        }
    }

    private async Task ForgetAsync(string round, bool isChanging, CancellationToken cancel) =>
        await storage.Populations.UpsertEntityAsync(new TableEntity(round, Row) { [Changing] = isChanging }, TableUpdateMode.Replace, cancel);
}
