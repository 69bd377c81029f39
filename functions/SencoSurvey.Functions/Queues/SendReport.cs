using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Functions.Queues;

public sealed class SendReport(ReportSender reports)
{
    [Function(nameof(SendReport))]
    public Task Run([QueueTrigger(QueueNames.Deliver, Connection = StorageSetup.Setting)] DeliverMessage message, CancellationToken cancel) =>
        reports.SendAsync(message.Id(), cancel);
}
