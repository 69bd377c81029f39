using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Functions.Queues;

public sealed class PublishStatistics(PublishTurns publications)
{
    [Function(nameof(PublishStatistics))]
    public Task Run([QueueTrigger(QueueNames.Publish, Connection = StorageSetup.Setting)] PublishMessage message, CancellationToken cancel) =>
        publications.PublishAsync(message.Round, cancel);
}
