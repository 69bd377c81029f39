namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// Counts in reduced echelon form, modulo a large prime so as to stay exact. Kinds of people that are in the same counts cannot be told apart, so they are one class here: a
/// count that has some of a class only is no combination of these.
/// </summary>
internal sealed class Echelon
{
    private const long Prime = 2_147_483_647;

    private readonly int[] classOf; // Of each kind; -1 for those that are in no count.
    private readonly int classes;
    private readonly List<(int Pivot, long[] Row)> rows = []; // Each has a 1 at its pivot, where the others have 0.
    private readonly int[] free; // The classes that are no pivots.

    public Echelon(int kinds, IReadOnlyList<bool[]> counts)
    {
        (classOf, classes) = Classes(kinds, counts);
        foreach (var count in counts.TakeWhile(_ => rows.Count < classes)) Add(count);
        free = [.. Enumerable.Range(0, classes).Except(rows.Select(row => row.Pivot))];
    }

    public bool Gives(bool[] count)
    {
        var wanted = new sbyte[classes];
        for (var kind = 0; kind < count.Length; kind++)
        {
            if (classOf[kind] < 0 && count[kind]) return false;
            if (classOf[kind] < 0) continue;
            ref var one = ref wanted[classOf[kind]];
            var value = (sbyte)(count[kind] ? 1 : -1);
            if (one == -value) return false;
            one = value;
        }

        // Nothing but a row can give its pivot, so which rows are added is known, and what is to be seen is whether the rest fits.
        var sums = new long[free.Length];
        foreach (var (pivot, row) in rows)
        {
            if (wanted[pivot] < 0) continue;
            for (var i = 0; i < free.Length; i++) sums[i] += row[free[i]];
        }

        for (var i = 0; i < free.Length; i++)
        {
            if (sums[i] % Prime != (wanted[free[i]] > 0 ? 1 : 0)) return false;
        }

        return true;
    }

    /// <summary>Two kinds stay in one class until a count has one of them alone.</summary>
    private static (int[] ClassOf, int Classes) Classes(int kinds, IReadOnlyList<bool[]> counts)
    {
        var (classOf, classes) = (new int[kinds], 1); // The first class: in no count so far.
        foreach (var count in counts)
        {
            var split = new int[classes * 2];
            Array.Fill(split, -1);
            (split[0], classes) = (0, 1);
            for (var kind = 0; kind < kinds; kind++)
            {
                ref var now = ref split[(classOf[kind] * 2) + (count[kind] ? 1 : 0)];
                if (now < 0) now = classes++;
                classOf[kind] = now;
            }
        }

        return (Array.ConvertAll(classOf, one => one - 1), classes - 1);
    }

    private void Add(bool[] count)
    {
        var row = new long[classes];
        for (var kind = 0; kind < count.Length; kind++)
        {
            if (count[kind]) row[classOf[kind]] = 1;
        }

        foreach (var (known, other) in rows) Subtract(row, other, row[known]);
        var pivot = Array.FindIndex(row, value => value != 0);
        if (pivot < 0) return;
        var inverse = Power(row[pivot], Prime - 2);
        for (var i = pivot; i < classes; i++) row[i] = row[i] * inverse % Prime;
        foreach (var (_, other) in rows) Subtract(other, row, other[pivot]);
        rows.Add((pivot, row));
    }

    private static void Subtract(long[] from, long[] row, long times)
    {
        if (times == 0) return;
        for (var i = 0; i < row.Length; i++) from[i] = (from[i] + ((Prime - times) * row[i])) % Prime;
    }

    private static long Power(long value, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1, value = value * value % Prime)
        {
            if ((exponent & 1) == 1) result = result * value % Prime;
        }

        return result;
    }
}
