using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SencoSurvey.Services.Storage;

/// <summary>Makes tables, queues and containers before the first function runs. When storage is away it keeps trying beside the functions, which answer 503 until then.</summary>
internal sealed partial class StorageCreation(SurveyStorage storage, TimeProvider time, ILogger<StorageCreation> logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <remarks>The isolated worker calls functions before hosted services have started, but not before this.</remarks>
    public async Task StartingAsync(CancellationToken cancellationToken) => await TryCreateAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!created && !await TryCreateAsync(stoppingToken)) await Task.Delay(Pause, time, stoppingToken);
    }

    private bool created;

    private async Task<bool> TryCreateAsync(CancellationToken cancel)
    {
        try
        {
            await storage.CreateAsync(cancel);
            return created = true;
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
        {
            LogAway();
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage does not answer yet: tables and queues will be made when it does")]
    private partial void LogAway();
}

public static class StorageCreationSetup
{
    public static IServiceCollection AddStorageCreation(this IServiceCollection services) => services.AddHostedService<StorageCreation>();
}
