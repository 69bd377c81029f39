using System.Collections.Concurrent;
using System.Diagnostics;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>How a queue function is fed.</summary>
public sealed class QueueTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_message_is_read_as_the_record_and_deleted_when_the_function_is_done()
    {
        var queue = await WorkQueue.NewAsync(azurite);
        var taken = new ConcurrentQueue<Work>();
        await using var host = await queue.StartAsync((work, _) =>
        {
            taken.Enqueue(work);
            return Task.CompletedTask;
        });
        await queue.SendAsync("""{"name":"für 'ä' + €","number":3}""");
        await queue.SendAsync("""{ "Number": 4, "Name": "Pascal case" }""");
        await Eventually.IsTrueAsync(() => taken.Count == 2, "both messages");
        Assert.Equal([new Work("Pascal case", 4), new Work("für 'ä' + €", 3)], taken.OrderByDescending(work => work.Number));
        await queue.EmptyAsync();
    }

    [Fact]
    public async Task A_function_that_asks_for_text_gets_the_message_as_it_is()
    {
        var queue = await WorkQueue.NewAsync(azurite);
        var taken = new ConcurrentQueue<string>();
        await using var host = await queue.StartAsync(text =>
        {
            taken.Enqueue(text);
            return Task.CompletedTask;
        });
        await queue.SendAsync(" no JSON: <a> & \"b\" ");
        await Eventually.IsTrueAsync(() => !taken.IsEmpty, "the message");
        Assert.Equal(" no JSON: <a> & \"b\" ", Assert.Single(taken));
    }

    [Fact]
    public async Task A_message_whose_function_failed_is_not_lost_but_comes_again_after_the_pause_that_host_json_sets()
    {
        var queue = await WorkQueue.NewAsync(azurite);
        var logs = new CapturedLogs();
        var tries = new ConcurrentQueue<long>();
        await using var host = await queue.StartAsync(
            (_, _) =>
            {
                tries.Enqueue(Stopwatch.GetTimestamp());
                return tries.Count == 1 ? throw new InvalidOperationException("Only the first time.") : Task.CompletedTask;
            },
            logs);
        await queue.SendAsync("""{"name":"a","number":1}""");
        await Eventually.IsTrueAsync(() => tries.Count == 2, "the second try");
        await queue.EmptyAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(tries.First(), tries.Last()), HostJsonFile.VisibilityTimeout - TimeSpan.FromSeconds(1), TimeSpan.MaxValue);
        Assert.Contains("Only the first time.", Assert.Single(logs.Alarms).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_messages_are_at_work_at_once_and_never_more_than_host_json_allows()
    {
        var queue = await WorkQueue.NewAsync(azurite);
        var (batch, threshold) = (HostJsonFile.BatchSize, HostJsonFile.NewBatchThreshold);
        var messages = (2 * batch) + threshold;
        await Task.WhenAll(Enumerable.Range(0, messages).Select(number => queue.SendAsync($$"""{"name":"a","number":{{number}}}""")));
        using var gate = new SemaphoreSlim(0);
        var (started, atWork, most, all) = (0, 0, 0, new Lock());
        await using var host = await queue.StartAsync(async (_, cancel) =>
        {
            lock (all)
            {
                started++;
                most = Math.Max(most, ++atWork);
            }

            await gate.WaitAsync(cancel);
            lock (all) atWork--;
        });

        await Eventually.IsTrueAsync(() => started == batch, "the first batch");
        gate.Release(batch - threshold);
        await Eventually.IsTrueAsync(() => started == 2 * batch, "the second batch, as soon as there is room");
        gate.Release(messages);
        await Eventually.IsTrueAsync(() => started == messages && atWork == 0, "all messages");
        await queue.EmptyAsync();
        Assert.Equal(batch + threshold, most);
    }
}
