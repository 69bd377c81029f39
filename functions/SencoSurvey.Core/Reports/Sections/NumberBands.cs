using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>How the answers to a number are spread over its bands.</summary>
/// <param name="Sentence">Where most of them lie.</param>
/// <param name="Basis">How many answered.</param>
public sealed record NumberBands(string Id, string Label, string Sentence, string Basis, IReadOnlyList<ReportOption> Bands)
{
    /// <summary>Why there is no drawing where one would be looked for.</summary>
    /// <param name="asked">Which of the numbers have bands; null where that is not known.</param>
    /// <returns>Null where nothing is hidden of a number that is shown.</returns>
    internal static string? NotDrawn(Publication publication, Questionnaire? asked)
    {
        var hidden = publication.Numbers.Where(pair => asked?.BandsOf(pair.Key) is not null && pair.Value is { Status: null, N: > 0 } && Of(pair.Key, pair.Value) is null).Select(pair => $"“{pair.Value.Label}”").ToList();
        return hidden.Count == 0 ? null : $"How the answers are spread is not drawn, because some band would be of too few people: {Sentences.List(hidden)}.";
    }

    /// <returns>Null where the number has no bands, or they are hidden.</returns>
    internal static NumberBands? Of(string id, NumberFigure figure)
    {
        if (figure is not { Status: null, N: { } n, Bands: { Count: > 0 } bands }) return null;
        var shares = bands.Select(band => (band.Label, Share: ReportShare.Of(band.Percent, band.Lower, band.Upper, band.Count, n, figure.Missing, band.Status))).ToList();
        if (shares.Any(band => band.Share is null)) return null;
        var options = shares.Select(band => new ReportOption(band.Label, band.Share!)).ToList();
        var most = options.MaxBy(band => band.Share.Count)!;
        return new(
            id,
            $"{figure.Label}: how they are spread",
            $"The band with the most answers is “{most.Label}”: {ReportFormat.Percent(most.Share.Percent)}.",
            $"{ReportFormat.Count(n)} answered, {ReportFormat.Missing(figure.Missing ?? 0)}.",
            options);
    }
}
