using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>How the answers to a number are spread over its bands.</summary>
/// <param name="Sentence">Where most of them lie.</param>
/// <param name="Basis">How many answered.</param>
public sealed record NumberBands(string Id, string Label, string Sentence, string Basis, IReadOnlyList<ReportOption> Bands)
{
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
