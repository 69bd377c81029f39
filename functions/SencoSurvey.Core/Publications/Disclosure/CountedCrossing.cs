using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Crossed tables, as disclosure control sees them: how many are in each cell, and each indicator of all cells, shown whole or not at all. A table takes the figures of all its
/// rows and columns, which its breakdowns have. So beside those nothing is new but the cells: none of them is small or empty, in the scope and in what is left of it.
/// </summary>
internal static class CountedCrossing
{
    /// <param name="wholes">See <see cref="CountedFigure.OfWholes"/>.</param>
    /// <param name="grids">Of the round.</param>
    /// <param name="tree">All scopes of the round.</param>
    public static IEnumerable<CountedFigure> All(Questionnaire questionnaire, IReadOnlyList<CountedFigure> wholes, IReadOnlyList<CrossGrid> grids, ScopeTree tree, DisclosureRules rules)
    {
        foreach (var grid in grids)
        {
            var (rows, columns) = (grid.Crossing.Rows.Id, grid.Crossing.Columns.Id);
            var tables = CrossTree.All(grid, tree, rules);
            yield return new(
                FigureKeys.Crossing(grid),
                tally => Cells(tables[tally], indicator: null),
                [
                    FigureKeys.Group(rows, grid.Rows[^1]),
                    FigureKeys.Group(columns, grid.Columns[^1]),
                    .. Own(grid.Crossing.Columns).Select(indicator => FigureKeys.InGroup(rows, grid.Rows[^1], indicator)),
                    .. Own(grid.Crossing.Rows).Select(indicator => FigureKeys.InGroup(columns, grid.Columns[^1], indicator)),
                ])
            { IsDetail = true, IsOfGroup = true, Table = new(grid, null, null) };
            var crossed = BrokenDown.Crossed(questionnaire, grid.Crossing);
            foreach (var figure in wholes.Where(figure => crossed.ContainsKey(figure.Key)))
            {
                yield return new(
                    FigureKeys.InCrossing(grid, figure.Key),
                    tally => Cells(tables[tally], crossed[figure.Key]),
                    [
                        FigureKeys.Crossing(grid),
                        FigureKeys.InGroup(rows, grid.Rows[^1], figure.Key),
                        FigureKeys.InGroup(columns, grid.Columns[^1], figure.Key),
                        .. figure.Needs.Where(crossed.ContainsKey).Select(needed => FigureKeys.InCrossing(grid, needed)),
                    ])
                { IsDetail = true, IsOfGroup = true, About = figure.About, Table = new(grid, figure.Key, crossed[figure.Key]) };
            }
        }

        // An indicator of the question that makes the columns counts in each row the same people as they do; so the cells are shown only where it is.
        IEnumerable<string> Own(Grouping by) => questionnaire.Indicators.Where(indicator => !BrokenDown.HasIndicator(by, indicator)).Select(indicator => FigureKeys.Indicator(indicator.Id));
    }

    /// <summary>Where anyone is at all, somebody is in each of the cells that hide something; and each cell is one by itself.</summary>
    /// <param name="indicator">Its place in the questionnaire; null for how many there are.</param>
    private static IReadOnlyList<FigureCounts> Cells(CrossTree table, int? indicator)
    {
        var (cells, hiding) = (table.People(indicator), table.Hiding(indicator));
        var responses = cells.Sum(cell => cell.Responses);
        return
        [
            new(responses, 0, responses, [.. hiding.Select(cell => cell.Share.Base)], NoughtTells: true),
            .. cells.Concat(hiding).Select(cell => cell.Counts(withShare: indicator is not null)),
        ];
    }
}
