using MathNet.Numerics;

namespace SencoSurvey.Core.Statistics;

/// <summary>
/// Whether two questions with options go together: Pearson's chi-squared test of independence (1900, https://doi.org/10.1080/14786440009463897), without continuity correction,
/// and Cramér's V ("Mathematical Methods of Statistics", 1946, chapter 21).
/// </summary>
/// <param name="N">How many answered both questions.</param>
/// <param name="Rows">How many rows have an answer.</param>
/// <param name="Columns">How many columns have an answer.</param>
/// <param name="P">How often chance alone would give a chi-squared as large; 0 to 1.</param>
/// <param name="CramersV">0 (no association) to 1 (the one answer tells the other).</param>
/// <param name="SmallestExpected">The smallest count that independence would lead one to expect in a cell.</param>
/// <param name="UnderFive">The share of cells, 0 to 1, of which fewer than five are expected.</param>
public sealed record Association(long N, int Rows, int Columns, double ChiSquared, int DegreesOfFreedom, double P, double CramersV, double SmallestExpected, double UnderFive)
{
    /// <param name="table">How many gave each pair of answers, rows of equal length. Rows and columns without an answer are left out.</param>
    /// <returns>Null where fewer than two rows, or two columns, remain.</returns>
    /// <exception cref="ArgumentException">The rows are of different lengths, or a count is negative.</exception>
    public static Association? Of(IReadOnlyList<IReadOnlyList<long>> table)
    {
        if (table.Any(row => row.Count != table[0].Count)) throw new ArgumentException("All rows must be of one length.", nameof(table));
        if (table.Any(row => row.Any(count => count < 0))) throw new ArgumentException("No count can be negative.", nameof(table));
        List<IReadOnlyList<long>> rows = [.. table.Where(row => row.Sum() > 0)];
        List<int> columns = [.. Enumerable.Range(0, rows.FirstOrDefault()?.Count ?? 0).Where(column => rows.Any(row => row[column] > 0))];
        if (rows.Count < 2 || columns.Count < 2) return null;

        var n = rows.Sum(row => row.Sum());
        List<(long Observed, double Expected)> cells =
            [.. from column in columns let inColumn = rows.Sum(row => row[column]) from row in rows select (row[column], (double)row.Sum() * inColumn / n)];
        var chiSquared = cells.Sum(cell => (cell.Observed - cell.Expected) * (cell.Observed - cell.Expected) / cell.Expected);
        var degrees = (rows.Count - 1) * (columns.Count - 1);
        return new Association(
            n,
            rows.Count,
            columns.Count,
            chiSquared,
            degrees,
            UpperTail(chiSquared, degrees),
            Math.Min(1, Math.Sqrt(chiSquared / n / (Math.Min(rows.Count, columns.Count) - 1))),
            cells.Min(cell => cell.Expected),
            (double)cells.Count(cell => cell.Expected < 5) / cells.Count);
    }

    /// <summary>The tail itself, not 1 less the distribution function: that would lose small probabilities to rounding.</summary>
    private static double UpperTail(double chiSquared, int degrees) => SpecialFunctions.GammaUpperRegularized(degrees / 2.0, chiSquared / 2);
}
