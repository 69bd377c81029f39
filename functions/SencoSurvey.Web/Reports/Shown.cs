using SencoSurvey.Core.Reports;

namespace SencoSurvey.Web.Reports;

/// <summary>How figures stand in cells.</summary>
public static class Shown
{
    /// <summary>Rounds to 0.0% but is not nought: a symbol of the Department for Education's statistics.</summary>
    public const string Low = "low";

    public static string Percent(ReportShare share) => share.Count > 0 && Math.Round(share.Percent, 1) == 0 ? Low : ReportFormat.Percent(share.Percent);

    /// <summary>"52% (135)".</summary>
    public static string WithCount(ReportShare share) => $"{Percent(share)} ({ReportFormat.Count(share.Count)})";
}
