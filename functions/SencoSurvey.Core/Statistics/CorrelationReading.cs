using System.Globalization;

namespace SencoSurvey.Core.Statistics;

/// <summary>What a correlation allows to be said, in words that claim no more than the interval does.</summary>
public static class CorrelationReading
{
    public const string None = "Nothing can be said: too few different answers.";

    public static string Of(Correlation found)
    {
        var strength = Strength(found);
        if (found is not { PearsonLower: { } lower, PearsonUpper: { } upper }) return $"{strength}, at this number of responses ({found.N}) not to be built on.";
        var settled = lower > 0 || upper < 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{strength}, {(settled ? "and probably more than chance" : "and not settled")}: with {found.N} responses the 95% interval runs from {lower:0.00} to {upper:0.00}{(settled ? "." : ", so no link at all is possible too.")} It does not say what causes what.");
    }

    private static string Strength(Correlation found)
    {
        var (pearson, spearman) = (Word(found.Pearson), Word(found.Spearman));
        var range = pearson == spearman ? pearson : Math.Abs(found.Pearson) < Math.Abs(found.Spearman) ? $"{pearson} to {spearman}" : $"{spearman} to {pearson}";
        var direction = found is { Pearson: > 0, Spearman: > 0 } ? ", the one rising with the other" : found is { Pearson: < 0, Spearman: < 0 } ? ", the one falling as the other rises" : "";
        return char.ToUpperInvariant(range[0]) + range[1..] + direction;
    }

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
