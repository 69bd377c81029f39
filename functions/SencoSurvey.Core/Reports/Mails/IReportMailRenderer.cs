using SencoSurvey.Core.Mails;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>Writes a report as an email.</summary>
public interface IReportMailRenderer
{
    /// <param name="content">What the mail says.</param>
    /// <param name="link">The signed address of the report's page.</param>
    /// <param name="linkExpires">The last day on which the link works.</param>
    /// <param name="stop">The signed address at which the recipient stops the reports.</param>
    Task<MailBody> RenderAsync(ReportMailContent content, Uri link, DateOnly linkExpires, Uri stop);
}
