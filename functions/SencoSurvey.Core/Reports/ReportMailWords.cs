namespace SencoSurvey.Core.Reports;

/// <summary>What an email says besides the report: the same in HTML and in plain text.</summary>
public static class ReportMailWords
{
    public const string Link = "Open the full report";

    public const string Stop = "Stop these reports";

    public static string Subject(ReportContent content) =>
        $"{content.Heading}: {(content.Final ? "final report" : "report")} of {content.Round}, {ReportFormat.Responses(content.Responses)}{(content.Final ? "" : $" by {ReportFormat.Date(content.PublishedOn)}")}";

    public static string LinkExpiry(DateOnly expires) =>
        $"The link works up to and including {ReportFormat.Date(expires)}. It opens this report for whoever holds it: pass it on only to those who should read it.";

    public static string Why(ReportContent content) =>
        $"You get this because you are listed as a recipient of the survey’s reports on {content.ScopeName}.";
}
