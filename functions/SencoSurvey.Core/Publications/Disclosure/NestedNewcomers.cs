using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>The same as <see cref="NestedGroups"/>, of those who came, or changed their answers, between two looks at the groups of a place: what was seen then can be subtracted from what is shown now.</summary>
internal sealed class NestedNewcomers(IReadOnlyList<Crossing> crossings, LooksAtDetails looks, DisclosureRules rules)
{
    private readonly Dictionary<(string Scope, int Crossing), uint[]> columnsOfRows = [];

    /// <param name="crossing">Its place in the questionnaire.</param>
    /// <param name="rows">The groups of its rows that show the figure now, a bit each.</param>
    /// <param name="columns">As above, of its columns.</param>
    public bool AreSafe(int crossing, string scope, Tally now, GroupOfFigure group, uint rows, uint columns)
    {
        if (looks.Then(scope) is not { } then) return true;
        var table = crossings[crossing];
        var (rowsOfBoth, columnsOfBoth) = (rows & ShownThen(table.Rows), columns & ShownThen(table.Columns));
        if (rowsOfBoth == 0 || columnsOfBoth == 0) return true;
        if (!columnsOfRows.TryGetValue((scope, crossing), out var anyone)) columnsOfRows.Add((scope, crossing), anyone = Nesting.ColumnsOfRows(now.Crossings[crossing], then.Crossings[crossing]));
        var pairs = Nesting.Of(anyone, rowsOfBoth, columnsOfBoth);
        if (pairs.Count == 0) return true;
        FigureCounts[] counts = [.. group.CountsOf(now, table.Rows, rowsOfBoth), .. group.CountsOf(now, table.Columns, columnsOfBoth)];
        FigureCounts[] before = [.. group.CountsOf(then, table.Rows, rowsOfBoth), .. group.CountsOf(then, table.Columns, columnsOfBoth)];
        FigureCounts[] newcomers = [.. counts.Zip(before, (one, earlier) => one - earlier)];
        return pairs.All(pair => rules.IsNobodyOrEnough(Nesting.Left(newcomers, pair.Outer, pair.Inner)));

        uint ShownThen(Grouping by) => Nesting.Bits(by, id => looks.WasShown(scope, group.KeyIn(by, id)));
    }
}
