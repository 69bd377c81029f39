namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>Two crossed breakdowns as one table: how many are in each cell, and its indicators, with each breakdown's group in a column of its own to sort and filter by.</summary>
internal static class CrossingSheet
{
    public static Sheet Of(Publication publication, Breakdown by) => Sheet.WithTable(
        "Crossed_groups",
        $"Responses and indicators by two groups, {publication.ScopeName}. Groups: {by.Label}",
        $"How many answered in each pair of groups ({by.Label}), and their indicators.",
        Columns,
        by.Groups.SelectMany(cell => cell.Indicators.Values.Prepend(Responses(cell)).Select(figure => (cell.Parts!, figure))));

    private static readonly IReadOnlyList<Column<(IReadOnlyList<GroupPart> Parts, IndicatorFigure Figure)>> Columns =
    [
        new("Group", 32, line => Cell.Text(line.Parts[0].Label)),
        new("Crossed with", 32, line => Cell.Text(line.Parts[1].Label)),
        .. FigureColumns.Indicators.Select(column => new Column<(IReadOnlyList<GroupPart> Parts, IndicatorFigure Figure)>(column.Heading, column.Width, line => column.Cell(line.Figure))),
    ];

    /// <summary>How many are in a cell, as the first line of it.</summary>
    private static IndicatorFigure Responses(GroupFigures cell) =>
        new("Responses", "How many answered.", cell.Responses, cell.Responses, null, null, null, null, cell.Status, Previous: null, Benchmarks: []);
}
