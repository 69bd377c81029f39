using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Functions.Timers;

public sealed class CloseRounds(RoundService rounds)
{
    [Function(nameof(CloseRounds))]
    public Task Run([TimerTrigger("%Schedules:Close%")] TimerInfo timer, CancellationToken cancel) => rounds.CloseOverdueAsync(cancel);
}
