namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// What can be worked out, by adding and subtracting, from counts of people that are known. A count is a set of kinds of people;
/// it can be worked out when it is a linear combination of known ones. Rows are kept in echelon form, modulo a large prime so as to stay exact.
/// </summary>
internal sealed class KnownCounts(int kinds)
{
    private const long Prime = 2_147_483_647;

    private readonly List<(int Pivot, long[] Row)> rows = [];

    public void Add(bool[] count)
    {
        var row = Reduce(count);
        var pivot = Array.FindIndex(row, value => value != 0);
        if (pivot < 0) return;
        var inverse = Power(row[pivot], Prime - 2);
        for (var i = 0; i < kinds; i++) row[i] = row[i] * inverse % Prime;
        rows.Add((pivot, row));
    }

    public bool Gives(bool[] count) => Array.TrueForAll(Reduce(count), value => value == 0);

    private long[] Reduce(bool[] count)
    {
        var row = Array.ConvertAll(count, included => included ? 1L : 0L);
        foreach (var (pivot, known) in rows)
        {
            var factor = row[pivot];
            if (factor == 0) continue;
            for (var i = pivot; i < kinds; i++) row[i] = (row[i] + ((Prime - factor) * known[i])) % Prime;
        }

        return row;
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
