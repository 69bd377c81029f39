using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Functions.Timers;

public sealed class SweepMarkers(TallyService tallies)
{
    [Function(nameof(SweepMarkers))]
    public Task Run([TimerTrigger("%Schedules:Sweep%")] TimerInfo timer, CancellationToken cancel) => tallies.SweepAsync(cancel);
}
