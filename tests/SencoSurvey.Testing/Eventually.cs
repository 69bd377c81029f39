using System.Diagnostics;

namespace SencoSurvey.Testing;

/// <summary>Waits for a condition rather than for a time.</summary>
public static class Eventually
{
    /// <summary>Longer than anything takes on a busy machine; a test that gets this far fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>What was read when it met the condition.</returns>
    /// <exception cref="TimeoutException">It never did.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> isRight, string what)
    {
        var began = Stopwatch.GetTimestamp();
        for (;;)
        {
            var value = await read();
            if (isRight(value)) return value;
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new TimeoutException($"Waited in vain for {what}; last seen: {value}");
            await Task.Delay(Pause);
        }
    }

    public static Task IsTrueAsync(Func<Task<bool>> read, string what) => GetAsync(read, yes => yes, what);

    public static Task IsTrueAsync(Func<bool> read, string what) => GetAsync(() => Task.FromResult(read()), yes => yes, what);
}
