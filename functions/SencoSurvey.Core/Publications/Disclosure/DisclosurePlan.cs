using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Which figures are shown in which scopes of a round, so that subtracting shown parts from a shown whole leaves nobody, or so many that their figure could be
/// shown itself. Then whatever is added or subtracted between authorities, regions and England, what comes out is a sum of such rests and nothing smaller: each shown
/// scope is made up of its own rest and those of the shown scopes within it. The same goes for the groups of breakdowns: see <see cref="CountedGroup"/>, and for crossed breakdowns <see cref="CountedCrossing"/>.
/// </summary>
public sealed class DisclosurePlan
{
    private readonly Dictionary<string, HashSet<string>> shown;

    private DisclosurePlan(Dictionary<string, HashSet<string>> shown, IReadOnlyList<CrossGrid> grids) => (this.shown, Grids) = (shown, grids);

    /// <summary>The tables of crossed breakdowns that the round has.</summary>
    internal IReadOnlyList<CrossGrid> Grids { get; }

    /// <param name="minimumBase">No figure rests on fewer responses.</param>
    /// <param name="minimumCell">No count above 0 and below this is shown, nor one whose complement is.</param>
    /// <param name="england">All scopes of the round from which there are responses.</param>
    /// <param name="standing">What stays shown, and all else hidden, in those scopes whose figures are as they were when somebody last saw them.</param>
    public static DisclosurePlan Of(Questionnaire questionnaire, int minimumBase, int minimumCell, ScopeTree england, IReadOnlyDictionary<string, IReadOnlySet<string>>? standing = null) =>
        Of(questionnaire, new DisclosureRules(minimumBase, minimumCell), england, standing ?? new Dictionary<string, IReadOnlySet<string>>());

    /// <summary>Of a scope beside which no other is published.</summary>
    internal static DisclosurePlan Alone(Questionnaire questionnaire, DisclosureRules rules, Scope scope, Tally tally) =>
        Of(questionnaire, rules, new ScopeTree(scope, tally, []), new Dictionary<string, IReadOnlySet<string>>());

    private static DisclosurePlan Of(Questionnaire questionnaire, DisclosureRules rules, ScopeTree tree, IReadOnlyDictionary<string, IReadOnlySet<string>> standing)
    {
        var scopes = tree.All.ToList();
        var publishable = scopes.Where(scope => scope.Tally.Responses >= rules.MinimumBase && rules.IsEnoughOrNobody(Outside(scope, rules))).ToList();
        var shownIn = new Dictionary<string, bool[]>(); // By figure, in the order of those scopes: looked up once for all of them.
        var wholes = CountedFigure.OfWholes(questionnaire);
        CrossGrid[] grids = [.. questionnaire.Crossings.Select(crossing => CrossGrid.Of(crossing, tree.Tally, rules)).OfType<CrossGrid>()];
        foreach (var figure in wholes.Concat(CountedGroup.All(questionnaire, wholes, tree.Tally)).Concat(CountedCrossing.All(questionnaire, wholes, grids, tree, rules)))
        {
            var shown = new Dictionary<string, IReadOnlyList<FigureCounts>>();
            var known = new Dictionary<string, IReadOnlyList<FigureCounts>>();
            var needed = figure.Needs.Select(key => shownIn.GetValueOrDefault(key)).ToArray();
            var followsFrom = figure.FollowsFrom.Where(from => shownIn.ContainsKey(from.Key)).Select(from => (ShownIn: shownIn[from.Key], from.When)).ToArray();
            foreach (var (index, scope) in publishable.Index())
            {
                var id = scope.Scope.Id;
                var stands = standing.GetValueOrDefault(id);
                var mayBeShown = stands?.Contains(figure.Key) ?? Array.TrueForAll(needed, one => one is not null && one[index]);
                var isNoSecret = (mayBeShown && stands is not null) || Array.Exists(followsFrom, from => from.ShownIn[index] && from.When(scope.Tally));
                if (!mayBeShown && !isNoSecret) continue;
                var counts = figure.Of(scope.Tally);
                if (mayBeShown && (stands is not null || rules.IsSafe(counts))) shown.Add(id, counts);
                if (isNoSecret) known.Add(id, counts);
            }

            LeaveNoFew(tree, shown, known, rules);
            shownIn.Add(figure.Key, [.. publishable.Select(scope => shown.ContainsKey(scope.Scope.Id))]);
        }

        var indexes = publishable.Index().ToDictionary(scope => scope.Item.Scope.Id, scope => scope.Index);
        return new DisclosurePlan(scopes.ToDictionary(
            scope => scope.Scope.Id,
            scope => indexes.TryGetValue(scope.Scope.Id, out var index) ? shownIn.Where(figure => figure.Value[index]).Select(figure => figure.Key).ToHashSet() : []), grids);
    }

