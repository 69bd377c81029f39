using SencoSurvey.Core.Reports;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>The columns of each kind of table: every percentage stands with its count, base and missing answers.</summary>
internal static class FigureColumns
{
    private const double Label = 44;
    private const double Long = 70;
    private const double Figure = 14;

    public static readonly IReadOnlyList<Column<IndicatorFigure>> Indicators =
    [
        new("Indicator", Label, figure => Cell.Text(figure.Label)),
        new("Count", Figure, figure => Cell.Count(figure.Count, figure.Status)),
        new("Base", Figure, figure => Cell.Count(figure.Base, figure.Status)),
        new("Missing", Figure, figure => Cell.Count(figure.Missing, figure.Status)),
        new("Per cent", Figure, figure => Cell.Percent(figure.Percent, figure.Status)),
        new("Lower 95% bound", Figure, figure => Cell.Percent(figure.Lower, figure.Status)),
        new("Upper 95% bound", Figure, figure => Cell.Percent(figure.Upper, figure.Status)),
        new("Wording", Long, figure => Cell.Text(figure.Wording)),
        new("Published figures", Long, figure => Cell.Text(Comparisons(figure))),
    ];

    public static readonly IReadOnlyList<Column<NumberLine>> Numbers =
    [
        new("Number", Label, line => Cell.Text(line.Figure.Label)),
        new("Unit", 18, line => Cell.Text(line.Figure.Unit)),
        new("Answered", Figure, line => Cell.Count(line.Figure.N, line.Figure.Status)),
        new("Missing", Figure, line => Cell.Count(line.Figure.Missing, line.Figure.Status)),
        new("Does not apply to", Figure, line => Cell.Count(line.Figure.Status == Symbols.Confidential ? null : line.Figure.NotAsked ?? 0, line.Figure.Status)),
        new("Total", Figure, line => line.Cell("total")),
        new("Mean", Figure, line => line.Cell("mean")),
        new("Standard deviation", Figure, line => line.Cell("sd")),
        new("Smallest", Figure, line => line.Cell("min")),
        new("10th percentile", Figure, line => line.Cell("p10")),
        new("Lower quartile", Figure, line => line.Cell("q1")),
        new("Median", Figure, line => line.Cell("median")),
        new("Median, lower 95% bound", Figure, line => line.MedianBound(row => row.Lower)),
        new("Median, upper 95% bound", Figure, line => line.MedianBound(row => row.Upper)),
        new("Upper quartile", Figure, line => line.Cell("q3")),
        new("90th percentile", Figure, line => line.Cell("p90")),
        new("Largest", Figure, line => line.Cell("max")),
    ];

    public static readonly IReadOnlyList<Column<BandLine>> Bands =
    [
        new("Number", Label, line => Cell.Text(line.Figure.Label)),
        new("Band", Label, line => Cell.Text(line.Band.Label)),
        .. OfOption<BandLine>(line => line.Band, line => line.Figure.N, line => line.Figure.Missing),
    ];

    public static readonly IReadOnlyList<Column<ChoiceLine>> Choices =
    [
        new("Question", Label, line => Cell.Text(line.Question.Label)),
        new("Answer", Label, line => Cell.Text(line.Option.Label)),
        .. OfOption<ChoiceLine>(line => line.Option, line => line.Question.N, line => line.Question.Missing),
        new("Source", Label, line => Cell.Text(line.Source)),
    ];

    public static readonly IReadOnlyList<Column<RelationshipFigure>> Relationships =
    [
        new("Relationship", Label, figure => Cell.Text(figure.Label)),
        new("Responses", Figure, figure => Cell.Count(figure.N, figure.Status)),
        new("Pearson", Figure, figure => Cell.Decimal(figure.Pearson, figure.Status)),
        new("Lower 95% bound", Figure, figure => Cell.Decimal(figure.PearsonLower, figure.Status)),
        new("Upper 95% bound", Figure, figure => Cell.Decimal(figure.PearsonUpper, figure.Status)),
        new("Spearman", Figure, figure => Cell.Decimal(figure.Spearman, figure.Status)),
        new("Kendall", Figure, figure => Cell.Decimal(figure.Kendall, figure.Status)),
        new("Reading", Long, figure => Cell.Text(ReportWords.Reading(figure))),
    ];

    /// <param name="missing">Null: there is no such column.</param>
    public static IEnumerable<Column<TLine>> OfOption<TLine>(Func<TLine, OptionFigure> option, Func<TLine, long?> answered, Func<TLine, long?>? missing = null) =>
    [
        new("Count", Figure, line => Cell.Count(option(line).Count, option(line).Status)),
        new("Base", Figure, line => Cell.Count(answered(line), option(line).Status)),
        .. missing is null ? Enumerable.Empty<Column<TLine>>() : [new("Missing", Figure, line => Cell.Count(missing(line), option(line).Status))],
        new("Per cent", Figure, line => Cell.Percent(option(line).Percent, option(line).Status)),
        new("Lower 95% bound", Figure, line => Cell.Percent(option(line).Lower, option(line).Status)),
        new("Upper 95% bound", Figure, line => Cell.Percent(option(line).Upper, option(line).Status)),
    ];

    private static string Comparisons(IndicatorFigure figure)
    {
        var lines = string.Join('\n', ReportWords.Comparisons(figure));
        return lines.Length > 0 ? lines : "None";
    }
}
