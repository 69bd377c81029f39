using Azure;
using Azure.Data.Tables;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Responses;

/// <summary>Knows in which authority's partition a response lies: a key alone does not tell.</summary>
public sealed class ResponseLocator(SurveyStorage storage)
{
    /// <summary>The authority under which the response lies, claiming <paramref name="la"/> for a key that is new.</summary>
    /// <returns>The authority, and whether the key is new: then nothing is stored under it yet.</returns>
    public async Task<(string La, bool New)> ClaimAsync(string round, string rowId, string la, CancellationToken cancel)
    {
        try
        {
            await storage.ResponseKeys.AddEntityAsync(Entity(round, rowId, la, revision: 0), cancel);
            return (la, true);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return (await FindAsync(round, rowId, cancel) ?? la, false);
        }
    }

    public async Task<string?> FindAsync(string round, string rowId, CancellationToken cancel)
    {
        var found = await storage.ResponseKeys.GetEntityIfExistsAsync<TableEntity>(Partition(round, rowId), rowId, cancellationToken: cancel);
        return found.HasValue ? found.Value!.GetString("La") : null;
    }

    /// <summary>Points the key to another authority; does nothing when that, or a later move, was done already.</summary>
    /// <param name="revision">Of the response that moved: it tells a late helper of this move that the response has moved on since, or back.</param>
    public async Task MoveAsync(string round, string rowId, string to, int revision, CancellationToken cancel)
    {
        var found = await storage.ResponseKeys.GetEntityIfExistsAsync<TableEntity>(Partition(round, rowId), rowId, cancellationToken: cancel);
        if (!found.HasValue || found.Value!.GetInt32("Revision") >= revision) return;
        try
        {
            await storage.ResponseKeys.UpdateEntityAsync(Entity(round, rowId, to, revision), found.Value.ETag, TableUpdateMode.Replace, cancel);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Whoever was first did the same.
        }
    }

    /// <summary>Spread over 256 partitions a round, so that a burst of submissions meets no single hot one.</summary>
    private static string Partition(string round, string rowId) => $"{round}|{rowId[..2]}";

    private static TableEntity Entity(string round, string rowId, string la, int revision) => new(Partition(round, rowId), rowId) { ["La"] = la, ["Revision"] = revision };
}
