using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>When a timer function runs.</summary>
public sealed class TimerTests(AzuriteFixture azurite)
{
    public sealed class EachSecond(Func<TimerInfo, Task> run)
    {
        [Function(nameof(EachSecond))]
        public Task Run([TimerTrigger("* * * * * *")] TimerInfo timer) => run(timer);
    }

    public sealed class ByTheSetting(Func<TimerInfo, Task> run)
    {
        [Function(nameof(ByTheSetting))]
        public Task Run([TimerTrigger("%Schedules:Test%")] TimerInfo timer, CancellationToken cancel) => run(timer);
    }

    [Fact]
    public async Task It_runs_by_its_schedule_and_is_told_for_which_time()
    {
        var runs = new ConcurrentQueue<ScheduleStatus>();
        await using var host = await StartAsync<EachSecond>(azurite.NewAccount(), timer => runs.Enqueue(timer.ScheduleStatus!));
        await Eventually.IsTrueAsync(() => runs.Count >= 4, "four runs");
        var times = runs.Select(run => run.Next).ToList();
        Assert.Equal(times.Distinct().Order(), times);
        Assert.All(times, time => Assert.Equal(0, time.Ticks % TimeSpan.TicksPerSecond));
        Assert.Equal(times.SkipLast(1), runs.Skip(1).Select(run => run.Last));
    }

    [Fact]
    public async Task Its_schedule_may_stand_in_a_setting()
    {
        var runs = new ConcurrentQueue<TimerInfo>();
        await using var host = await StartAsync<ByTheSetting>(azurite.NewAccount(), runs.Enqueue, schedule: "*/2 * * * * *");
        await Eventually.IsTrueAsync(() => runs.Count >= 2, "two runs");
        Assert.All(runs, run => Assert.Equal(0, run.ScheduleStatus!.Next.Second % 2));
    }

    [Fact]
    public async Task Of_two_hosts_on_one_storage_only_one_runs_it_each_time()
    {
        var account = azurite.NewAccount();
        var runs = new ConcurrentQueue<DateTime>();
        var (atOnce, overlapped) = (0, false);
        await using var one = await StartAsync<EachSecond>(account, RunAsync);
        await using var other = await StartAsync<EachSecond>(account, RunAsync);
        await Eventually.IsTrueAsync(() => runs.Count >= 6, "six runs");
        Assert.Equal(runs.Distinct(), runs);
        Assert.False(overlapped);

        async Task RunAsync(TimerInfo timer)
        {
            overlapped |= Interlocked.Increment(ref atOnce) > 1;
            runs.Enqueue(timer.ScheduleStatus!.Next);
            await Task.Yield();
            Interlocked.Decrement(ref atOnce);
        }
    }

    [Fact]
    public async Task While_it_runs_it_is_not_run_a_second_time()
    {
        var account = azurite.NewAccount();
        var (gate, others) = (new TaskCompletionSource(), new ConcurrentQueue<TimerInfo>());
        var runs = 0;
        await using var slow = await StartAsync<EachSecond>(account, _ =>
        {
            Interlocked.Increment(ref runs);
            return gate.Task;
        });
        await Eventually.IsTrueAsync(() => runs == 1, "the slow run");
        var due = DateTime.UtcNow;
        await using var idle = await StartAsync<EachSecond>(account, others.Enqueue);
        await Eventually.IsTrueAsync(() => DateTime.UtcNow - due > TimeSpan.FromSeconds(4), "four more times to come due");
        Assert.Equal(1, runs);
        Assert.Empty(others);
        gate.SetResult();
        await Eventually.IsTrueAsync(() => runs + others.Count > 1, "the next run");
    }

