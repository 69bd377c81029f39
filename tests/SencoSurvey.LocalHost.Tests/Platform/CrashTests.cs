using System.Collections.Concurrent;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>A host that is gone in the middle of its work. Its message comes again when its lease has ended, which takes its time.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_a_host_left_unfinished_another_host_does()
    {
        var queue = await WorkQueue.NewAsync(azurite);
        using var proxy = new TcpProxy(queue.Queue.Uri.Port);
        var (first, second) = (new ConcurrentQueue<Work>(), new ConcurrentQueue<Work>());
        var never = new TaskCompletionSource();
        var crashing = await queue.StartAsync(
            async (work, _) =>
            {
                first.Enqueue(work);
                await never.Task;
            },
            connection: queue.Connection.Replace($":{queue.Queue.Uri.Port}/", $":{proxy.Port}/", StringComparison.Ordinal));
        await queue.SendAsync("""{"name":"a","number":1}""");
        await Eventually.IsTrueAsync(() => !first.IsEmpty, "the host to be at work");
        Assert.Equal(1, await queue.LengthAsync());

        // From here it renews nothing and settles nothing.
        proxy.Cut();
        await crashing.DisposeAsync();
        await using var survivor = await queue.StartAsync((work, _) =>
        {
            second.Enqueue(work);
            return Task.CompletedTask;
        });
        await Eventually.IsTrueAsync(() => !second.IsEmpty, "the other host");
        Assert.Equal(new Work("a", 1), Assert.Single(second));
        await queue.EmptyAsync();
    }
}
