using System.Collections.Concurrent;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>Functions started by hand: the host waits for them when it stops.</summary>
internal sealed partial class ManualRuns(FunctionInvoker invoker, ILogger<ManualRuns> logger) : IHostedService
{
    private readonly ConcurrentDictionary<Task, bool> running = [];

    public void Start(FunctionEntry function, string input)
    {
        var run = Task.Run(() => RunAsync(function, input));
        running[run] = true;
        run.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(running.Keys).WaitAsync(cancellationToken);

    private async Task RunAsync(FunctionEntry function, string input)
    {
        try
        {
            if (function.Trigger is TimerTriggerAttribute) await invoker.InvokeAsync(function, new TimerInfo(), CancellationToken.None);
            else await invoker.InvokeAsync(function, input, CancellationToken.None);
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
        {
            LogAway(function.Name);
        }
#pragma warning disable CA1031 // Nobody waits for the outcome: the log has it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception, function.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}, started by hand, could not reach storage")]
    private partial void LogAway(string function);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}, started by hand, failed")]
    private partial void LogFailed(Exception exception, string function);
}
