using SencoSurvey.Services.Deliveries;

namespace SencoSurvey.Functions.Timers;

public sealed class SendSummaryReports(ReportScheduler reports)
{
    [Function(nameof(SendSummaryReports))]
    public Task Run([TimerTrigger("%Schedules:Reports%")] TimerInfo timer, CancellationToken cancel) => reports.ScheduleAsync(cancel);
}
