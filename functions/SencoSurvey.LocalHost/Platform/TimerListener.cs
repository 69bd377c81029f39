using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using NCrontab;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>
/// Runs one timer function by its schedule, as the platform does: in one host at a time, and at once when it came due while no host was up. When it last ran is
/// kept in a blob; a lease on it keeps other hosts away.
/// </summary>
internal sealed partial class TimerListener(FunctionEntry function, CrontabSchedule schedule, BlobContainerClient container, FunctionInvoker invoker, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan PauseWhenAway = TimeSpan.FromSeconds(2);

    /// <summary>The longest a timer of the runtime can wait for is 49 days.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly BlobClient blob = container.GetBlobClient($"timers/{function.Name}.json");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var status = await ReadAsync(stoppingToken);
                var wait = status.Next - time.GetUtcNow().UtcDateTime;
                if (wait > TimeSpan.Zero) await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stoppingToken);
                else await RunAsync(status, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
            {
                await Task.WhenAny(Task.Delay(PauseWhenAway, time, stoppingToken));
            }
        }
    }

    private async Task<ScheduleStatus> ReadAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancel);
            var status = (await blob.DownloadContentAsync(cancel)).Value.Content.ToObjectFromJson<ScheduleStatus>()!;

            // A schedule that was changed counts from now on.
            return schedule.GetNextOccurrence(status.LastUpdated) == status.Next ? status : await FirstAsync(now, overwrite: true, cancel);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == "BlobNotFound")
        {
            return await FirstAsync(now, overwrite: false, cancel);
        }
    }

    private async Task<ScheduleStatus> FirstAsync(DateTime now, bool overwrite, CancellationToken cancel)
    {
        var first = new ScheduleStatus { Next = schedule.GetNextOccurrence(now), LastUpdated = now };
        try
        {
            await blob.UploadAsync(BinaryData.FromObjectAsJson(first), overwrite, cancel);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // Another host was first.
        }

        return first;
    }

    private async Task RunAsync(ScheduleStatus due, CancellationToken cancel)
    {
        var lease = blob.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(Lease, cancellationToken: cancel);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancel); // Another host is at it.
            return;
        }

        try
        {
            if ((await ReadAsync(cancel)).Next != due.Next) return;
            using var done = new CancellationTokenSource();
            var renewing = RenewAsync(lease, done.Token);
            await InvokeAsync(due);
            await done.CancelAsync();
            await renewing;
            var now = time.GetUtcNow().UtcDateTime;
            var next = new ScheduleStatus { Last = due.Next, Next = schedule.GetNextOccurrence(now), LastUpdated = now };
            await blob.UploadAsync(BinaryData.FromObjectAsJson(next), new Azure.Storage.Blobs.Models.BlobUploadOptions { Conditions = new() { LeaseId = lease.LeaseId } }, CancellationToken.None);
        }
        finally
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
    }

    private async Task InvokeAsync(ScheduleStatus due)
    {
        try
        {
            var isPastDue = time.GetUtcNow().UtcDateTime - due.Next > TimeSpan.FromSeconds(5);
            await invoker.InvokeAsync(function, new TimerInfo { ScheduleStatus = due, IsPastDue = isPastDue }, CancellationToken.None);
        }
#pragma warning disable CA1031 // As on the platform: the failure is logged, and the timer runs again at its next time.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception, function.Name);
        }
    }

    private static async Task RenewAsync(BlobLeaseClient lease, CancellationToken done)
    {
        try
        {
            for (;;)
            {
                await Task.Delay(Lease / 2, done);
                await lease.RenewAsync(cancellationToken: CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or RequestFailedException)
        {
            // The function is done, or the lease is lost and another host may run it too.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed: it runs again at its next time")]
    private partial void LogFailed(Exception exception, string function);
}
