using SencoSurvey.Services.Drafts;

namespace SencoSurvey.Functions.Timers;

public sealed class PurgeExpired(PurgeService purge)
{
    [Function(nameof(PurgeExpired))]
    public Task Run([TimerTrigger("%Schedules:Purge%")] TimerInfo timer, CancellationToken cancel) => purge.PurgeAsync(cancel);
}
