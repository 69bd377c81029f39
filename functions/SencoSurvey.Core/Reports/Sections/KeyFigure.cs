using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>One of the figures that matter first. Of a number <see cref="Summary"/> is given, of a percentage <see cref="Share"/>, and where it is hidden neither.</summary>
/// <param name="Value">The figure, to stand large; null where it is hidden.</param>
/// <param name="Unit">Of a number.</param>
/// <param name="Sentence">The figure in words, or why it is hidden.</param>
/// <param name="Basis">Base, interval and missing answers; null where it is hidden.</param>
/// <param name="Wording">What was asked and who is counted; null of a number, whose label says it.</param>
public sealed record KeyFigure(string Id, string Label, string? Value, string? Unit, string Sentence, string? Basis, string? Wording, ReportShare? Share, ReportSummary? Summary, IReadOnlyList<Beside> Besides)
{
    /// <summary>Those that lead in the mail too.</summary>
    internal static IReadOnlyList<KeyFigure> Of(ReportContent content, Publication publication)
    {
        var breakdowns = (publication.Breakdowns ?? new Dictionary<string, Breakdown>()).ToDictionary(pair => pair.Key, pair => pair.Value.Label);
        return
        [
            .. content.Main.Select(id => content.Headlines.FirstOrDefault(headline => headline.Id == id) is { } headline
                ? Of(headline, publication.Indicators[id], breakdowns)
                : Of(content.Numbers.First(number => number.Id == id))),
        ];
    }

    private static KeyFigure Of(ReportNumber number) => number.Summary is { } summary
        ? new(
            number.Id,
            number.Label,
            ReportFormat.Number(summary.Median),
            number.Unit,
            $"Half of those who answered have {ReportFormat.Number(summary.Median)} {number.Unit} or less. The middle half have {summary.MiddleHalf.Spoken}.",
            $"{(summary.MedianInterval is { } interval ? $"95% interval of the median {interval.Spoken}; " : "")}{summary.MeanFirst}{ReportFormat.Count(summary.N)} answered, {ReportFormat.Missing(summary.Missing)}.",
            null,
            null,
            summary,
            [])
        : new(number.Id, number.Label, null, null, number.Hidden!, null, null, null, null, []);

    private static KeyFigure Of(ReportHeadline headline, IndicatorFigure figure, IReadOnlyDictionary<string, string> breakdowns) => headline.Share is { } share
        ? new(
            headline.Id,
            headline.Label,
            ReportFormat.Percent(share.Percent),
            null,
            $"{Sentences.Capital(ShareWords.Of(share.Percent))}: {ReportFormat.Count(share.Count)} of the {ReportFormat.Count(share.Base)} who answered.",
            $"95% interval {share.Interval.Spoken}; {ReportFormat.Missing(share.Missing)}.",
            headline.Wording,
            share,
            null,
            [.. Beside.Of(figure, breakdowns)])
        : new(headline.Id, headline.Label, null, null, headline.Hidden!, null, headline.Wording, null, null, []);
}
