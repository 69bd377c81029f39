using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Reports.Sections;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>What a report's mail says, in HTML and in plain text alike: few figures first, and after them what they rest on. It names nobody: a mail is passed on.</summary>
/// <param name="Survey">The round's title.</param>
/// <param name="Standing">Whether the figures are final, what they rest on, and when they were published.</param>
/// <param name="Preheader">What an inbox shows beside the subject; null where no figure is shown and nothing is new.</param>
/// <param name="Figures">At most <see cref="MainFigures.Most"/>.</param>
/// <param name="Doubt">That those who answered are unlike the schools there are; null where they are not, or it is not known: then it stands among the notes.</param>
/// <param name="StandsAlone">That figures are shown, and nothing at all beside them.</param>
/// <param name="TimeAndNeed">Whether pupil numbers decide SENCO time, in a sentence; null where nothing can be said of it.</param>
/// <param name="SinceLastReport">Null in the first report.</param>
/// <param name="SinceLastRound">In a final report, what changed since the round before; empty otherwise.</param>
/// <param name="Gaps">For officers: who is missing.</param>
/// <param name="Checklist">For leaders: what to ask at their own school.</param>
/// <param name="Asked">Of each percentage what was asked and who is counted, and what others published, with its own wording.</param>
/// <param name="Notes">How to read it.</param>
public sealed record ReportMailContent(
    ReportReader Reader,
    string Subject,
    string? Preheader,
    string Survey,
    string Heading,
    string Standing,
    IReadOnlyList<MailFigure> Figures,
    string? Doubt,
    bool StandsAlone,
    string? TimeAndNeed,
    SinceLastReport? SinceLastReport,
    IReadOnlyList<ReportNote> SinceLastRound,
    ResponseGaps? Gaps,
    Checklist? Checklist,
    IReadOnlyList<ReportNote> Asked,
    IReadOnlyList<ReportNote> Notes,
    string Why)
{
    /// <exception cref="ArgumentException">The publication is live: its figures have not been through disclosure control.</exception>
    public static ReportMailContent Of(ReportMailSource source)
    {
        var (publication, reader, lastSent, schools, areInvited, checklist) = source;
        if (publication.Live) throw new ArgumentException("Live figures have not been through disclosure control and go into no mail.", nameof(source));
        var figures = MailFigures.Of(publication);
        var ids = figures.Select(figure => figure.Id).ToList();
        var since = Mails.SinceLastReport.Of(publication, lastSent, ids);
        var sinceLastRound = publication.Final ? Mails.SinceLastRound.Of(publication, ids) : [];
        var standing = ReportWords.Standing(publication, UkDate.Of(publication.PublishedAt));
        return new ReportMailContent(
            reader,
            ReportMailWords.Subject(publication, figures),
            ReportMailWords.Preheader(figures, since),
            publication.Title,
            $"SENCO time in {publication.ScopeName}",
            standing,
            figures,
            publication.Representation is { Doubtful: true, Reading: var doubt } ? doubt : null,
            figures.Any(figure => !figure.IsHidden) && since is not { Moved.Count: > 0 } && sinceLastRound.Count == 0 && !figures.Any(figure => IsCompared(figure, publication)),
            Verdict(Sections.TimeAndNeed.Of(publication)),
            since,
            sinceLastRound,
            reader == ReportReader.Officer ? ResponseGaps.Of(publication, schools, areInvited) : null,
            reader == ReportReader.Leader ? checklist : null,
            MailNotes.Asked(publication, figures),
            MailNotes.Reading(publication),
            ReportMailWords.Why(publication.ScopeName, reader));
    }

    /// <summary>Also with what others published, which stands among the notes.</summary>
    private static bool IsCompared(MailFigure figure, Publication publication) =>
        figure.Comparison is not null || (figure.Share is not null && publication.Indicators[figure.Id].Benchmarks.Count > 0);

    /// <summary>The answer begins with it; the page says on what it rests.</summary>
    private static string? Verdict(TimeAndNeed found) => found.Answer?.Split(". ")[0].TrimEnd('.') is { } verdict ? $"{verdict}." : null;
}
