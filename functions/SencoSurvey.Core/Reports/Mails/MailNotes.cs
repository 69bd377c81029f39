using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>What stands in small print behind a mail's figures. The full report says more of each.</summary>
internal static class MailNotes
{
    /// <summary>Of each percentage what was asked, and what others published on the same in the nearest wave; then counts that were published beside the responses.</summary>
    public static IReadOnlyList<ReportNote> Asked(Publication publication, IEnumerable<MailFigure> figures) =>
    [
        .. figures.Where(figure => figure.Share is not null).Select(figure => new ReportNote(figure.Label, Say(publication.Indicators[figure.Id]))),
        .. publication.Choices.Where(choice => choice.Value.Source is not null).Select(choice => ReportChoice.Of(choice.Key, choice.Value)).Where(choice => !choice.Hidden).Select(choice => new ReportNote(choice.Label, Say(choice))),
    ];

    public static IReadOnlyList<ReportNote> Reading(Publication publication) =>
    [
        new("95% interval", $"Where the figure for all would probably lie if those who answered were a random draw from them; the fewer they are, the wider.{Narrowed(publication)} SENCOs chose for themselves whether to answer: the interval does not cover that."),
        .. publication.Representation is { Doubtful: false, Reading: var alike } ? new[] { new ReportNote("Who answered", alike) } : [],
        new("Base and missing", "A percentage is of those who answered the question. Missing: were asked and did not answer."),
        new("Hidden figures", $"No figure rests on fewer than {ReportFormat.Responses(publication.Base.MinimumBase)}, and some are hidden so that nobody can be recognised."),
    ];

    private static string Narrowed(Publication publication) =>
        publication.Base.Invited is { } invited && publication.Indicators.Values.Any(figure => figure.FinitePopulation) ? $" Where all were asked it is narrowed for the share that answered of {ReportFormat.Count(invited)} invited schools; that of a difference is not." : "";

    private static string Say(IndicatorFigure figure) => string.Join(' ', new[] { figure.Wording }.Concat(figure.Benchmarks.Where(published => published.Wave == figure.Benchmarks[0].Wave).Select(Say)));

    private static string Say(PublishedFigure published) =>
        $"Published elsewhere, in other words: {ReportFormat.Number(published.Percent)}% of {published.Base}, {published.Wave}, on “{published.Wording}”. {published.Differs} Source: {published.Source}.";

    private static string Say(ReportChoice choice) =>
        $"{string.Join("; ", choice.Options.Select(option => $"{option.Label} {option.Reading}"))}. {choice.Source}";
}
