using SencoSurvey.Core.Reports.Sections;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>A figure as one would say it aloud. The figure itself always stands beside it.</summary>
internal static class PlainWords
{
    /// <summary>"Nearly three quarters.": as the report page has it.</summary>
    public static string Share(ReportShare share)
    {
        var words = ShareWords.Of(share.Percent);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }

    /// <summary>"Half are at 3.25 or below, the middle half from 2.5 to 12."</summary>
    public static string Number(ReportSummary summary) => $"Half are at {ReportFormat.Number(summary.Median)} or below, the middle half {summary.MiddleHalf.Spoken}.";
}
