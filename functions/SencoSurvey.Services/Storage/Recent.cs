using Microsoft.Extensions.Caching.Memory;

namespace SencoSurvey.Services.Storage;

/// <summary>What this process read or wrote moments ago, so that one page's work need not be asked of storage again by the next.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="age">For how long.</param>
internal sealed class Recent<T>(int most, TimeSpan age) : IDisposable
    where T : class
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = most });

    public T? Find(string key) => cache.Get<T>(key);

    public void Keep(string key, T value) => cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = age });

    public void Forget(string key) => cache.Remove(key);

    public void Dispose() => cache.Dispose();
}
