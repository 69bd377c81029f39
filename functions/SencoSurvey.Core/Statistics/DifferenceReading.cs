namespace SencoSurvey.Core.Statistics;

/// <summary>Which way a difference goes, in words that name a direction only where the interval leaves no other.</summary>
public static class DifferenceReading
{
    /// <param name="found">The figure that is spoken of, less the other's.</param>
    /// <param name="other">What it is compared with, as it stands behind "than": "last year", "England", "the others".</param>
    /// <param name="among">What stands between "than" and the other, where it is a group of people or a place: "among", "in".</param>
    /// <returns>Words that follow the figure: "higher than last year". That no difference is clear does not say that there is none.</returns>
    public static string Of(ProportionDifference found, string other, string? among = null)
    {
        var than = among is null ? $"than {other}" : $"than {among} {other}";
        return found switch
        {
            { Lower: > 0 } => $"higher {than}",
            { Upper: < 0 } => $"lower {than}",
            _ => $"no clear difference from {other}",
        };
    }
}
