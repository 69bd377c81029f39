using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// The rows and columns of a crossed table, the same ones in all scopes of a round: the first groups of each breakdown in the order of <see cref="CountedGroup.InOrder"/>, then all others
/// and those in no group, together. So each row and each column is a group of the breakdown by itself or the rest after one, and a table's sums tell nothing that its breakdowns do not.
/// </summary>
/// <param name="Rows">The groups that have a row of their own.</param>
/// <param name="Columns">The groups that have a column of their own.</param>
/// <param name="RestOfRows">Whether anyone is in none of those rows.</param>
/// <param name="RestOfColumns">Whether anyone is in none of those columns.</param>
internal sealed record CrossGrid(Crossing Crossing, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, bool RestOfRows, bool RestOfColumns)
{
    /// <summary>How many times the minimum base everyone's cells have at least: an indicator is shown in all cells or in none, and the fewer are in one, the likelier it hides all.</summary>
    private const int Room = 5;

    /// <summary>It names the groups, for another edition may have others.</summary>
    public string Key => $"{Crossing.Id}[{string.Join('+', Rows)}/{string.Join('+', Columns)}]";

    public IReadOnlyList<string> RowIds => RestOfRows ? [.. Rows, Breakdown.RestId] : Rows;

    public IReadOnlyList<string> ColumnIds => RestOfColumns ? [.. Columns, Breakdown.RestId] : Columns;

    /// <summary>As many cells as there can be of enough people.</summary>
    /// <param name="all">Of everyone.</param>
    /// <returns>Null where not even two rows and two columns have enough in each cell.</returns>
    /// <param name="order">See <see cref="CountedGroup.InOrder"/>.</param>
    public static CrossGrid? Of(Crossing crossing, Tally all, Func<Grouping, IEnumerable<string>> order, DisclosureRules rules) => Prefixes(crossing, all, order)
        .Where(grid => grid.RowIds.Count > 1 && grid.ColumnIds.Count > 1)
        .Select(grid => (Grid: grid, Least: grid.CellsOf(all).Min(cell => cell.Responses)))
        .Where(grid => grid.Least >= Room * rules.MinimumBase)
        .OrderByDescending(grid => grid.Grid.RowIds.Count * grid.Grid.ColumnIds.Count)
        .ThenByDescending(grid => grid.Grid.Rows.Count + grid.Grid.Columns.Count)
        .ThenByDescending(grid => grid.Least)
        .Select(grid => grid.Grid)
        .FirstOrDefault();

    /// <summary>Every group for itself, and those in none: for figures of which nothing is hidden.</summary>
    public static CrossGrid Whole(Crossing crossing, Tally tally)
    {
        string[] rows = [.. crossing.Rows.Groups.Select(group => group.Id)];
        string[] columns = [.. crossing.Columns.Groups.Select(group => group.Id)];
        return new(crossing, rows, columns, IsAnyoneOutside(crossing.Rows, rows, tally), IsAnyoneOutside(crossing.Columns, columns, tally));
    }

    /// <summary>Row by row.</summary>
    public IReadOnlyList<CrossCell> CellsOf(Tally tally)
    {
        var table = tally.Crossings.First(table => table.Crossing.Id == Crossing.Id);
        return table.Merged(Places(Crossing.Rows, Rows), Places(Crossing.Columns, Columns), Rows.Count + (RestOfRows ? 1 : 0), Columns.Count + (RestOfColumns ? 1 : 0));
    }

    private static IEnumerable<CrossGrid> Prefixes(Crossing crossing, Tally all, Func<Grouping, IEnumerable<string>> order)
    {
        string[] rows = [.. order(crossing.Rows)];
        string[] columns = [.. order(crossing.Columns)];
        return Lengths(rows).SelectMany(own => Lengths(columns).Select(across =>
            new CrossGrid(crossing, rows[..own], columns[..across], IsAnyoneOutside(crossing.Rows, rows[..own], all), IsAnyoneOutside(crossing.Columns, columns[..across], all))));

        static IEnumerable<int> Lengths(string[] groups) => Enumerable.Range(1, groups.Length);
    }

    private static bool IsAnyoneOutside(Grouping by, IReadOnlyCollection<string> groups, Tally tally) => groups.Sum(group => tally.Groups[by.Id][group].Responses) < tally.Responses;

    /// <summary>In which row or column each group is, and those in none.</summary>
    internal static int[] Places(Grouping by, IReadOnlyList<string> own)
    {
        var places = own.Index().ToDictionary(group => group.Item, group => group.Index);
        return [.. by.Groups.Select(group => places.GetValueOrDefault(group.Id, own.Count)), own.Count];
    }
}
