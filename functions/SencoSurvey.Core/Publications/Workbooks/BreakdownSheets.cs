namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>The same tables for each group of a breakdown, where one was asked for; the group is their first column.</summary>
internal static class BreakdownSheets
{
    public static IEnumerable<Sheet> Of(Publication publication)
    {
        if (publication.By is not { } by) yield break;
        if (by.IsCrossing)
        {
            yield return CrossingSheet.Of(publication, by);
            yield break;
        }

        var where = $"by group, {publication.ScopeName}. Groups: {by.Label}";
        yield return Sheet.WithTable("Groups", $"Responses {where}", $"How many answered in each group ({by.Label}).", Groups, by.All);
        if (publication.Indicators.Count > 0)
            yield return Sheet.WithTable("Indicators_by_group", $"Indicators {where}", "Indicators of each group.", Grouped(FigureColumns.Indicators), Rows(by, group => group.Indicators.Values));
        if (publication.Numbers.Count > 0)
            yield return Sheet.WithTable("Numbers_by_group", $"Numbers {where}", "Numbers of each group.", Grouped(FigureColumns.Numbers), Rows(by, group => NumberLine.Of(publication, group.Id)));
        if (Rows(by, group => BandLine.Of(group.Numbers)).ToList() is { Count: > 0 } bands)
            yield return Sheet.WithTable("Bands_by_group", $"How numbers are spread {where}", "How many answers of each group lie in each band of a number.", Grouped(FigureColumns.Bands), bands);
        if (by.Groups.Any(group => group.Choices.Count > 0))
            yield return Sheet.WithTable("Choices_by_group", $"Answers {where}", "Answers to questions with options of each group.", Grouped(FigureColumns.Choices), Rows(by, group => ChoiceLine.Of(group.Choices)));
    }

    private static readonly IReadOnlyList<Column<GroupFigures>> Groups =
    [
        new("Group", 44, group => Cell.Text(group.Label)),
        new("Responses", 14, group => Cell.Count(group.Responses, group.Status)),
    ];

    private static IEnumerable<(string Group, TRow Row)> Rows<TRow>(Breakdown by, Func<GroupFigures, IEnumerable<TRow>> rows) =>
        by.All.SelectMany(group => rows(group).Select(row => (group.Label, row)));

    /// <summary>The columns with the group before them.</summary>
    public static IEnumerable<Column<(string Group, TRow Row)>> Grouped<TRow>(IEnumerable<Column<TRow>> columns) =>
    [
        new("Group", 32, line => Cell.Text(line.Group)),
        .. columns.Select(column => new Column<(string Group, TRow Row)>(column.Heading, column.Width, line => column.Cell(line.Row))),
    ];
}
