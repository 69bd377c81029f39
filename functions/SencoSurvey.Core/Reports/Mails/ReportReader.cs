namespace SencoSurvey.Core.Reports.Mails;

/// <summary>For whom a report's mail is written: what each can do about the figures decides what it says.</summary>
public enum ReportReader
{
    /// <summary>Leads a school.</summary>
    Leader,

    /// <summary>Works for an authority.</summary>
    Officer,
}
