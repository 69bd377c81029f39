namespace SencoSurvey.LocalHost.Platform;

/// <summary>What the Azure head's host.json says, read from the same file: so that both heads poll, retry and encode alike.</summary>
internal sealed record HostJson(string RoutePrefix, QueueSettings Queues)
{
    public static HostJson Read(string path)
    {
        var json = new ConfigurationBuilder().AddJsonFile(path, optional: false).Build();
        return new HostJson(json["extensions:http:routePrefix"] ?? "api", json.GetSection("extensions:queues").Get<QueueSettings>() ?? new QueueSettings());
    }
}

/// <summary>The platform's settings and defaults: https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue#hostjson-settings</summary>
internal sealed class QueueSettings
{
    public int BatchSize { get; set; } = 16;

    public int NewBatchThreshold { get; set; } = 8;

    public int MaxDequeueCount { get; set; } = 5;

    /// <summary>How long after a failure a message is tried again.</summary>
    public TimeSpan VisibilityTimeout { get; set; }

    public TimeSpan MaxPollingInterval { get; set; } = TimeSpan.FromMinutes(1);

    public string MessageEncoding { get; set; } = "base64";
}
