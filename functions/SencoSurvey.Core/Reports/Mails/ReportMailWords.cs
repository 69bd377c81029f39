using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>What a report's mail says besides its figures: the same in HTML and in plain text.</summary>
public static class ReportMailWords
{
    public const string Link = "Open the full report";

    /// <summary>The same link once more, after everything else: in HTML a name, for a signed address is longer than any line.</summary>
    public const string LinkAgain = "Open the full report of these figures";

    public const string Stop = "Stop these reports";

    public const string SinceLastReport = "Since your last report";

    public const string SinceLastRound = "Since the round before";

    public const string Gaps = "Who is missing";

    public const string Asked = "What was asked";

    /// <summary>Above all figures: the notes below them, which say more, are read by few.</summary>
    public const string Caution = "SENCOs chose whether to answer: those who did may differ, and no interval covers that.";

    public const string NothingBeside = "There is nothing to compare these with yet.";

    /// <summary>What officers are sent besides.</summary>
    public const string Attachment = "Attached: every figure as a table (CSV), for Excel or Power BI.";

    /// <summary>Before a leader's list.</summary>
    public const string Checklist = "To ask at your own school, with the figures above in mind:";

    /// <summary>An inbox on a wide screen shows about so much of a subject.</summary>
    private const int LongestSubject = 110;

    /// <summary>A figure, of whom, and in which round: an inbox cuts off what is behind. The round is named by its title where there is room for it: people do not know its id.</summary>
    internal static string Subject(Publication publication, IReadOnlyList<MailFigure> figures) =>
        Subject(publication, figures, publication.Title) is { Length: <= LongestSubject } titled && !titled.Any(char.IsControl) ? titled : Subject(publication, figures, publication.Round);

    private static string Subject(Publication publication, IReadOnlyList<MailFigure> figures, string round)
    {
        var report = $"{(publication.Final ? "final report" : "report")} of {round}";
        return InSubject(figures) switch
        {
            { Share: { } share } figure => $"{publication.ScopeName}: {figure.Value} of {Sencos(share.Base)} – {LowerFirst(figure.Label)} ({report})",
            { } figure => $"{publication.ScopeName}: median {figure.Value} {figure.Unit} – {LowerFirst(figure.Label)} ({report})",
            null => $"SENCO time in {publication.ScopeName}: {report}, {ReportFormat.Responses(publication.Base.Responses)}",
        };
    }

    /// <summary>The first figure that the subject leaves for it, or else the subject's with its base and interval; and what is new. An inbox shows it beside the subject, and the mail begins with its heading.</summary>
    internal static string? Preheader(IReadOnlyList<MailFigure> figures, SinceLastReport? since)
    {
        var leading = figures.FirstOrDefault(figure => !figure.IsHidden && figure != InSubject(figures)) ?? InSubject(figures);
        var said = leading is null ? null : $"{leading.Label}: {leading.Value}{(leading.Unit is { } unit ? $" {unit}" : "")}. {leading.Reading} {leading.Basis}";
        return string.Join(' ', new[] { said, since?.Reading }.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private static MailFigure? InSubject(IReadOnlyList<MailFigure> figures) => figures.FirstOrDefault(figure => figure.Share is not null) ?? figures.FirstOrDefault(figure => !figure.IsHidden);

    private static string Sencos(long count) => count == 1 ? "1 SENCO" : $"{ReportFormat.Count(count)} SENCOs";

    /// <param name="expires">The last day on which the link works.</param>
    public static string LinkExpiry(DateOnly expires) => $"The link works up to and including {ReportFormat.Date(expires)}, for whoever holds it: pass it on only to those who should read the report.";

    internal static string Why(string scope, ReportReader reader) =>
        $"You get this because you are listed as {(reader == ReportReader.Officer ? "an officer" : "a school leader")} to whom the survey’s reports on {scope} are sent.";

    private static string LowerFirst(string label) => label is [var first, .. var rest] ? char.ToLowerInvariant(first) + rest : label;
}