    [Fact]
    public async Task What_came_due_while_no_host_was_up_is_caught_up_with_once_and_is_called_past_due()
    {
        var account = azurite.NewAccount();
        var (before, after) = (new ConcurrentQueue<TimerInfo>(), new ConcurrentQueue<TimerInfo>());
        await using (var host = await StartAsync<ByTheSetting>(account, before.Enqueue, schedule: "0 0 * * * *"))
        {
            await WaitForStatusAsync(account, nameof(ByTheSetting));
            await host.StopAsync();
        }

        await using (var host = await StartAsync<ByTheSetting>(account, after.Enqueue, schedule: "0 0 * * * *", ahead: TimeSpan.FromHours(3.5)))
        {
            await Eventually.IsTrueAsync(() => !after.IsEmpty, "the run that was missed");
            await Eventually.IsTrueAsync(async () => await ReadNextAsync(account, nameof(ByTheSetting)) > DateTime.UtcNow.AddHours(3.5), "the next time, ahead of the clock");
            await host.StopAsync();
        }

        Assert.Empty(before);
        Assert.True(Assert.Single(after).IsPastDue);
    }

    [Fact]
    public async Task On_time_it_is_not_called_past_due()
    {
        var runs = new ConcurrentQueue<TimerInfo>();
        await using var host = await StartAsync<EachSecond>(azurite.NewAccount(), runs.Enqueue);
        await Eventually.IsTrueAsync(() => runs.Any(run => !run.IsPastDue), "a run on time");
    }

    [Fact]
    public async Task A_changed_schedule_counts_from_now_on()
    {
        var account = azurite.NewAccount();
        var runs = new ConcurrentQueue<TimerInfo>();
        await using (var host = await StartAsync<ByTheSetting>(account, runs.Enqueue, schedule: "0 0 4 1 1 *"))
        {
            await WaitForStatusAsync(account, nameof(ByTheSetting));
            await host.StopAsync();
        }

        await using var changed = await StartAsync<ByTheSetting>(account, runs.Enqueue, schedule: "* * * * * *");
        await Eventually.IsTrueAsync(() => runs.Count >= 2, "runs by the new schedule");
    }

    [Fact]
    public async Task One_that_fails_is_logged_and_runs_again_at_its_next_time()
    {
        var logs = new CapturedLogs();
        var runs = new ConcurrentQueue<DateTime>();
        await using var host = await StartAsync<EachSecond>(azurite.NewAccount(), timer =>
        {
            runs.Enqueue(timer.ScheduleStatus!.Next);
            return runs.Count <= 2 ? throw new InvalidOperationException("Not this time.") : Task.CompletedTask;
        }, logs: logs);
        await Eventually.IsTrueAsync(() => runs.Count >= 4, "runs after the failed ones");
        Assert.Equal(runs.Distinct(), runs);
        Assert.Equal(2, logs.Lines.Count(line => line.Level == LogLevel.Error && line.Text.Contains("Not this time.", StringComparison.Ordinal)));
    }

    private static Task<TestHost> StartAsync<T>(string account, Action<TimerInfo> run, string schedule = "", TimeSpan ahead = default) => StartAsync<T>(account, timer =>
    {
        run(timer);
        return Task.CompletedTask;
    }, schedule, ahead);

    private static Task<TestHost> StartAsync<T>(string account, Func<TimerInfo, Task> run, string schedule = "", TimeSpan ahead = default, CapturedLogs? logs = null) =>
        TestHost.StartAsync(account, new Dictionary<string, string?> { ["Schedules:Test"] = schedule }, [typeof(T)], builder =>
        {
            builder.Services.AddSingleton(run);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new ShiftedTime(ahead)));
            (logs ?? new CapturedLogs()).Capture(builder);
        });

    private static Task WaitForStatusAsync(string account, string function) => Eventually.IsTrueAsync(async () => await ReadNextAsync(account, function) is not null, "the timer's status");

    private static async Task<DateTime?> ReadNextAsync(string account, string function)
    {
        var blob = new Azure.Storage.Blobs.BlobClient(account, "local-host", $"timers/{function}.json");
        return await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToObjectFromJson<ScheduleStatus>()!.Next : null;
    }
}
