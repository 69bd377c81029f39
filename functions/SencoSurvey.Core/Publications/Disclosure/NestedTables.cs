using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Crossed tables that share a breakdown, in one place. Where groups of their others lie within each other (see <see cref="NestedGroups"/>), these do so in each row of the shared one: one table's row less the other's
/// is of those between, and they are nobody or enough.
/// </summary>
/// <param name="grids">Of the round.</param>
internal sealed class NestedTables(Questionnaire questionnaire, IReadOnlyList<CrossGrid> grids, DisclosureRules rules)
{
    private readonly Crossing[] crossings = [.. questionnaire.Crossings];

    /// <param name="shownIn">By figure, in which places it is shown: of all figures before this one.</param>
    /// <returns>Whether a figure of a table may be shown in a place, by the place's index, beside those tables that are.</returns>
    public Func<int, Tally, bool> Of(CountedFigure figure, IReadOnlyDictionary<string, bool[]> shownIn)
    {
        if (figure.Table is not { } own) return (_, _) => true;
        var others = grids.TakeWhile(grid => grid != own.Grid).Where(grid => Shared(grid, own.Grid) is not null).Select(grid => (Grid: grid, ShownIn: shownIn.GetValueOrDefault(own.KeyIn(grid)))).ToList();
        return (place, tally) => others.TrueForAll(other => other.ShownIn?[place] != true || IsSafe(other.Grid, own, tally));
    }

    private bool IsSafe(CrossGrid other, TableOfFigure own, Tally tally)
    {
        var rows = Shared(other, own.Grid)!;
        var (one, two) = (Beside(other, rows), Beside(own.Grid, rows));
        var between = Table(tally, one, two);
        if (between.Crossing.Rows.Id != one.Id) (other, own, one, two) = (own.Grid, own with { Grid = other }, two, one);
        var (inOne, inTwo) = (OwnOf(other, one), OwnOf(own.Grid, two));
        var pairs = Nesting.Of(Nesting.ColumnsOfRows(between), Nesting.Bits(one, inOne.Contains), Nesting.Bits(two, inTwo.Contains));
        if (pairs.Count == 0) return true;
        string[] rowsOfBoth = [.. OwnOf(other, rows).Intersect(OwnOf(own.Grid, rows))];
        var (cellsOfOne, cellsOfTwo) = (Rows(tally, rows, rowsOfBoth, one, inOne, own.Indicator), Rows(tally, rows, rowsOfBoth, two, inTwo, own.Indicator));
        return cellsOfOne.Zip(cellsOfTwo, (first, second) => (FigureCounts[])[.. first, .. second]).All(counts => pairs.All(pair => rules.IsSafeToLeave(Nesting.Left(counts, pair.Outer, pair.Inner))));
    }

    /// <summary>Row by row, the cells of the groups that have a column, and that of all others.</summary>
    private IEnumerable<FigureCounts[]> Rows(Tally tally, Grouping rows, string[] ownRows, Grouping columns, string[] ownColumns, int? indicator)
    {
        var table = Table(tally, rows, columns);
        var isTurned = table.Crossing.Rows.Id != rows.Id;
        var (down, across) = (CrossGrid.Places(rows, ownRows), CrossGrid.Places(columns, ownColumns));
        var (height, width) = (ownRows.Length + 1, ownColumns.Length + 1);
        var cells = isTurned ? table.Merged(across, down, width, height) : table.Merged(down, across, height, width);
        return Enumerable.Range(0, height).Select(row => Enumerable.Range(0, width)
            .Select(column => CrossedPeople.Of(cells[isTurned ? (column * height) + row : (row * width) + column], indicator).Counts(withShare: indicator is not null)).ToArray());
    }

    private CrossTally Table(Tally tally, Grouping one, Grouping other)
    {
        var place = Array.FindIndex(crossings, crossing => (crossing.Rows.Id == one.Id && crossing.Columns.Id == other.Id) || (crossing.Rows.Id == other.Id && crossing.Columns.Id == one.Id));
        return tally.Crossings[place];
    }

    /// <returns>Null where the tables have no breakdown in common.</returns>
    private static Grouping? Shared(CrossGrid one, CrossGrid other) =>
        new[] { one.Crossing.Rows, one.Crossing.Columns }.FirstOrDefault(by => by.Id == other.Crossing.Rows.Id || by.Id == other.Crossing.Columns.Id);

    private static Grouping Beside(CrossGrid grid, Grouping shared) => grid.Crossing.Rows.Id == shared.Id ? grid.Crossing.Columns : grid.Crossing.Rows;

    /// <summary>The groups that have a row or column of their own, in the breakdown's order.</summary>
    private static string[] OwnOf(CrossGrid grid, Grouping by)
    {
        var own = grid.Crossing.Rows.Id == by.Id ? grid.Rows : grid.Columns;
        return [.. by.Groups.Select(group => group.Id).Where(own.Contains)];
    }
}

/// <summary>Of which crossed table a figure is.</summary>
/// <param name="Figure">The key of the same figure of the whole; null of how many are in each cell.</param>
/// <param name="Indicator">Its place in the questionnaire; null as above.</param>
internal sealed record TableOfFigure(CrossGrid Grid, string? Figure, int? Indicator)
{
    /// <summary>The key of the same figure in another table.</summary>
    public string KeyIn(CrossGrid grid) => Figure is null ? FigureKeys.Crossing(grid) : FigureKeys.InCrossing(grid, Figure);
}
