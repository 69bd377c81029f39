using System.Reflection;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Health;

/// <param name="Status"><c>ok</c> or <c>storage unavailable</c>.</param>
/// <param name="Queues">Messages waiting, by queue. Anything in a queue that ends in -poison failed five times and wants a look.</param>
public sealed record HealthReport(string Status, string Version, IReadOnlyDictionary<string, int>? Queues);

public sealed class HealthService(SurveyStorage storage)
{
    private static readonly string Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    /// <returns>Its <see cref="HealthReport.Queues"/> are null when storage does not answer.</returns>
    public async Task<HealthReport> CheckAsync(CancellationToken cancel)
    {
        try
        {
            var queues = await storage.QueueLengthsAsync(cancel);
            await storage.Rounds.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("round", "health", cancellationToken: cancel);
            await storage.PublicationFiles.ExistsAsync(cancel);
            return new HealthReport("ok", Version, queues);
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
        {
            return new HealthReport("storage unavailable", Version, null);
        }
    }
}
