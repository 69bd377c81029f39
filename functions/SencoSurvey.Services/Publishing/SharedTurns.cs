using System.Collections.Concurrent;

namespace SencoSurvey.Services.Publishing;

/// <summary>
/// Work that takes in all that there is when it begins, and so need not be done once for each who asks: it is done by one at a time, and whoever asks meanwhile shares the next turn.
/// </summary>
public sealed class SharedTurns
{
    private readonly Dictionary<string, Task> waiting = [];
    private readonly ConcurrentDictionary<string, SemaphoreSlim> free = new();

    /// <param name="key">Work of different keys goes on side by side.</param>
    /// <returns>When work has been done that began after this was called; with its exception, if it failed, for all who share it.</returns>
    public Task RunAsync(string key, Func<Task> work)
    {
        lock (waiting)
        {
            if (!waiting.TryGetValue(key, out var turn)) waiting[key] = turn = TakeTurnAsync(key, work);
            return turn;
        }
    }

    private async Task TakeTurnAsync(string key, Func<Task> work)
    {
        var mine = free.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await Task.Yield();
        await mine.WaitAsync();
        try
        {
            // From here on it is under way: who asks now may know of something that it misses.
            lock (waiting) waiting.Remove(key);
            await work();
        }
        finally
        {
            mine.Release();
        }
    }
}
