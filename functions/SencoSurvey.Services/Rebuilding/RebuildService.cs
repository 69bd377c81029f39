using Azure.Data.Tables;
using SencoSurvey.Core;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Services.Rebuilding;

/// <param name="State"><c>running</c> or <c>done</c>.</param>
/// <param name="Partitions">How many tallies the round has.</param>
/// <param name="Done">How many of them were counted anew since the rebuild began.</param>
public sealed record RebuildStatus(string State, int Partitions, int Done);

/// <summary>Counts a whole round anew from its responses. How far it is follows from the tallies themselves: nothing is kept but when it began.</summary>
public sealed class RebuildService(SurveyStorage storage, RoundService rounds, ResponseStore responses, TallyStore tallies, MessageQueue<TallyMessage> queue, UkClock clock)
{
    /// <returns>The rebuild's id, for <see cref="StatusAsync"/>.</returns>
    public async Task<string> StartAsync(string roundId, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var id = Guid.NewGuid().ToString("N");
        await storage.Rebuilds.AddEntityAsync(new TableEntity(round.Id, id) { ["StartedAt"] = clock.Now }, cancel);
        foreach (var partition in await responses.MarkersAsync(round.Id, dirtyOnly: false, cancel).ToListAsync(cancel))
        {
            await responses.MarkDirtyAsync(partition, cancel);
            await queue.SendAsync(TallyMessage.For(partition), cancel);
        }

        return id;
    }

    /// <exception cref="Refusal">404: no such round or rebuild.</exception>
    public async Task<RebuildStatus> StatusAsync(string roundId, string id, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var found = Guid.TryParseExact(id, "N", out _) ? await storage.Rebuilds.GetEntityIfExistsAsync<TableEntity>(round.Id, id, cancellationToken: cancel) : null;
        if (found is not { HasValue: true } || found.Value!.GetDateTimeOffset("StartedAt") is not { } startedAt) throw Refusal.NotFound("There is no such rebuild.");
        var partitions = await responses.MarkersAsync(round.Id, dirtyOnly: false, cancel).ToHashSetAsync(cancellationToken: cancel);
        var done = await tallies.ListAsync(round.Id, cancel).CountAsync(tally => tally.TalliedAt >= startedAt && partitions.Contains(tally.Partition), cancel);
        return new RebuildStatus(done >= partitions.Count ? "done" : "running", partitions.Count, done);
    }
}
