namespace SencoSurvey.Core.Statistics;

/// <summary>The first of two shares less the second, with a 95% interval. All are shares from -1 to 1: times 100 they are percentage points.</summary>
public sealed record ProportionDifference(double Difference, double Lower, double Upper)
{
    /// <summary>
    /// Of two groups that have nobody in common. Newcombe's hybrid score interval, method 10 of Newcombe 1998,
    /// "Interval estimation for the difference between independent proportions", Stat Med 17:873-890:
    /// the distances of Wilson's bounds from their shares, squared and added.
    /// </summary>
    /// <param name="count">How many of the first group have the property; 0 to <paramref name="total"/>.</param>
    /// <param name="total">At least 1, as is <paramref name="otherTotal"/>.</param>
    /// <param name="otherCount">How many of the second group have it; 0 to <paramref name="otherTotal"/>.</param>
    /// <param name="z">The normal quantile; 1.96 for 95%.</param>
    public static ProportionDifference OfIndependent(long count, long total, long otherCount, long otherTotal, double z = 1.96) =>
        Hybrid(count, total, otherCount, otherTotal, 0, z);

    /// <summary>
    /// Of one group asked twice. Method 10 of Newcombe 1998, "Improved confidence intervals for the difference between binomial proportions based on paired data",
    /// Stat Med 17:2635-2650: as for two groups, less what the answers' correlation takes off; that is corrected for continuity where it is positive.
    /// </summary>
    /// <param name="both">How many have the property both times. None of the four counts is negative, and their sum is at least 1.</param>
    /// <param name="onlyFirst">How many have it the first time alone.</param>
    /// <param name="onlySecond">How many have it the second time alone.</param>
    /// <param name="neither">How many never have it.</param>
    /// <param name="z">The normal quantile; 1.96 for 95%.</param>
    public static ProportionDifference OfPaired(long both, long onlyFirst, long onlySecond, long neither, double z = 1.96)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(both);
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        ArgumentOutOfRangeException.ThrowIfNegative(neither);
        var n = both + onlyFirst + onlySecond + neither;
        return Hybrid(both + onlyFirst, n, both + onlySecond, n, Phi(both, onlyFirst, onlySecond, neither), z);
    }

    private static ProportionDifference Hybrid(long count, long total, long otherCount, long otherTotal, double phi, double z)
    {
        var (lower, upper) = Wilson.Interval(count, total, z);
        var (otherLower, otherUpper) = Wilson.Interval(otherCount, otherTotal, z);
        var (share, other) = ((double)count / total, (double)otherCount / otherTotal);
        var difference = share - other;
        return new ProportionDifference(
            difference,
            Math.Max(-1, difference - Reach(share - lower, otherUpper - other)),
            Math.Min(1, difference + Reach(upper - share, other - otherLower)));

        // The sum is never below 0 but for rounding, which phi of nearly 1 brings.
        double Reach(double own, double others) => Math.Sqrt(Math.Max(0, (own * own) + (others * others) - (2 * phi * own * others)));
    }

    /// <summary>0 where everyone, or no one, has the property at one of the times.</summary>
    private static double Phi(double both, double onlyFirst, double onlySecond, double neither)
    {
        var product = (both * neither) - (onlyFirst * onlySecond);
        var corrected = product > 0 ? Math.Max(0, product - ((both + onlyFirst + onlySecond + neither) / 2)) : product;
        var scale = Math.Sqrt((both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither));
        return scale == 0 ? 0 : corrected / scale;
    }
}
