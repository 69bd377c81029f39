using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// A crossed table of a scope, and those tables that it is the sum of: of its parts that are large enough to be published, and of all that is in none of them. In a part where
/// nobody is in a row, which its breakdown tells, the other rows together are known by themselves; so that part hides nothing in the sum, and a table is safe only where it
/// would be so without all such parts.
/// </summary>
internal sealed class CrossTree
{
    private readonly IReadOnlyList<CrossCell> cells;
    private readonly IReadOnlyList<CrossTree> parts;
    private readonly int columns;

    private CrossTree(IReadOnlyList<CrossCell> cells, int columns, IReadOnlyList<CrossTree> parts) => (this.cells, this.columns, this.parts) = (cells, columns, parts);

    /// <summary>The tables of a scope and of all within it, by their tallies.</summary>
    public static IReadOnlyDictionary<Tally, CrossTree> All(CrossGrid grid, ScopeTree tree, DisclosureRules rules)
    {
        var columns = grid.ColumnIds.Count;
        var all = new Dictionary<Tally, CrossTree>();
        Of(tree);
        return all;

        CrossTree Of(ScopeTree scope)
        {
            var parts = scope.Parts.Where(part => part.Tally.Responses >= rules.MinimumBase).Select(Of).ToList();
            var cells = grid.CellsOf(scope.Tally);
            if (parts.Count > 0) parts.Add(new CrossTree([.. cells.Select((cell, place) => parts.Aggregate(cell, (left, part) => left.Less(part.cells[place])))], columns, []));
            var table = new CrossTree(cells, columns, parts);
            all.TryAdd(scope.Tally, table);
            return table;
        }
    }

    /// <summary>Each cell, row by row.</summary>
    /// <param name="indicator">Its place in the questionnaire; null for none.</param>
    public CrossedPeople[] People(int? indicator) => [.. cells.Select(cell => CrossedPeople.Of(cell, indicator))];

    /// <summary>The sum of all tables of which nothing is known that would lay one cell open by another: no row and no column is empty, and not all answered in the same way.</summary>
    public CrossedPeople[] Hiding(int? indicator)
    {
        var sum = new CrossedPeople[cells.Count];
        AddHiding(sum, indicator);
        return sum;
    }

    private void AddHiding(CrossedPeople[] sum, int? indicator)
    {
        foreach (var part in parts) part.AddHiding(sum, indicator);
        if (parts.Count > 0) return;
        var people = People(indicator);
        if (HasEmptyLine(people) || (indicator is not null && IsUnanimous(people))) return;
        for (var place = 0; place < sum.Length; place++) sum[place] += people[place];
    }

    private bool HasEmptyLine(CrossedPeople[] people)
    {
        var (inRow, inColumn) = (new long[people.Length / columns], new long[columns]);
        for (var place = 0; place < people.Length; place++)
        {
            inRow[place / columns] += people[place].Share.Base;
            inColumn[place % columns] += people[place].Share.Base;
        }

        return Array.Exists(inRow, count => count <= 0) || Array.Exists(inColumn, count => count <= 0);
    }

    private static bool IsUnanimous(CrossedPeople[] people) => people.Sum(cell => cell.Share.Met) is var met && (met == 0 || met == people.Sum(cell => cell.Share.Base));
}
