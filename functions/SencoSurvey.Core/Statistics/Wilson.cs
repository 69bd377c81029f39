namespace SencoSurvey.Core.Statistics;

/// <summary>
/// The Wilson score interval for a proportion, as the Office for Health Improvement and Disparities uses it:
/// https://fingertips.phe.org.uk/static-reports/public-health-technical-guidance/
/// </summary>
public static class Wilson
{
    /// <param name="count">How many have the property; 0 to <paramref name="total"/>.</param>
    /// <param name="total">Of how many; at least 1.</param>
    /// <param name="z">The normal quantile; 1.96 for 95%.</param>
    /// <returns>The bounds as shares from 0 to 1.</returns>
    public static (double Lower, double Upper) Interval(long count, long total, double z = 1.96)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        return Score(count, total, z);
    }

    /// <summary>
    /// The same for the share of a finite population, of which <paramref name="total"/> were drawn without replacement:
    /// Wilson's formula with n(N - 1)/(N - n) in place of n. That equals leaving n and taking z·√((N - n)/(N - 1)) in place of z, which is what is done here,
    /// because it stays finite when everyone was asked. O'Neill 2021, "Mathematical properties and finite-population correction for the Wilson score interval",
    /// https://doi.org/10.48550/arXiv.2109.12464
    /// </summary>
    /// <param name="count">How many have the property; 0 to <paramref name="total"/>.</param>
    /// <param name="total">Of how many; at least 1.</param>
    /// <param name="population">How many there are in all; at least <paramref name="total"/>. Where it equals it, nothing is left to chance: both bounds are the share itself.</param>
    /// <param name="z">The normal quantile; 1.96 for 95%.</param>
    /// <returns>The bounds as shares from 0 to 1.</returns>
    public static (double Lower, double Upper) Interval(long count, long total, long population, double z = 1.96)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, total);
        var unasked = population == total ? 0 : (population - total) / (population - 1.0); // A population of one has no N - 1 to divide by.
        return Interval(count, total, z * Math.Sqrt(unasked));
    }

    /// <summary>On a base that need not be whole, such as Kish's effective base of weighted answers.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="effectiveBase">More than 0.</param>
    internal static (double Lower, double Upper) OnBase(double share, double effectiveBase, double z = 1.96)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(effectiveBase);
        return Score(share * effectiveBase, effectiveBase, z);
    }

    private static (double Lower, double Upper) Score(double count, double total, double z)
    {
        var middle = (2 * count) + (z * z);
        var spread = z * Math.Sqrt((z * z) + (4 * count * (total - count) / total));
        var scale = 2 * (total + (z * z));
        return (Math.Max(0, (middle - spread) / scale), Math.Min(1, (middle + spread) / scale));
    }
}
