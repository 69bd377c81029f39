using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>The few figures of a mail: those that lead on the page that it links to.</summary>
internal static class MailFigures
{
    public static IReadOnlyList<MailFigure> Of(Publication publication) =>
    [
        .. MainFigures.Of(publication).Select(id => publication.Indicators.GetValueOrDefault(id) is { } indicator
            ? MailFigure.Of(id, indicator, publication.Final)
            : MailFigure.Of(id, publication.Numbers[id])),
    ];
}
