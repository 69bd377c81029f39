using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>One of the few figures of a mail.</summary>
/// <param name="Value">As it stands large: <c>71.4%</c>, or a median; null where the figure is hidden.</param>
/// <param name="Unit">Of a median; null of a percentage.</param>
/// <param name="Reading">In plain words, or why it is hidden.</param>
/// <param name="Basis">What it rests on: base, interval, missing; null where it is hidden.</param>
/// <param name="Comparison">One line that sets it beside another figure of this survey; null where there is none.</param>
/// <param name="Share">Of a percentage that is shown.</param>
public sealed record MailFigure(string Id, string Label, string? Value, string? Unit, string Reading, string? Basis, string? Comparison, ReportShare? Share)
{
    public bool IsHidden => Value is null;

    internal static MailFigure Of(string id, IndicatorFigure figure, bool final) =>
        ReportHeadline.Of(id, figure) is { Share: { } share }
            ? new(id, figure.Label, ReportFormat.Percent(share.Percent), null, PlainWords.Share(share), $"{share.Basis}.", MailComparison.Of(figure, final), share)
            : new(id, figure.Label, null, null, ReportWords.Hidden(figure.Status), null, null, null);

    internal static MailFigure Of(string id, NumberFigure figure) =>
        ReportNumber.Of(id, figure) is { Summary: { } summary }
            ? new(id, figure.Label, ReportFormat.Number(summary.Median), figure.Unit, PlainWords.Number(summary), Basis: OfMedian(summary), Comparison: null, Share: null)
            : new(id, figure.Label, null, null, ReportWords.Hidden(figure.Status), null, null, null);

    private static string OfMedian(ReportSummary summary) =>
        $"Median of {ReportFormat.Count(summary.N)}{(summary.MedianInterval is { } interval ? $"; 95% interval {interval.Spoken}" : "")}; {ReportFormat.Missing(summary.Missing)}.";
}
