using System.Numerics;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Kinds and sizes of schools, within one place. A register of schools tells where all of some sizes are of some kinds, for example that no primary school has more than 1,000 pupils; then the secondary schools
/// less those of more than 1,000 pupils are schools that are known by name. So whatever groups of the one breakdown lie within groups of the other, as far as anyone answered, nobody or enough are
/// left over. Of what is left between places that is not looked at.
/// </summary>
internal sealed class NestedGroups(Questionnaire questionnaire, DisclosureRules rules)
{
    private readonly Crossing[] crossings = [.. questionnaire.Crossings.Where(crossing => questionnaire.IsKnownOfSchools(crossing.Rows.Id) && questionnaire.IsKnownOfSchools(crossing.Columns.Id))];
    private readonly Dictionary<(Tally, string), IReadOnlyList<(uint Inner, uint Outer)>> known = [];

    /// <param name="figure">Of a group that is to be shown beside those that are.</param>
    /// <param name="isShown">Whether a figure of the same place is shown.</param>
    public bool IsSafe(CountedFigure figure, Tally tally, Predicate<string> isShown) => figure.Group is not { } group || Array.TrueForAll(crossings, crossing =>
    {
        if (crossing.Columns.Id != group.By.Id) return true;
        string[] rows = [.. Shown(crossing.Rows)];
        string[] columns = [.. Shown(crossing.Columns), group.Id];
        if (rows.Length == 0) return true;
        FigureCounts[] counts = [.. Counts(crossing.Rows, rows), .. Counts(crossing.Columns, columns)];
        return Nested(new CrossGrid(crossing, rows, columns, RestOfRows: true, RestOfColumns: true), tally).All(pair => rules.IsSafeToLeave(Sum(counts, pair.Outer) - Sum(counts, pair.Inner)));

        IEnumerable<string> Shown(Grouping by) => by.Groups.Select(one => one.Id).Where(id => isShown(group.KeyIn(by, id)));

        // Of each group, and of all others.
        IEnumerable<FigureCounts> Counts(Grouping by, string[] ids)
        {
            FigureCounts[] own = [.. ids.Select(id => group.Counts(tally.Groups[by.Id][id]))];
            return own.Append(group.Counts(tally.Grouped).Less(own));
        }
    });

    /// <summary>
    /// Any rows within some columns, but not in all, and any columns within some rows: which parts are inside, and which around them, a bit each. The first parts are the rows, then come the columns.
    /// </summary>
    private IReadOnlyList<(uint Inner, uint Outer)> Nested(CrossGrid grid, Tally tally)
    {
        if (known.TryGetValue((tally, grid.Key), out var found)) return found;
        var (rows, columns) = (grid.RowIds.Count, grid.ColumnIds.Count);
        var cells = grid.CellsOf(tally);
        List<(uint Inner, uint Outer)> pairs =
        [
            .. Within(rows, columns, (row, column) => IsAnyone(row, column)).Select(pair => (pair.Inner, pair.Outer << rows)),
            .. Within(columns, rows, (column, row) => IsAnyone(row, column)).Select(pair => (pair.Inner << rows, pair.Outer)),
        ];
        known.Add((tally, grid.Key), pairs);
        return pairs;

        bool IsAnyone(int row, int column) => cells[(row * columns) + column].Responses > 0;
    }

    private static List<(uint Inner, uint Outer)> Within(int parts, int others, Func<int, int, bool> isAnyone)
    {
        var around = new uint[1 << parts];
        var found = new List<(uint, uint)>();
        for (var set = 1u; set < around.Length; set++)
        {
            var last = BitOperations.TrailingZeroCount(set);
            around[set] = around[set & (set - 1)] | (set == 1u << last ? Reached(last) : around[1u << last]);
            if (around[set] != 0 && around[set] != (1u << others) - 1) found.Add((set, around[set]));
        }

        return found;

        uint Reached(int part) => Enumerable.Range(0, others).Where(other => isAnyone(part, other)).Aggregate(0u, (set, other) => set | (1u << other));
    }

    private static FigureCounts Sum(FigureCounts[] counts, uint parts) => counts.Where((_, place) => (parts >> place) % 2 == 1).Aggregate((sum, one) => sum + one);
}

/// <summary>Of which group a figure is.</summary>
/// <param name="Figure">The key of the same figure of the whole; null of how many the group has.</param>
/// <param name="Counts">Of a tally of anyone.</param>
internal sealed record GroupOfFigure(Grouping By, string Id, string? Figure, Func<Tally, FigureCounts> Counts)
{
    /// <summary>The key of the same figure in a group of another breakdown, or of this one.</summary>
    public string KeyIn(Grouping by, string group) => Figure is null ? FigureKeys.Group(by.Id, group) : FigureKeys.InGroup(by.Id, group, Figure);
}
