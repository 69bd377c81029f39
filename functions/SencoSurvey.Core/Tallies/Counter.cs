using System.Collections;
using System.Runtime.InteropServices;

namespace SencoSurvey.Core.Tallies;

/// <summary>How often each value occurred, in the values' order. Whole numbers, so that merging in any order gives the same.</summary>
public sealed class Counter<TValue> : IReadOnlyCollection<KeyValuePair<TValue, long>>
    where TValue : notnull
{
    private static readonly IComparer<TValue> Order = typeof(TValue) == typeof(string) ? (IComparer<TValue>)StringComparer.Ordinal : Comparer<TValue>.Default;

    private readonly Dictionary<TValue, long> counts = [];

    /// <summary>Sorted when somebody looks, and not with each of the many values that are merged. Null: not since the last change.</summary>
    private KeyValuePair<TValue, long>[]? inOrder;

    public Counter()
    {
    }

    /// <summary>A counter that mentions these values from the start, with 0.</summary>
    public Counter(IEnumerable<TValue> values)
    {
        foreach (var value in values) counts[value] = 0;
    }

    /// <summary>How many different values.</summary>
    public int Count => counts.Count;

    /// <summary>How many in all.</summary>
    public long Total { get; private set; }

    public long this[TValue value] => counts.GetValueOrDefault(value);

    public void Add(TValue value, long times = 1)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += times;
        Total += times;
        inOrder = null;
    }

    public void Merge(Counter<TValue> other)
    {
        foreach (var (value, times) in other.counts) Add(value, times);
    }

    /// <summary>Forgets what it has, for what the other one has.</summary>
    public void Become(Counter<TValue> other)
    {
        counts.Clear();
        (Total, inOrder) = (0, null);
        Merge(other);
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

    public IEnumerator<KeyValuePair<TValue, long>> GetEnumerator() => ((IEnumerable<KeyValuePair<TValue, long>>)InOrder()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeyValuePair<TValue, long>[] InOrder()
    {
        if (inOrder is { } known) return known;
        var (keys, times) = (new TValue[counts.Count], new long[counts.Count]);
        counts.Keys.CopyTo(keys, 0);
        counts.Values.CopyTo(times, 0);
        Array.Sort(keys, times, Order);
        return inOrder = [.. keys.Zip(times, KeyValuePair.Create)];
    }
}
