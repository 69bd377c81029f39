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
                tally => Sizes(tables[tally]),
                [
                    FigureKeys.Group(rows, grid.Rows[^1]),
                    FigureKeys.Group(columns, grid.Columns[^1]),
                    .. Own(grid.Crossing.Columns).Select(indicator => FigureKeys.InGroup(rows, grid.Rows[^1], indicator)),
                    .. Own(grid.Crossing.Rows).Select(indicator => FigureKeys.InGroup(columns, grid.Columns[^1], indicator)),
                ]);
            var crossed = BrokenDown.Crossed(questionnaire, grid.Crossing);
            foreach (var figure in wholes.Where(figure => crossed.ContainsKey(figure.Key)))
            {
                yield return new(
                    FigureKeys.InCrossing(grid, figure.Key),
                    tally => Shares(tables[tally], crossed[figure.Key]),
                    [
                        FigureKeys.Crossing(grid),
                        FigureKeys.InGroup(rows, grid.Rows[^1], figure.Key),
                        FigureKeys.InGroup(columns, grid.Columns[^1], figure.Key),
                        .. figure.Needs.Where(crossed.ContainsKey).Select(needed => FigureKeys.InCrossing(grid, needed)),
                    ]);
            }
        }

        // An indicator of the question that makes the columns counts in each row the same people as they do; so the cells are shown only where it is.
        IEnumerable<string> Own(Grouping by) => questionnaire.Indicators.Where(indicator => !BrokenDown.HasIndicator(by, indicator)).Select(indicator => FigureKeys.Indicator(indicator.Id));
    }

    private static IReadOnlyList<FigureCounts> Sizes(CrossTree table)
    {
        var full = table.Full(cell => cell.Responses, _ => false);
        return [NoneIsEmpty(table, full, cell => cell.Responses), .. table.Cells.Concat(full).Select(cell => new FigureCounts(cell.Responses, 0, cell.Responses, []))];
    }

    /// <param name="indicator">Its place in the questionnaire.</param>
    private static IReadOnlyList<FigureCounts> Shares(CrossTree table, int indicator)
    {
        var full = table.Full(cell => cell.Share(indicator).Base, IsUnanimous);
        return [NoneIsEmpty(table, full, cell => cell.Share(indicator).Base), .. table.Cells.Concat(full).Select(Share)];

        FigureCounts Share(CrossCell cell)
        {
            var (met, answered, missing) = cell.Share(indicator);
            return new(answered, cell.Responses - answered - missing, cell.Responses, [met], NoughtTells: true);
        }

        bool IsUnanimous(IEnumerable<CrossCell> cells) => cells.Aggregate((one, other) => one + other).Share(indicator) is var sum && (sum.Met == 0 || sum.Met == sum.Base);
    }

    /// <summary>Where anyone is at all, somebody is in each of the cells that hide something.</summary>
    private static FigureCounts NoneIsEmpty(CrossTree table, IReadOnlyList<CrossCell> full, Func<CrossCell, long> people)
    {
        var responses = table.Cells.Sum(cell => cell.Responses);
        return new(responses, 0, responses, [.. full.Select(people)], NoughtTells: true);
    }
}
