using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>
/// Feeds one queue's messages to its function as the platform does: several at once, at least once each. A message whose function throws comes again after a
/// pause; after the last try it goes to the poison queue. When the host stops, no new message is taken and those at work are finished.
/// </summary>
internal sealed partial class QueueListener(FunctionEntry function, QueueClient queue, QueueClient poison, QueueSettings settings, FunctionInvoker invoker, ILogger logger) : BackgroundService
{
    /// <summary>How long a message is ours; renewed at half time. After a crash it is another's when this is over.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<Task> atWork = [];
    private readonly CancellationTokenSource abandon = new();
    private bool storageIsAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            atWork.RemoveWhere(task => task.IsCompleted);
            if (atWork.Count > settings.NewBatchThreshold)
            {
                await Task.WhenAny(atWork);
                continue;
            }

            var messages = await ReceiveAsync(stoppingToken);
            foreach (var message in messages) atWork.Add(HandleAsync(message));
            pause = messages.Length > 0 ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, settings.MaxPollingInterval.Ticks));
            if (messages.Length == 0) await Task.WhenAny(Task.Delay(pause, stoppingToken));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var _ = cancellationToken.Register(abandon.Cancel);
        await Task.WhenAll(atWork);
    }

    public override void Dispose()
    {
        abandon.Dispose();
        base.Dispose();
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken cancel)
    {
        try
        {
            var messages = (await queue.ReceiveMessagesAsync(settings.BatchSize, Lease, cancel)).Value;
            if (storageIsAway) LogBack(queue.Name);
            storageIsAway = false;
            return messages;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
        {
            if (!storageIsAway) LogAway(queue.Name);
            storageIsAway = true;
            return [];
        }
    }

    private async Task HandleAsync(QueueMessage message)
    {
        var receipt = new Receipt(message.PopReceipt);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(message, receipt, done.Token);
        Exception? failure = null;
        try
        {
            await Task.Run(() => invoker.InvokeAsync(function, message.MessageText, abandon.Token));
        }
#pragma warning disable CA1031 // Nothing is swallowed: the message comes again, or goes to the poison queue, and the failure is logged.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        await done.CancelAsync();
        await renewing;
        try
        {
            await SettleAsync(message, receipt.Value, failure);
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception) || exception is Azure.RequestFailedException { Status: 400 or 404 })
        {
            // Its lease ends by itself, or ended already: it comes again, which functions are made for.
            LogUnsettled(function.Name);
        }
    }

    private async Task SettleAsync(QueueMessage message, string receipt, Exception? failure)
    {
        if (failure is null)
        {
            await queue.DeleteMessageAsync(message.MessageId, receipt);
        }
        else if (message.DequeueCount < settings.MaxDequeueCount)
        {
            LogFailed(function.Name, message.DequeueCount, settings.MaxDequeueCount, failure.GetType().Name, failure.Message.Split('\n')[0].Trim());
            await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: settings.VisibilityTimeout);
        }
        else
        {
            LogPoison(failure, function.Name, message.DequeueCount, poison.Name);
            await poison.CreateIfNotExistsAsync();
            await poison.SendMessageAsync(message.MessageText);
            await queue.DeleteMessageAsync(message.MessageId, receipt);
        }
    }

    private async Task RenewAsync(QueueMessage message, Receipt receipt, CancellationToken done)
    {
        try
        {
            for (;;)
            {
                await Task.Delay(Lease / 2, done);
                receipt.Value = (await queue.UpdateMessageAsync(message.MessageId, receipt.Value, visibilityTimeout: Lease, cancellationToken: CancellationToken.None)).Value.PopReceipt;
            }
        }
        catch (OperationCanceledException)
        {
            // The function is done.
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception) || exception is Azure.RequestFailedException)
        {
            // The message may come twice now, which functions are made for.
        }
    }

    /// <summary>A message's pop receipt: it changes with every renewal.</summary>
    private sealed class Receipt(string value)
    {
        public string Value { get; set; } = value;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage does not answer (queue {Queue}): waiting for it")]
    private partial void LogAway(string queue);

    [LoggerMessage(Level = LogLevel.Information, Message = "Storage answers again (queue {Queue})")]
    private partial void LogBack(string queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} failed, try {Try} of {Most}: {Kind}: {Reason}")]
    private partial void LogFailed(string function, long @try, int most, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed {Tries} times: its message goes to {Poison}")]
    private partial void LogPoison(Exception exception, string function, long tries, string poison);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} could not settle its message: it will come again")]
    private partial void LogUnsettled(string function);
}
