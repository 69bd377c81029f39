using MathNet.Numerics.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Statistics;

/// <summary>
/// How two numbers go together: Pearson's r with Fisher's z interval (95%), Spearman's rho with average ranks for ties, Kendall's tau-b.
/// </summary>
/// <param name="PearsonLower">Null of fewer than four pairs, where Fisher's interval is not defined, and where r is exactly 1 or -1.</param>
public sealed record Correlation(long N, double Pearson, double? PearsonLower, double? PearsonUpper, double Spearman, double Kendall)
{
    private const double Z = 1.959963984540054;

    /// <returns>Null where either number does not vary, or of fewer than two pairs.</returns>
    public static Correlation? Of(Counter<NumberPair> pairs)
    {
        var n = (int)pairs.Total;
        var (x, y) = (new double[n], new double[n]);
        var next = 0;
        foreach (var (pair, times) in pairs)
        {
            Array.Fill(x, pair.X.ToDouble(), next, (int)times);
            Array.Fill(y, pair.Y.ToDouble(), next, (int)times);
            next += (int)times;
        }

        if (x.Distinct().Count() < 2 || y.Distinct().Count() < 2) return null;
        var pearson = InRange(MathNet.Numerics.Statistics.Correlation.Pearson(x, y));
        var (lower, upper) = Fisher(pearson, n);
        return new Correlation(n, pearson, lower, upper, InRange(MathNet.Numerics.Statistics.Correlation.Spearman(x, y)), InRange(KendallTauB.Of(pairs)));
    }

    /// <summary>Rounding can put a coefficient just outside -1 to 1.</summary>
    private static double InRange(double coefficient) => Math.Clamp(coefficient, -1, 1);

    private static (double? Lower, double? Upper) Fisher(double r, int n)
    {
        if (n < 4 || Math.Abs(r) == 1) return (null, null);
        var (centre, reach) = (Math.Atanh(r), Z / Math.Sqrt(n - 3));
        return (Math.Tanh(centre - reach), Math.Tanh(centre + reach));
    }
}
