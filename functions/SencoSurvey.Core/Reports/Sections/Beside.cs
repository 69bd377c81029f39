using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>What stands beside a percentage, to be read at a glance; and the same with all it rests on.</summary>
/// <param name="Term">What it is: "Round 2025".</param>
/// <param name="Text">A few words: "48.0%, no clear difference".</param>
/// <param name="Detail">Interval, base and wording, in sentences.</param>
public sealed record Beside(string Term, string Text, string Detail)
{
    /// <summary>The round before, those schools that answered both times, weights, everybody else, and the nearest published figure: those that there are, in this order.</summary>
    /// <param name="figure">One that is shown.</param>
    /// <param name="breakdowns">The names of the breakdowns, by id.</param>
    internal static IEnumerable<Beside> Of(IndicatorFigure figure, IReadOnlyDictionary<string, string> breakdowns)
    {
        if (figure.Previous is { } previous && Before(previous) is { } before) yield return before;
        if (figure.Previous?.Paired is { } paired) yield return SameSchools(paired);
        if (figure.Weighted is { } weighted) yield return Weights(weighted, figure.Base ?? 0, breakdowns);
        if (figure.Others is not null) yield return Elsewhere(figure);
        if (figure.Benchmarks is [var nearest, ..]) yield return Published(nearest.Wave, [.. figure.Benchmarks.Where(published => published.Wave == nearest.Wave)]);
    }

    private static Beside? Before(PreviousFigure previous) => previous switch
    {
        { Percent: { } percent, Count: { } count, Base: { } total, Lower: { } lower, Upper: { } upper } => new(
            $"Round {previous.Round}",
            $"{ReportFormat.Percent(percent)}{(previous is { DifferenceLower: { } from, DifferenceUpper: { } to } ? $", {Way(from, to, "now higher", "now lower")}" : "")}",
            $"{ReportFormat.Percent(percent)} in the same words ({ReportFormat.Count(count)} of {ReportFormat.Count(total)}; 95% interval {ReportRange.OfPercent(lower, upper).Spoken})."
            + (previous is { Difference: { } difference, DifferenceLower: { } fromPoints, DifferenceUpper: { } toPoints, Reading: { } reading } ? $" This round: {reading}, {Interval(difference, fromPoints, toPoints)}." : "")),
        { Reading: { } why } => new($"Round {previous.Round}", "not asked in the same way", Sentences.Full(why)),
        _ => null,
    };

    private static Beside SameSchools(PairedFigure paired) => new(
        "Same schools",
        $"{ReportFormat.Points(paired.Difference)}, {Way(paired.DifferenceLower, paired.DifferenceUpper, "now higher", "now lower")}",
        $"Among the {ReportFormat.Count(paired.Pairs)} schools that answered in both rounds the change is {Interval(paired.Difference, paired.DifferenceLower, paired.DifferenceUpper)}. {Sentences.Full(paired.Reading)}");

    private static Beside Weights(WeightedFigure weighted, long unweighted, IReadOnlyDictionary<string, string> breakdowns)
    {
        var by = Sentences.List(weighted.By.Select(id => $"“{breakdowns.GetValueOrDefault(id, id)}”"));
        return new(
            "Weighted",
            $"{ReportFormat.Percent(weighted.Percent)}, by {SchoolGroupWords.Of(weighted.By)}",
            $"{ReportFormat.Percent(weighted.Percent)}, 95% interval {ReportRange.OfPercent(weighted.Lower, weighted.Upper).Spoken}, where each group of schools counts for as much as there are of them; groups by {by}{(weighted.By.Count > 1 ? " at once" : "")}. It is as sure as {ReportFormat.Number(Math.Round(weighted.EffectiveBase))} responses that count equally (the effective base), of {ReportFormat.Count(unweighted)}.");
    }

    private static Beside Elsewhere(IndicatorFigure figure)
    {
        var others = figure.Others!;
        return new(
            Sentences.Capital(others.Who),
            $"{ReportFormat.Percent(others.Percent)}, {Way(others.DifferenceLower, others.DifferenceUpper, "higher here", "lower here")}",
            $"{ReportFormat.Percent(others.Percent)} ({ReportFormat.Count(others.Count)} of {ReportFormat.Count(others.Base)}). Here: {others.Reading}, {Interval(others.Difference, others.DifferenceLower, others.DifferenceUpper)}.");
    }

    /// <summary>The library names the nearest wave first; a wave may have said several things about the same, or said it of several kinds of school.</summary>
    private static Beside Published(string wave, IReadOnlyList<PublishedFigure> figures) => new(
        $"Nationally, {Year(wave)}",
        $"{Sentences.List(figures.Select(figure => $"{ReportFormat.Number(figure.Percent)}%"))}, asked in other words",
        string.Join(' ', figures.Select(figure => $"{figure.Wave}: {ReportFormat.Number(figure.Percent)}% of {figure.Base}. The wording there was another: “{figure.Wording}”. {figure.Differs} Source: {figure.Source}.")));

    /// <summary>The wave's last word, where that is a year.</summary>
    private static string Year(string wave) => wave.Split(' ')[^1] is { Length: 4 } last && last.All(char.IsAsciiDigit) ? last : wave;

    /// <summary>A direction only where the interval leaves no other.</summary>
    private static string Way(double lower, double upper, string higher, string less) => lower > 0 ? higher : upper < 0 ? less : "no clear difference";

    private static string Interval(double difference, double lower, double upper) => $"{ReportFormat.Points(difference)}, 95% interval from {ReportFormat.Points(lower)} to {ReportFormat.Points(upper)}";
}
