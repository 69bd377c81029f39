using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// A crossed table of a scope, and those tables that it is the sum of: of its parts that are large enough to be published, and of all that is in none of them. In a part where
/// nobody is in a row, which its breakdown tells, the other rows together are known by themselves; so that part hides nothing in the sum, and a table is safe only where it
/// would be so without all such parts.
/// </summary>
internal sealed class CrossTree
{
    private readonly IReadOnlyList<CrossTree> parts;
    private readonly int columns;

    private CrossTree(IReadOnlyList<CrossCell> cells, int columns, IReadOnlyList<CrossTree> parts) => (Cells, this.columns, this.parts) = (cells, columns, parts);

    /// <summary>Row by row.</summary>
    public IReadOnlyList<CrossCell> Cells { get; }

    /// <summary>The tables of a scope and of all within it, by their tallies.</summary>
    public static IReadOnlyDictionary<Tally, CrossTree> All(CrossGrid grid, ScopeTree tree, DisclosureRules rules)
    {
        var all = new Dictionary<Tally, CrossTree>(ReferenceEqualityComparer.Instance);
        Of(tree);
        return all;

        CrossTree Of(ScopeTree scope)
        {
            var parts = scope.Parts.Where(part => part.Tally.Responses >= rules.MinimumBase).Select(Of).ToList();
            var cells = grid.CellsOf(scope.Tally);
            if (parts.Count > 0) parts.Add(new CrossTree(parts.Aggregate(cells, (left, part) => [.. left.Zip(part.Cells, (whole, taken) => whole - taken)]), grid.ColumnIds.Count, []));
            var table = new CrossTree(cells, grid.ColumnIds.Count, parts);
            all.TryAdd(scope.Tally, table);
            return table;
        }
    }

    /// <summary>The sum of all tables of which no row and no column is known to be empty.</summary>
    /// <param name="people">How many in a cell count.</param>
    /// <param name="isKnown">Whether all is known of these cells together.</param>
    public IReadOnlyList<CrossCell> Full(Func<CrossCell, long> people, Predicate<IEnumerable<CrossCell>> isKnown)
    {
        if (parts.Count > 0) return parts.Select(part => part.Full(people, isKnown)).Aggregate((one, other) => [.. one.Zip(other, (a, b) => a + b)]);
        var lines = Cells.Chunk(columns).Concat(Enumerable.Range(0, columns).Select(column => Cells.Where((_, place) => place % columns == column).ToArray()));
        return lines.Any(line => line.Sum(people) <= 0) || isKnown(Cells) ? [.. Cells.Select(cell => cell - cell)] : Cells;
    }
}
