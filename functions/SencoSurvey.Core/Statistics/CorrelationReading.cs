using System.Globalization;

namespace SencoSurvey.Core.Statistics;

/// <summary>What a correlation allows to be said, in words that claim no more than the interval does.</summary>
public static class CorrelationReading
{
    public const string None = "Nothing can be said: too few different answers.";

    /// <summary>Nearer to 0 than this, a bound says that next to no link is possible too: half of what Evans calls very weak.</summary>
    internal const double NextToNothing = 0.1;

    public static string Of(Correlation found)
    {
        var strength = $"A {Range(found.Pearson, found.Spearman)} link";
        if (found is not { PearsonLower: { } lower, PearsonUpper: { } upper }) return $"{strength}, at this number of responses ({found.N}) not to be built on.";
        var nearest = lower > 0 ? lower : upper < 0 ? -upper : 0;
        var (standing, but) = nearest switch
        {
            0 => (", not settled", "so there may be no link at all"),
            < NextToNothing => (", only just clear of chance", "so it may be next to nothing"),
            _ => (", probably more than chance", null),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{strength}{standing}{Direction(found)}. With {found.N} responses the 95% interval runs from {lower:0.00} to {upper:0.00}{(but is null ? "" : $", {but}")}. It does not say what causes what.");
    }

    /// <summary>The words for two coefficients of the same link, from weak to strong: "weak to moderate".</summary>
    internal static string Range(params IEnumerable<double> coefficients)
    {
        var (weakest, strongest) = (Word(coefficients.MinBy(Math.Abs)), Word(coefficients.MaxBy(Math.Abs)));
        return weakest == strongest ? weakest : $"{weakest} to {strongest}";
    }

    private static string Direction(Correlation found) => found switch
    {
        { Pearson: > 0, Spearman: > 0 } => ": more of the one tends to go with more of the other",
        { Pearson: < 0, Spearman: < 0 } => ": more of the one tends to go with less of the other",
        _ => "",
    };

    /// <summary>Evans's bands (1996), a convention and no more.</summary>
    private static string Word(double r) => Math.Abs(r) switch
    {
        < 0.2 => "very weak",
        < 0.4 => "weak",
        < 0.6 => "moderate",
        < 0.8 => "strong",
        _ => "very strong",
    };
}