    /// <summary>The keys of the figures to show in a scope.</summary>
    public IReadOnlySet<string> ShownIn(Scope scope) => shown[scope.Id];

    /// <summary>
    /// How many of a scope's responses are in none of its parts that can be published. Where they are few, the whole cannot be, rather than its parts.
    /// </summary>
    private static long Outside(ScopeTree scope, DisclosureRules rules) => scope.Tally.Responses - scope.Parts.Sum(part => Published(part, rules));

    /// <summary>How many of a scope's responses can be published in it, or in its parts.</summary>
    private static long Published(ScopeTree scope, DisclosureRules rules)
    {
        var inParts = scope.Parts.Sum(part => Published(part, rules));
        return scope.Tally.Responses >= rules.MinimumBase && rules.IsEnoughOrNobody(scope.Tally.Responses - inParts) ? scope.Tally.Responses : inParts;
    }

    /// <summary>
    /// From the smallest wholes up: while a shown whole less its shown parts leaves a few people, the smallest of those parts is hidden too. What is known anyway cannot be
    /// hidden: that which stands as it was seen, or is no secret. Where nothing else is left, the whole is hidden.
    /// </summary>
    private static void LeaveNoFew(ScopeTree whole, Dictionary<string, IReadOnlyList<FigureCounts>> shown, Dictionary<string, IReadOnlyList<FigureCounts>> known, DisclosureRules rules)
    {
        foreach (var part in whole.Parts) LeaveNoFew(part, shown, known, rules);
        if (whole.Parts.Count == 0 || !shown.TryGetValue(whole.Scope.Id, out var counts) || known.ContainsKey(whole.Scope.Id)) return;
        while (true)
        {
            var outermost = whole.Parts.SelectMany(part => Outermost(part, shown, known)).ToList();
            var left = Less(counts, outermost);
            if (outermost.Count == 0 || left.All(rules.IsSafeToLeave)) return;
            var bySize = outermost.Where(part => !known.ContainsKey(part.Scope)).OrderBy(part => part.Counts[0].Responses).ThenBy(part => part.Scope, StringComparer.Ordinal).ToList();
            var enough = bySize.Find(part => left.Zip(part.Counts, (rest, counted) => rest + counted).All(rules.IsSafeToLeave));
            shown.Remove(enough.Scope ?? bySize.FirstOrDefault().Scope ?? whole.Scope.Id);
            if (!shown.ContainsKey(whole.Scope.Id)) return;
        }
    }

    private static IReadOnlyList<FigureCounts> Less(IReadOnlyList<FigureCounts> whole, IReadOnlyList<(string Scope, IReadOnlyList<FigureCounts> Counts)> parts) =>
        [.. whole.Select((counts, set) => counts.Less([.. parts.Select(part => part.Counts[set])]))];

    /// <summary>The scopes whose figure is shown or known that are within no other such one.</summary>
    private static IEnumerable<(string Scope, IReadOnlyList<FigureCounts> Counts)> Outermost(ScopeTree tree, Dictionary<string, IReadOnlyList<FigureCounts>> shown, Dictionary<string, IReadOnlyList<FigureCounts>> known) =>
        known.TryGetValue(tree.Scope.Id, out var counts) || shown.TryGetValue(tree.Scope.Id, out counts) ? [(tree.Scope.Id, counts)] : tree.Parts.SelectMany(part => Outermost(part, shown, known));
}
