namespace SencoSurvey.Core.Reports;

/// <summary>An email with a report, ready to send.</summary>
public sealed record ReportMail(string Subject, string Text, string Html);

/// <summary>Writes a report as an email.</summary>
public interface IReportMailRenderer
{
    /// <param name="content">What the report says.</param>
    /// <param name="link">The signed address of the report's page.</param>
    /// <param name="linkExpires">The last day on which the link works.</param>
    Task<ReportMail> RenderAsync(ReportContent content, Uri link, DateOnly linkExpires);
}
