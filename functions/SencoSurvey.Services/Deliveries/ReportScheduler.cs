using Microsoft.Extensions.Logging;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Deliveries;

/// <summary>
/// Decides whose report is due: a monthly one while a round is open, a final one after it closed. It may run as often as it likes: a delivery that exists is
/// not made again, and one that is still waiting, or was left half done, gets a message again, in case its own was lost.
/// </summary>
public sealed partial class ReportScheduler(RoundService rounds, RecipientService recipients, PublicationStore publications, DeliveryStore deliveries, MessageQueue<DeliverMessage> queue, UkClock clock, ILogger<ReportScheduler> logger)
{
    private const string Final = "final";

    /// <summary>Who joins the list later is not sent the reports of years gone by, nor those of several rounds at once: of rounds that had closed by then, the last one's.</summary>
    private static readonly TimeSpan FinalIsNewsFor = TimeSpan.FromDays(92);

    public async Task ScheduleAsync(CancellationToken cancel)
    {
        var everyone = await recipients.ListAsync(cancel).ToListAsync(cancel);
        var newest = new Dictionary<string, string>(); // The scope, and the round that closed last of those with final figures of it.
        foreach (var round in (await rounds.ListAsync(cancel)).OrderByDescending(round => round.ClosedAt))
        {
            if (PeriodOf(round) is not { } period) continue;
            var published = await publications.ScopesAsync(round.Id, cancel);
            foreach (var listed in everyone)
            {
                if (period != Final && listed.Recipient.Frequency == ReportFrequency.Final) continue;
                if (!published.TryGetValue(listed.Recipient.Scope, out var pointer) || (period == Final && !pointer.Final)) continue;
                if (period == Final && newest.GetValueOrDefault(listed.Recipient.Scope, round.Id) != round.Id && listed.AddedAt > round.ClosedAt) continue;
                if (period == Final) newest.TryAdd(listed.Recipient.Scope, round.Id);
                await ScheduleAsync(new DeliveryId(round.Id, listed.Id, period), listed, cancel);
            }
        }
    }

    /// <param name="listed">Of one who wants no more nothing new is made, so that it is there to be made should they want it again.</param>
    private async Task ScheduleAsync(DeliveryId id, ListedRecipient listed, CancellationToken cancel)
    {
        var isNew = !listed.IsStopped && await deliveries.TryAddAsync(id, clock.Now, cancel);
        if (!isNew && !await IsToBeSentAsync(id, listed, cancel)) return;
        await queue.SendAsync(DeliverMessage.For(id), cancel);
        LogScheduled(id.Round, id.Recipient, id.Period);
    }

    /// <summary>What was refused at an address that has been mended since is tried anew, with as many tries as any other.</summary>
    private async Task<bool> IsToBeSentAsync(DeliveryId id, ListedRecipient listed, CancellationToken cancel) => await deliveries.FindAsync(id, cancel) switch
    {
        { State: DeliveryState.Pending or DeliveryState.Sending } => true,
        { State: DeliveryState.Refused } refused when !listed.IsStopped && listed.AddressSince > refused.ChangedAt =>
            await deliveries.TryChangeAsync(refused with { Attempts = 0 }, DeliveryState.Pending, clock.Now, "The address was changed: it is tried again.", cancel) is not null,
        _ => false,
    };

    /// <returns>Null when nothing of the round is due.</returns>
    private string? PeriodOf(Round round) => rounds.StateOf(round) switch
    {
        RoundState.Open => $"{clock.Today:yyyy-MM}",
        RoundState.Closed when round.ClosedAt is { } closed && clock.Now - closed <= FinalIsNewsFor => Final,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Report of {Round} for recipient {Recipient}, {Period}: queued")]
    private partial void LogScheduled(string round, string recipient, string period);
}
