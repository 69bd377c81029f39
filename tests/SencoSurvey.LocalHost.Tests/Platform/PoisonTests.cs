using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>Where a message ends that cannot be handled. It takes its time: host.json sets a pause between tries.</summary>
public sealed class PoisonTests(AzuriteFixture azurite)
{
    private const string NeverTaken = """{ "name": "für 'ä' + € <&>",  "number": 1 }""";
    private const string NoRecord = "no JSON <at> all & \"never\" was";

    [Fact]
    public async Task After_the_last_try_the_message_goes_unchanged_to_the_poison_queue_and_the_queue_is_empty()
    {
        var queue = await WorkQueue.NewAsync(azurite);
        var logs = new CapturedLogs();
        var taken = new ConcurrentQueue<Work>();
        await using var host = await queue.StartAsync(
            (work, _) =>
            {
                taken.Enqueue(work);
                return work.Number == 1 ? throw new InvalidOperationException("Never.") : Task.CompletedTask;
            },
            logs);
        await queue.SendAsync(NeverTaken);
        await queue.SendAsync(NoRecord);
        await queue.SendAsync("""{"name":"good","number":2}""");

        await Eventually.IsTrueAsync(async () => await queue.Poison.ExistsAsync() && (await queue.Poison.PeekMessagesAsync(10)).Value.Length == 2, "the poison queue");
        await queue.EmptyAsync();
        Assert.Equal([NeverTaken, NoRecord], (await queue.Poison.PeekMessagesAsync(10)).Value.Select(message => message.MessageText).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(HostJsonFile.MaxDequeueCount, taken.Count(work => work.Number == 1));
        Assert.Single(taken, work => work.Number == 2);
        Assert.Equal(2, logs.Lines.Count(line => line.Level == LogLevel.Error && line.Text.Contains("work-poison", StringComparison.Ordinal)));
    }
}
