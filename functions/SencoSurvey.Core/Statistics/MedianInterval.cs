using System.Numerics;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Statistics;

/// <summary>
/// A 95% interval of the median that assumes nothing about how the answers spread: two of the answers themselves, as far from the lower end as from the upper.
/// How many of n answers lie below the median is binomial with 1/2, so the coverage is exact (answers that tie can only raise it).
/// David and Nagaraja 2003, "Order Statistics", 3rd edition, section 7.1, https://doi.org/10.1002/0471722162
/// </summary>
/// <param name="LowerRank">Which of the sorted answers the lower bound is; the first is 1.</param>
/// <param name="UpperRank">Likewise; n + 1 - <paramref name="LowerRank"/>.</param>
/// <param name="Lower">In the answers' unit, as is <paramref name="Upper"/>.</param>
/// <param name="Coverage">The share of samples whose interval holds the median; 0.95 or more, since ranks come in whole steps.</param>
public sealed record MedianInterval(long N, long LowerRank, long UpperRank, double Lower, double Upper, double Coverage)
{
    /// <summary>How far floating point may be from the truth: much more than it is.</summary>
    private const double Doubt = 1e-9;

    /// <summary>Of 2. Below it a sum of less than 1e201 is certainly below any limit.</summary>
    private const int Tiny = -1_000;

    /// <summary>The narrowest pair that covers at least 95%.</summary>
    /// <returns>Null of fewer than six answers, of which even the smallest and the largest cover less than 95%.</returns>
    public static MedianInterval? Of(Counter<Rational> counts)
    {
        var n = (int)counts.Total;
        var (rank, outside) = Tail(n);
        if (rank == 0) return null;
        var upperRank = n + 1L - rank;
        return new MedianInterval(n, rank, upperRank, At(counts, rank), At(counts, upperRank), 1 - (2 * outside));
    }

    /// <summary>
    /// The largest rank with P(B &lt; rank) of at most 1/40, B being binomial (n, 1/2), and that probability. In floating point, but where that is in doubt in whole numbers, so that
    /// no rounding chooses the rank.
    /// </summary>
    private static (int Rank, double Outside) Tail(int n)
    {
        var (tail, ways, exponent, rank) = (0.0, 1.0, -n, 0); // Both times 2 to the exponent.
        while (true)
        {
            var share = exponent < Tiny ? 0 : 40 * Math.ScaleB(tail + ways, exponent);
            if (Math.Abs(share - 1) < Doubt) return ExactTail(n);
            if (share > 1) return (rank, Math.ScaleB(tail, exponent));
            tail += ways;
            ways = ways * (n - rank) / (rank + 1);
            rank++;
            if (ways < 1e200) continue;
            (tail, ways, exponent) = (Math.ScaleB(tail, -600), Math.ScaleB(ways, -600), exponent + 600);
        }
    }

    private static (int Rank, double Outside) ExactTail(int n)
    {
        var all = BigInteger.One << n;
        BigInteger tail = 0, ways = 1;
        var rank = 0;
        while (40 * (tail + ways) <= all)
        {
            tail += ways;
            ways = ways * (n - rank) / (rank + 1);
            rank++;
        }

        var bits = Math.Min(n, 100); // More than a double holds, and fewer than overflow it.
        return (rank, (double)(tail >> (n - bits)) / Math.Pow(2, bits));
    }

    private static double At(Counter<Rational> counts, long rank)
    {
        foreach (var (value, times) in counts)
        {
            rank -= times;
            if (rank <= 0) return value.ToDouble();
        }

        throw new ArgumentOutOfRangeException(nameof(rank));
    }
}
