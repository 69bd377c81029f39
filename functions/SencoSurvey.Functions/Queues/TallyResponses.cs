using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Functions.Queues;

public sealed class TallyResponses(TallyService tallies)
{
    [Function(nameof(TallyResponses))]
    public Task Run([QueueTrigger(QueueNames.Tally, Connection = StorageSetup.Setting)] TallyMessage message, CancellationToken cancel) =>
        tallies.TallyAsync(message.Partition(), cancel);
}
