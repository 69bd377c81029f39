namespace SencoSurvey.Core.Reports.Mails;

/// <summary>A figure as one would say it aloud. The figure itself always stands beside it.</summary>
internal static class PlainWords
{
    /// <summary>"About 7 in 10."</summary>
    public static string Share(ReportShare share) => $"{Portion(share)}.";

    /// <summary>"Half are at 3.25 or below, the middle half from 2.5 to 12."</summary>
    public static string Number(ReportSummary summary) => $"Half are at {ReportFormat.Number(summary.Median)} or below, the middle half {summary.MiddleHalf.Spoken}.";

    private static string Portion(ReportShare share) => share switch
    {
        { Count: 0 } => "None",
        { Count: var count, Base: var all } when count == all => "All",
        { Percent: < 5 } => "Fewer than 1 in 20",
        { Percent: > 95 } => "More than 19 in 20",
        { Percent: >= 45 and <= 55 } => "About half",
        { Percent: var percent } => $"About {Math.Clamp(Math.Round(percent / 10, MidpointRounding.AwayFromZero), 1, 9)} in 10",
    };
}
