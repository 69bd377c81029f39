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

    /// <summary>Who joins the list later is not sent the reports of years gone by.</summary>
    private static readonly TimeSpan FinalIsNewsFor = TimeSpan.FromDays(92);

    public async Task ScheduleAsync(CancellationToken cancel)
    {
        var everyone = await recipients.ListAsync(cancel).ToListAsync(cancel);
        foreach (var round in await rounds.ListAsync(cancel))
        {
            if (PeriodOf(round) is not { } period) continue;
            var published = await publications.ScopesAsync(round.Id, cancel);
            foreach (var listed in everyone)
            {
                if (period != Final && listed.Recipient.Frequency == ReportFrequency.Final) continue;
                if (!published.TryGetValue(listed.Recipient.Scope, out var pointer) || (period == Final && !pointer.Final)) continue;
                await ScheduleAsync(new DeliveryId(round.Id, listed.Id, period), listed.IsStopped, cancel);
            }
        }
    }

    /// <param name="isStopped">The recipient wants no more: nothing new is made for them, so that it is there to be made should they want it again.</param>
    private async Task ScheduleAsync(DeliveryId id, bool isStopped, CancellationToken cancel)
    {
        var isNew = !isStopped && await deliveries.TryAddAsync(id, clock.Now, cancel);
        if (!isNew && (await deliveries.FindAsync(id, cancel))?.State is not (DeliveryState.Pending or DeliveryState.Sending)) return;
        await queue.SendAsync(DeliverMessage.For(id), cancel);
        LogScheduled(id.Round, id.Recipient, id.Period);
    }

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
