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
    private readonly Dictionary<(Tally, string, uint, uint), IReadOnlyList<(uint Inner, uint Outer)>> known = [];
    private readonly Dictionary<(Tally, string), uint[]> columnsOfRows = [];

    /// <param name="shownIn">By figure, in which places it is shown: of all figures before this one.</param>
    /// <returns>Whether a figure of a group may be shown in a place, by the place's index, beside those groups that are.</returns>
    public Func<int, Tally, bool> Of(CountedFigure figure, IReadOnlyDictionary<string, bool[]> shownIn)
    {
        if (figure.Group is not { } group) return (_, _) => true;
        var nestings = crossings.Where(crossing => crossing.Columns.Id == group.By.Id).Select(crossing => (Crossing: crossing, Rows: Shown(crossing.Rows), Columns: Shown(crossing.Columns))).ToList();
        var own = 1u << group.By.Groups.Index().First(one => one.Item.Id == group.Id).Index;
        return (place, tally) => nestings.TrueForAll(nesting => IsSafe(nesting.Crossing, tally, group, Where(nesting.Rows, place), Where(nesting.Columns, place) | own));

        bool[]?[] Shown(Grouping by) => [.. by.Groups.Select(one => shownIn.GetValueOrDefault(group.KeyIn(by, one.Id)))];

        static uint Where(bool[]?[] shown, int place) => shown.Index().Where(one => one.Item?[place] == true).Aggregate(0u, (set, one) => set | (1u << one.Index));
    }

    private bool IsSafe(Crossing crossing, Tally tally, GroupOfFigure group, uint rows, uint columns)
    {
        if (rows == 0) return true;
        if (!known.TryGetValue((tally, crossing.Id, rows, columns), out var pairs)) known.Add((tally, crossing.Id, rows, columns), pairs = Nested(ColumnsOfRows(crossing, tally), rows, columns));
        if (pairs.Count == 0) return true;
        FigureCounts[] counts = [.. Counts(crossing.Rows, rows), .. Counts(crossing.Columns, columns)];
        return pairs.All(pair => rules.IsSafeToLeave(Left(counts, pair.Outer, pair.Inner)));

        // Of each group, and of all others.
        IEnumerable<FigureCounts> Counts(Grouping by, uint groups)
        {
            FigureCounts[] own = [.. Ids(by, groups).Select(id => group.Counts(tally.Groups[by.Id][id]))];
            return own.Append(group.Counts(tally.Grouped).Less(own));
        }
    }

    /// <summary>Of each row of the whole table, in which columns anyone is, a bit each.</summary>
    private uint[] ColumnsOfRows(Crossing crossing, Tally tally)
    {
        if (columnsOfRows.TryGetValue((tally, crossing.Id), out var found)) return found;
        var (table, columns) = (tally.Crossings.First(table => table.Crossing.Id == crossing.Id), crossing.Columns.Groups.Count + 1);
        found = new uint[crossing.Rows.Groups.Count + 1];
        foreach (var (place, cell) in table.Cells.Index()) found[place / columns] |= cell?[0] > 0 ? 1u << (place % columns) : 0;
        columnsOfRows.Add((tally, crossing.Id), found);
        return found;
    }

    /// <summary>
    /// Any rows within some columns, but not in all, and any columns within some rows: which parts are around, and all that are inside, a bit each. The first parts are the shown rows and all others together, then come the columns.
    /// </summary>
    private static List<(uint Inner, uint Outer)> Nested(uint[] columnsOfRows, uint rows, uint columns)
    {
        var across = Array.ConvertAll(Parts(columnsOfRows, rows), row => Shown(row, columns));
        var (height, width) = (across.Length, BitOperations.PopCount(columns) + 1);
        uint[] down = [.. Enumerable.Range(0, width).Select(column => across.Index().Aggregate(0u, (set, row) => set | (((row.Item >> column) & 1) << row.Index)))];
        return [.. Within(across, width).Select(pair => (pair.Inner, pair.Outer << height)), .. Within(down, height).Select(pair => (pair.Inner << height, pair.Outer))];

        // Those that are shown, and then all others as one.
        static uint[] Parts(uint[] all, uint shown) => [.. all.Where((_, place) => (shown >> place) % 2 == 1), all.Where((_, place) => (shown >> place) % 2 == 0).Aggregate(0u, (set, one) => set | one)];

        static uint Shown(uint set, uint shown)
        {
            var (compact, bit) = (0u, 0);
            for (var left = shown; left != 0; left &= left - 1) compact |= ((set >> BitOperations.TrailingZeroCount(left)) & 1) << bit++;
            return (set & ~shown) == 0 ? compact : compact | (1u << bit);
        }
    }

    /// <param name="reached">Of each part, in which others anyone is.</param>
    private static IEnumerable<(uint Inner, uint Outer)> Within(uint[] reached, int others)
    {
        var around = new uint[1 << reached.Length];
        var inside = new Dictionary<uint, uint>();
        for (var set = 1u; set < around.Length; set++)
        {
            var outer = around[set] = around[set & (set - 1)] | reached[BitOperations.TrailingZeroCount(set)];
            if (outer != 0 && outer != (1u << others) - 1) inside[outer] = inside.GetValueOrDefault(outer) | set;
        }

        return inside.Select(pair => (pair.Value, pair.Key));
    }

    private static IReadOnlyList<string> Ids(Grouping by, uint groups) => [.. by.Groups.Where((_, place) => (groups >> place) % 2 == 1).Select(group => group.Id)];

    /// <summary>What is around less what is inside, added up in place: there are many.</summary>
    private static FigureCounts Left(FigureCounts[] counts, uint outer, uint inner)
    {
        var (answered, notAsked, responses, cells) = (0L, 0L, 0L, new long[counts[0].Cells.Length]);
        for (var left = outer | inner; left != 0; left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            var (part, sign) = (counts[place], (outer >> place) % 2 == 1 ? 1 : -1);
            (answered, notAsked, responses) = (answered + (sign * part.Base), notAsked + (sign * part.NotAsked), responses + (sign * part.Responses));
            for (var i = 0; i < cells.Length; i++) cells[i] += sign * part.Cells[i];
        }

        return counts[0] with { Base = answered, NotAsked = notAsked, Responses = responses, Cells = cells };
    }
}

/// <summary>Of which group a figure is.</summary>
/// <param name="Figure">The key of the same figure of the whole; null of how many the group has.</param>
/// <param name="Counts">Of a tally of anyone.</param>
internal sealed record GroupOfFigure(Grouping By, string Id, string? Figure, Func<Tally, FigureCounts> Counts)
{
    /// <summary>The key of the same figure in a group of another breakdown, or of this one.</summary>
    public string KeyIn(Grouping by, string group) => Figure is null ? FigureKeys.Group(by.Id, group) : FigureKeys.InGroup(by.Id, group, Figure);
}
