using System.Numerics;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>Which groups of one breakdown lie within groups of another one, as far as anyone answered: sets of groups, a bit each.</summary>
internal static class Nesting
{
    /// <summary>Those groups of a breakdown, by id, a bit each.</summary>
    public static uint Bits(Grouping by, Predicate<string> isIn) => by.Groups.Index().Where(group => isIn(group.Item.Id)).Aggregate(0u, (set, group) => set | (1u << group.Index));

    /// <summary>Of each row of a whole table, in which columns anyone is.</summary>
    /// <param name="before">The same table earlier: then, in which anyone is or was. Nobody may have come, and answers changed.</param>
    public static uint[] ColumnsOfRows(CrossTally table, CrossTally? before = null)
    {
        var (found, columns) = (new uint[table.Crossing.Rows.Groups.Count + 1], table.Crossing.Columns.Groups.Count + 1);
        foreach (var (place, cell) in table.Cells.Index()) found[place / columns] |= cell?[0] > 0 || before?.Cells[place]?[0] > 0 ? 1u << (place % columns) : 0;
        return found;
    }

    /// <summary>
    /// Any rows within some columns, but not in all, and any columns within some rows: which parts are around, and all that are inside. The first parts are the shown rows and all others together, then come the columns.
    /// </summary>
    /// <param name="rows">Those that are shown.</param>
    /// <param name="columns">Those that are shown.</param>
    public static IReadOnlyList<(uint Inner, uint Outer)> Of(uint[] columnsOfRows, uint rows, uint columns)
    {
        var across = new uint[BitOperations.PopCount(rows) + 1];
        foreach (var (place, reached) in columnsOfRows.Index()) across[PartOf(place, rows)] |= Compact(reached, columns);
        var anywhere = across.Aggregate(0u, (set, row) => set | row);
        if (Array.TrueForAll(across, row => row == 0 || row == anywhere)) return []; // Mostly: somebody is in each cell.
        var (height, width) = (across.Length, BitOperations.PopCount(columns) + 1);
        uint[] down = [.. Enumerable.Range(0, width).Select(column => across.Index().Aggregate(0u, (set, row) => set | (((row.Item >> column) & 1) << row.Index)))];
        return [.. Within(across, width).Select(pair => (pair.Inner, pair.Outer << height)), .. Within(down, height).Select(pair => (pair.Inner << height, pair.Outer))];
    }

    /// <summary>Whether a few people are in some rows and not in some columns, or in these and not in those: of any rows, and the columns that come nearest to them.</summary>
    /// <param name="rows">Those that are shown.</param>
    /// <param name="columns">Those that are shown.</param>
    public static bool IsNear(CrossTally table, uint rows, uint columns, DisclosureRules rules)
    {
        var (height, width, own) = (BitOperations.PopCount(rows) + 1, BitOperations.PopCount(columns) + 1, table.Crossing.Columns.Groups.Count + 1);
        var (people, all) = (new long[height * width], new long[width]);
        foreach (var (place, cell) in table.Cells.Index())
        {
            if (cell is null) continue;
            people[(PartOf(place / own, rows) * width) + PartOf(place % own, columns)] += cell[0];
            all[PartOf(place % own, columns)] += cell[0];
        }

        var inside = new long[width << height];
        for (var set = 1; set < 1 << height; set++)
        {
            var (without, row, alone) = (set & (set - 1), BitOperations.TrailingZeroCount(set), 0L);
            for (var column = 0; column < width; column++)
            {
                var count = inside[(set * width) + column] = inside[(without * width) + column] + people[(row * width) + column];
                alone += Math.Min(count, all[column] - count);
            }

            if (!rules.IsEnoughOrNobody(alone)) return true;
        }

        return false;
    }

    /// <summary>Its place among the shown ones; of all others, the one after these.</summary>
    private static int PartOf(int place, uint shown) => BitOperations.PopCount((shown >> place) % 2 == 1 ? shown & ((1u << place) - 1) : shown);

    private static uint Compact(uint set, uint shown)
    {
        var (compact, bit) = (0u, 0);
        for (var left = shown; left != 0; left &= left - 1) compact |= ((set >> BitOperations.TrailingZeroCount(left)) & 1) << bit++;
        return (set & ~shown) == 0 ? compact : compact | (1u << bit);
    }

    /// <summary>What is around less what is inside, added up in place: there are many.</summary>
    /// <param name="counts">Of each part.</param>
    public static FigureCounts Left(FigureCounts[] counts, uint outer, uint inner)
    {
        var (answered, notAsked, responses, least, cells) = (0L, 0L, 0L, 0L, new long[counts[0].Cells.Length]);
        for (var left = outer | inner; left != 0; left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            var (part, sign) = (counts[place], (outer >> place) % 2 == 1 ? 1 : -1);
            (answered, notAsked, responses, least) = (answered + (sign * part.Base), notAsked + (sign * part.NotAsked), responses + (sign * part.Responses), least + (sign * part.Least));
            for (var i = 0; i < cells.Length; i++) cells[i] += sign * part.Cells[i];
        }

        return counts[0] with { Base = answered, NotAsked = notAsked, Responses = responses, Least = least, Cells = cells };
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
}
