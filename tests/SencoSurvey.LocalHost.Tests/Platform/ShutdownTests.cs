using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>A host that is asked to stop finishes what it has begun.</summary>
public sealed class ShutdownTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_queue_function_at_work_is_waited_for_and_its_message_is_settled()
    {
        var queue = await WorkQueue.NewAsync(azurite);
        var (gate, taken, done) = (new TaskCompletionSource(), new ConcurrentQueue<Work>(), new ConcurrentQueue<Work>());
        await using var host = await queue.StartAsync(async (work, cancel) =>
        {
            taken.Enqueue(work);
            await gate.Task;
            cancel.ThrowIfCancellationRequested();
            done.Enqueue(work);
        });
        await queue.SendAsync("""{"name":"a","number":1}""");
        await Eventually.IsTrueAsync(() => !taken.IsEmpty, "the host to be at work");

        var stopping = host.StopAsync();
        await Eventually.IsTrueAsync(async () => !await AnswersAsync(host), "the host to take no more requests");
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping;

        Assert.Equal("a", Assert.Single(done).Name);
        Assert.Single(taken);
        Assert.Equal(0, await queue.LengthAsync());
    }

    [Fact]
    public async Task A_function_that_was_started_by_hand_is_waited_for()
    {
        var (gate, began, ended) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        Func<TimerInfo, Task> run = async _ =>
        {
            began.SetResult();
            await gate.Task;
            ended = true;
        };
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), functions: [typeof(Yearly)], configure: builder => builder.Services.AddSingleton(run));
        await host.RunAsync(nameof(Yearly));
        await began.Task;
        var stopping = host.StopAsync();
        await Eventually.IsTrueAsync(async () => !await AnswersAsync(host), "the host to take no more requests");
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping;
        Assert.True(ended);
    }

    public sealed class Yearly(Func<TimerInfo, Task> run)
    {
        [Function(nameof(Yearly))]
        public Task Run([TimerTrigger("0 0 4 1 1 *")] TimerInfo timer) => run(timer);
    }

    private static async Task<bool> AnswersAsync(TestHost host)
    {
        try
        {
            using var response = await host.Http.GetAsync("/");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
