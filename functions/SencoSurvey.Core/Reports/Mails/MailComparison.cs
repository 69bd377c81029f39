using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>The one line that sets a figure beside another of this survey.</summary>
internal static class MailComparison
{
    /// <summary>Beside all others, where that is known; else beside the round before, unless the final report says so in a place of its own.</summary>
    public static string? Of(IndicatorFigure figure, bool final) => figure switch
    {
        { Others: { } others } => Line(others.Reading, others.Percent, others.Base, others.Difference, others.DifferenceLower, others.DifferenceUpper),
        { Previous: { } previous } when !final => Since(previous),
        _ => null,
    };

    /// <returns>Null where the two are not compared.</returns>
    public static string? Since(PreviousFigure previous) =>
        previous is { Difference: { } difference, DifferenceLower: { } lower, DifferenceUpper: { } upper, Percent: { } percent, Base: { } total, Reading: { } reading }
            ? Line(reading, percent, total, difference, lower, upper)
            : null;

    /// <summary>"Among the 64 schools in both rounds: +6.3 points, 95% interval from +0.4 to +12.6."</summary>
    public static string Of(PairedFigure paired) =>
        $"Among the {ReportFormat.Count(paired.Pairs)} schools in both rounds: {ReportFormat.Points(paired.Difference)}, 95% interval from {Bound(paired.DifferenceLower)} to {Bound(paired.DifferenceUpper)}.";

    /// <summary>"Higher than the round before (61.4% of 57): +10.0 points, 95% interval from +1.2 to +18.5."</summary>
    private static string Line(string reading, double percent, long total, double difference, double lower, double upper) =>
        $"{Sentence(reading)} ({ReportFormat.Percent(percent)} of {ReportFormat.Count(total)}): {ReportFormat.Points(difference)}, 95% interval from {Bound(lower)} to {Bound(upper)}.";

    private static string Bound(double points) => ReportFormat.Points(points)[..^" points".Length];

    /// <summary>Readings are words that follow a figure; here they begin a sentence.</summary>
    private static string Sentence(string reading) => reading.TrimEnd('.') is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : reading;
}
