using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>What changed since the round before.</summary>
public static class SinceLastRound
{
    /// <param name="ids">Of the figures that the mail shows.</param>
    /// <returns>A line for each of them that the round before had too; also where the wording changed, so that the two are not compared. Where the same schools are known in both rounds, their change too.</returns>
    internal static IReadOnlyList<ReportNote> Of(Publication publication, IEnumerable<string> ids) =>
    [
        .. from id in ids
           let figure = publication.Indicators.GetValueOrDefault(id)
           let previous = figure is { Status: null } ? figure.Previous : null
           where previous is not null
           let line = MailComparison.Since(previous) ?? (previous.Reading is { } why ? $"Round {previous.Round}: {why}" : null)
           where line is not null
           select new ReportNote(figure.Label, previous.Paired is { } paired ? $"{line} {MailComparison.Of(paired)}" : line),
    ];
}
