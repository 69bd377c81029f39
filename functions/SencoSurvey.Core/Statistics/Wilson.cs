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
        var middle = (2 * count) + (z * z);
        var spread = z * Math.Sqrt((z * z) + (4.0 * count * (total - count) / total));
        var scale = 2 * (total + (z * z));
        return (Math.Max(0, (middle - spread) / scale), Math.Min(1, (middle + spread) / scale));
    }
}
