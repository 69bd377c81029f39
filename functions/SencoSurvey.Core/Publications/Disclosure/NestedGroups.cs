using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Groups of two breakdowns that lie within each other, in one place. Some do by what is known of schools: no primary school has more than 1,000 pupils, so the secondary schools less those of more than 1,000 pupils
/// are schools that a register names. And some by what everybody knows: deputy heads are on the leadership team, so the team less these are those who are on it without such a post. So whatever groups of the one
/// lie within groups of the other, as far as anyone answered, nobody or enough are left over. Where kinds and sizes of school nearly coincide, those who are in one alone are nobody or enough as well: if they were one
/// large primary school and one small secondary school, the difference of the groups would be that of their answers. Of what is left between places neither is looked at.
/// </summary>
/// <param name="scopes">The ids of the places, by index.</param>
/// <param name="looks">Of which groups were seen before; null where none were.</param>
internal sealed class NestedGroups(Questionnaire questionnaire, DisclosureRules rules, IReadOnlyList<string> scopes, LooksAtDetails? looks)
{
    private readonly Crossing[] crossings = [.. questionnaire.Crossings];
    private readonly NestedNewcomers? newcomers = looks is null ? null : new([.. questionnaire.Crossings], looks, rules);

    /// <summary>By breakdown and figure, which groups of each place show it, a bit each.</summary>
    private readonly Dictionary<(string By, string? Figure), uint[]> shown = [];

    /// <summary>Which lie within each other; null where some nearly coincide.</summary>
    private readonly Dictionary<(Tally, int Crossing, uint, uint), IReadOnlyList<(uint Inner, uint Outer)>?> known = [];
    private readonly Dictionary<(Tally, int Crossing), uint[]> columnsOfRows = [];
    private readonly Dictionary<(Tally, string By, string? Figure, uint), FigureCounts[]> countsOfRows = [];

    /// <returns>Whether a figure of a group may be shown in a place, by the place's index, beside those groups of which it was noted to be.</returns>
    public Func<int, Tally, bool> Of(CountedFigure figure)
    {
        if (figure.Group is not { } group) return (_, _) => true;
        var nestings = crossings.Index().Where(crossing => crossing.Item.Columns.Id == group.By.Id && shown.ContainsKey((crossing.Item.Rows.Id, group.Figure)))
            .Select(crossing => (Crossing: crossing.Index, Rows: shown[(crossing.Item.Rows.Id, group.Figure)])).ToList();
        var columns = shown.GetValueOrDefault((group.By.Id, group.Figure));
        return (place, tally) => nestings.TrueForAll(nesting =>
            IsSafe(nesting.Crossing, tally, group, nesting.Rows[place], (columns?[place] ?? 0) | group.Bit)
            && newcomers?.AreSafe(nesting.Crossing, scopes[place], tally, group, nesting.Rows[place], (columns?[place] ?? 0) | group.Bit) != false);
    }

    /// <summary>Notes where a figure is shown, for those after it.</summary>
    /// <param name="places">By index.</param>
    public void Note(CountedFigure figure, bool[] places)
    {
        if (figure.Group is not { } group) return;
        if (!shown.TryGetValue((group.By.Id, group.Figure), out var groups)) shown.Add((group.By.Id, group.Figure), groups = new uint[places.Length]);
        foreach (var (place, isShown) in places.Index()) groups[place] |= isShown ? group.Bit : 0;
    }

    private bool IsSafe(int crossing, Tally tally, GroupOfFigure group, uint rows, uint columns)
    {
        if (rows == 0) return true;
        if (!known.TryGetValue((tally, crossing, rows, columns), out var pairs)) known.Add((tally, crossing, rows, columns), pairs = Nested(crossing, tally, rows, columns));
        if (pairs is null) return false;
        if (pairs.Count == 0) return true;
        FigureCounts[] counts = [.. CountsOfRows(), .. group.CountsOf(tally, crossings[crossing].Columns, columns)];
        return pairs.All(pair => rules.IsSafeToLeave(Nesting.Left(counts, pair.Outer, pair.Inner)));

        // They stay the same for all columns of a figure.
        FigureCounts[] CountsOfRows()
        {
            var by = crossings[crossing].Rows;
            if (!countsOfRows.TryGetValue((tally, by.Id, group.Figure, rows), out var found)) countsOfRows.Add((tally, by.Id, group.Figure, rows), found = group.CountsOf(tally, by, rows));
            return found;
        }
    }

    private IReadOnlyList<(uint Inner, uint Outer)>? Nested(int crossing, Tally tally, uint rows, uint columns)
    {
        var isOfSchools = questionnaire.IsKnownOfSchools(crossings[crossing].Rows.Id) && questionnaire.IsKnownOfSchools(crossings[crossing].Columns.Id);
        return isOfSchools && Nesting.IsNear(tally.Crossings[crossing], rows, columns, rules) ? null : Nesting.Of(ColumnsOfRows(crossing, tally), rows, columns);
    }

    private uint[] ColumnsOfRows(int crossing, Tally tally)
    {
        if (!columnsOfRows.TryGetValue((tally, crossing), out var found)) columnsOfRows.Add((tally, crossing), found = Nesting.ColumnsOfRows(tally.Crossings[crossing]));
        return found;
    }
}

/// <summary>Of which group a figure is.</summary>
/// <param name="Figure">The key of the same figure of the whole; null of how many the group has.</param>
/// <param name="Counts">Of a tally of anyone.</param>
internal sealed record GroupOfFigure(Grouping By, string Id, string? Figure, Func<Tally, FigureCounts> Counts)
{
    /// <summary>Its place in the breakdown.</summary>
    public uint Bit { get; } = Nesting.Bits(By, id => id == Id);

    /// <summary>The key of the same figure in a group of another breakdown, or of this one.</summary>
    public string KeyIn(Grouping by, string group) => Figure is null ? FigureKeys.Group(by.Id, group) : FigureKeys.InGroup(by.Id, group, Figure);

    /// <summary>In a tally, of each of these groups, a bit each, and of all others.</summary>
    public FigureCounts[] CountsOf(Tally tally, Grouping by, uint groups)
    {
        FigureCounts[] own = [.. by.Groups.Where((_, place) => (groups >> place) % 2 == 1).Select(one => Counts(tally.Groups[by.Id][one.Id]))];
        return [.. own, Counts(tally.Grouped).Less(own)];
    }
}
