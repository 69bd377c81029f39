namespace SencoSurvey.Core.Statistics;

/// <summary>Which way a difference goes, in words that name a direction only where the interval leaves no other.</summary>
public static class DifferenceReading
{
    /// <param name="found">The figure that is spoken of, less the other's.</param>
    /// <param name="other">What it is compared with, as it stands behind "than": "last year", "England", "primary schools".</param>
    /// <returns>Words that follow the figure: "higher than last year". That no difference is clear does not say that there is none.</returns>
    public static string Of(ProportionDifference found, string other) => found switch
    {
        { Lower: > 0 } => $"higher than {other}",
        { Upper: < 0 } => $"lower than {other}",
        _ => $"no clear difference from {other}",
    };
}
