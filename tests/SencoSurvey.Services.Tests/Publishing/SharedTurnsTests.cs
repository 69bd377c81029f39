using SencoSurvey.Services.Publishing;

namespace SencoSurvey.Services.Tests.Publishing;

public sealed class SharedTurnsTests
{
    private readonly SharedTurns turns = new();

    private readonly TaskCompletionSource begun = new();

    private readonly TaskCompletionSource end = new();

    [Fact]
    public async Task Whoever_asks_while_one_is_under_way_shares_a_single_turn_after_it()
    {
        var first = turns.RunAsync("r", SlowAsync);
        await begun.Task;
        var count = 0;
        var others = Enumerable.Range(0, 10).Select(_ => turns.RunAsync("r", () => Task.FromResult(Interlocked.Increment(ref count)))).ToList();
        Assert.Equal((0, false), (count, others.Exists(other => other.IsCompleted)));
        end.SetResult();
        await Task.WhenAll([first, .. others]);
        Assert.Equal(1, count);
        await turns.RunAsync("r", () => Task.FromResult(Interlocked.Increment(ref count)));
        Assert.Equal(2, count);
    }

    [Fact]
    public async Task Other_keys_do_not_wait()
    {
        var slow = turns.RunAsync("r", SlowAsync);
        await begun.Task;
        await turns.RunAsync("other", () => Task.CompletedTask);
        Assert.False(slow.IsCompleted);
        end.SetResult();
        await slow;
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_shared_it_and_to_nobody_after()
    {
        var slow = turns.RunAsync("r", SlowAsync);
        await begun.Task;
        var shared = Enumerable.Range(0, 3).Select(_ => turns.RunAsync("r", () => throw new InvalidOperationException("broken"))).ToList();
        end.SetResult();
        await slow;
        foreach (var turn in shared) Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => turn)).Message);
        await turns.RunAsync("r", () => Task.CompletedTask);
    }

    private Task SlowAsync()
    {
        begun.SetResult();
        return end.Task;
    }
}
