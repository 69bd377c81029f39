using System.Collections;

namespace SencoSurvey.Core.Tallies;

/// <summary>How often each value occurred, in the values' order. Whole numbers, so that merging in any order gives the same.</summary>
public sealed class Counter<TValue> : IReadOnlyCollection<KeyValuePair<TValue, long>>
    where TValue : notnull
{
    private readonly SortedDictionary<TValue, long> counts;

    public Counter() => counts = new SortedDictionary<TValue, long>(typeof(TValue) == typeof(string) ? (IComparer<TValue>)StringComparer.Ordinal : Comparer<TValue>.Default);

    /// <summary>A counter that mentions these values from the start, with 0.</summary>
    public Counter(IEnumerable<TValue> values)
        : this()
    {
        foreach (var value in values) counts[value] = 0;
    }

    /// <summary>How many different values.</summary>
    public int Count => counts.Count;

    /// <summary>How many in all.</summary>
    public long Total => counts.Values.Sum();

    public long this[TValue value] => counts.GetValueOrDefault(value);

    public void Add(TValue value, long times = 1) => counts[value] = this[value] + times;

    public void Merge(Counter<TValue> other)
    {
        foreach (var (value, times) in other.counts) Add(value, times);
    }

    /// <summary>Values of which none are left are forgotten.</summary>
    public void Subtract(Counter<TValue> part)
    {
        foreach (var (value, times) in part.counts)
        {
            Add(value, -times);
            if (this[value] == 0) counts.Remove(value);
        }
    }

    public IEnumerator<KeyValuePair<TValue, long>> GetEnumerator() => counts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
