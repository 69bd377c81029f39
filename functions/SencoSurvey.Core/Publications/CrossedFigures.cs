using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications;

/// <summary>Two breakdowns crossed, in counts alone, as a file keeps them: rows' words and shares follow from the publication's other figures.</summary>
/// <param name="Rows">The id of the breakdown whose groups are rows.</param>
/// <param name="Columns">The id of the other one.</param>
/// <param name="RowIds">Of groups, the last perhaps of all others; of a hidden table none, as <paramref name="ColumnIds"/>.</param>
/// <param name="Responses">Of each cell, row by row; null where hidden.</param>
/// <param name="Indicators">By id; null where hidden.</param>
public sealed record CrossedFigures(string Rows, string Columns, IReadOnlyList<string> RowIds, IReadOnlyList<string> ColumnIds, IReadOnlyList<long>? Responses, IReadOnlyDictionary<string, CrossedShare?> Indicators)
{
    /// <summary>As it is asked for.</summary>
    internal string Id => $"{Rows},{Columns}";

    /// <summary>All crossings of a questionnaire, as far as they may be shown.</summary>
    /// <param name="grids">Those crossings that the round has tables of.</param>
    internal static IReadOnlyList<CrossedFigures> Shown(Questionnaire questionnaire, IReadOnlyList<CrossGrid> grids, Tally tally, Predicate<string> isShown) =>
    [
        .. questionnaire.Crossings.Select(crossing => grids.FirstOrDefault(grid => grid.Crossing.Id == crossing.Id) is { } grid && isShown(FigureKeys.Crossing(grid))
            ? Of(questionnaire, grid, tally, figure => isShown(FigureKeys.InCrossing(grid, figure)))
            : new CrossedFigures(crossing.Rows.Id, crossing.Columns.Id, [], [], null, new Dictionary<string, CrossedShare?>())),
    ];

    /// <summary>With nothing hidden.</summary>
    internal static IReadOnlyList<CrossedFigures> All(Questionnaire questionnaire, Tally tally) =>
        [.. questionnaire.Crossings.Select(crossing => Of(questionnaire, CrossGrid.Whole(crossing, tally), tally, _ => true))];

    /// <summary>As a breakdown, whose groups are the cells.</summary>
    /// <param name="publication">That this is part of.</param>
    internal Breakdown In(Publication publication)
    {
        var (rows, columns) = (publication.Breakdowns![Rows], publication.Breakdowns[Columns]);
        var cells = Parts(rows, RowIds).SelectMany(row => Parts(columns, ColumnIds).Select(column => (Row: row, Column: column)));
        return new Breakdown(Id, $"{rows.Label} By: {columns.Label}", [.. cells.Select((cell, place) => Cell(publication, cell.Row, cell.Column, place))]);
    }

    private static CrossedFigures Of(Questionnaire questionnaire, CrossGrid grid, Tally tally, Predicate<string> isShown)
    {
        var cells = grid.CellsOf(tally);
        return new CrossedFigures(
            grid.Crossing.Rows.Id,
            grid.Crossing.Columns.Id,
            grid.RowIds,
            grid.ColumnIds,
            [.. cells.Select(cell => cell.Responses)],
            BrokenDown.Crossed(questionnaire, grid.Crossing).ToDictionary(
                figure => questionnaire.Indicators[figure.Value].Id,
                figure => isShown(figure.Key) ? CrossedShare.Of([.. cells.Select(cell => cell.Share(figure.Value))]) : null));
    }

    private static IEnumerable<GroupPart> Parts(Breakdown by, IReadOnlyList<string> ids)
    {
        var labels = by.Groups.ToDictionary(group => group.Id, group => group.Label);
        return (ids.Count > 0 ? ids : [.. labels.Keys]).Select(id => new GroupPart(by.Question, id, labels.GetValueOrDefault(id, Breakdown.RestLabel)));
    }

    private GroupFigures Cell(Publication publication, GroupPart row, GroupPart column, int place) => new(
        $"{row.Id},{column.Id}",
        $"{row.Label}; {column.Label}",
        Responses?[place],
        Responses is null ? Symbols.Confidential : null,
        new Dictionary<string, NumberFigure>(),
        new Dictionary<string, ChoiceFigure>(),
        Indicators.ToDictionary(indicator => indicator.Key, indicator => Figure(publication.Indicators[indicator.Key], indicator.Value, place)),
        [row, column]);

    private static IndicatorFigure Figure(IndicatorFigure whole, CrossedShare? share, int place)
    {
        if (share is null) return new(whole.Label, whole.Wording, null, null, null, null, null, null, Symbols.Confidential, Previous: null, Benchmarks: []);
        var (count, answered, missing) = (share.Count[place], share.Base[place], share.Missing[place]);
        if (answered == 0) return new(whole.Label, whole.Wording, count, answered, missing, null, null, null, Symbols.NotApplicable, Previous: null, Benchmarks: []);
        var (lower, upper) = Wilson.Interval(count, answered);
        return new(whole.Label, whole.Wording, count, answered, missing, 100.0 * count / answered, 100 * lower, 100 * upper, null, Previous: null, Benchmarks: []);
    }
}

/// <summary>An indicator in each cell of a crossed table, row by row.</summary>
public sealed record CrossedShare(IReadOnlyList<long> Count, IReadOnlyList<long> Base, IReadOnlyList<long> Missing)
{
    internal static CrossedShare Of(IReadOnlyList<ShareCount> cells) => new([.. cells.Select(cell => cell.Met)], [.. cells.Select(cell => cell.Base)], [.. cells.Select(cell => cell.Missing)]);
}
