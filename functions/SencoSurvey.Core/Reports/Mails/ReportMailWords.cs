using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>What a report's mail says besides its figures: the same in HTML and in plain text.</summary>
public static class ReportMailWords
{
    public const string Link = "Open the full report";

    public const string Stop = "Stop these reports";

    public const string SinceLastReport = "Since your last report";

    public const string SinceLastRound = "Since the round before";

    public const string Gaps = "Who is missing";

    public const string Asked = "What was asked";

    /// <summary>What officers are sent besides.</summary>
    public const string Attachment = "Attached: every figure as a table (CSV), for Excel or Power BI.";

    /// <summary>Before a leader's list.</summary>
    public const string Checklist = "To ask at your own school, with these figures beside it:";

    /// <summary>The figure that comes first, of whom, and in which round: an inbox cuts off what is behind.</summary>
    internal static string Subject(Publication publication, IReadOnlyList<MailFigure> figures)
    {
        var report = $"{(publication.Final ? "final report" : "report")} of {publication.Round}";
        return (figures.FirstOrDefault(figure => figure.Share is not null) ?? figures.FirstOrDefault(figure => !figure.IsHidden)) switch
        {
            { Share: { } share } figure => $"{publication.ScopeName}: {figure.Value} {LowerFirst(figure.Label)} ({ReportFormat.Count(share.Count)} of {ReportFormat.Count(share.Base)}), {report}",
            { } figure => $"{publication.ScopeName}: median {figure.Value} {figure.Unit}, {LowerFirst(figure.Label)}, {report}",
            null => $"SENCO time in {publication.ScopeName}: {report}, {ReportFormat.Responses(publication.Base.Responses)}",
        };
    }

    internal static string Preheader(string standing, SinceLastReport? since) => since is null ? $"{standing}." : $"{since.Reading} {standing}.";

    /// <param name="expires">The last day on which the link works.</param>
    public static string LinkExpiry(DateOnly expires) => $"The link works up to and including {ReportFormat.Date(expires)}, for whoever holds it: pass it on only to those who should read the report.";

    internal static string Why(string scope, ReportReader reader) =>
        $"You get this because you are listed as {(reader == ReportReader.Officer ? "an officer" : "a school leader")} to whom the survey’s reports on {scope} are sent.";

    private static string LowerFirst(string label) => label is [var first, .. var rest] ? char.ToLowerInvariant(first) + rest : label;
}
