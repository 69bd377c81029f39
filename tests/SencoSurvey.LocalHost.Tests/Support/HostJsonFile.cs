using System.Text.Json;
using SencoSurvey.LocalHost.Settings;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>What the Azure head's host.json says: the local host is to do the same.</summary>
internal static class HostJsonFile
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "functions", "SencoSurvey.Functions", "host.json");

    public static JsonElement Root { get; } = JsonElement.Parse(File.ReadAllText(Path));

    public static string RoutePrefix => Root.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()!;

    public static int BatchSize => Queues.GetProperty("batchSize").GetInt32();

    public static int NewBatchThreshold => Queues.GetProperty("newBatchThreshold").GetInt32();

    public static int MaxDequeueCount => Queues.GetProperty("maxDequeueCount").GetInt32();

    public static string MessageEncoding => Queues.GetProperty("messageEncoding").GetString()!;

    public static TimeSpan VisibilityTimeout => TimeSpan.Parse(Queues.GetProperty("visibilityTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    public static TimeSpan MaxPollingInterval => TimeSpan.Parse(Queues.GetProperty("maxPollingInterval").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonElement Queues => Root.GetProperty("extensions").GetProperty("queues");
}
