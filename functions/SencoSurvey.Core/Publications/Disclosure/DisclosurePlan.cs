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
    /// <param name="earlier">What is known from earlier editions; null where nobody has seen any.</param>
    /// <param name="before">What the round before published, by scope, from which the changes among the same schools can be subtracted. Null: none of them is shown.</param>
    /// <param name="final">Whether these are final figures. Only then, and where nobody has seen groups before, may groups leave some authorities out.</param>
    public static DisclosurePlan Of(Questionnaire questionnaire, int minimumBase, int minimumCell, ScopeTree england, Earlier? earlier = null, IReadOnlyDictionary<string, Publication>? before = null, bool final = false) =>
        Of(questionnaire, new DisclosureRules(minimumBase, minimumCell), england, earlier ?? Earlier.None, before, final);

    /// <summary>Of a scope beside which no other is published.</summary>
    internal static DisclosurePlan Alone(Questionnaire questionnaire, DisclosureRules rules, Scope scope, Tally tally) =>
        Of(questionnaire, rules, new ScopeTree(scope, tally, []), Earlier.None);

    private static DisclosurePlan Of(Questionnaire questionnaire, DisclosureRules rules, ScopeTree tree, Earlier earlier, IReadOnlyDictionary<string, Publication>? before = null, bool final = false)
    {
        var scopes = tree.All.ToList();
        var publishable = scopes.Where(scope => scope.Tally.Responses >= rules.MinimumBase && rules.IsEnoughOrNobody(Outside(scope, rules))).ToList();
        var shownIn = new Dictionary<string, bool[]>(); // By figure, in the order of those scopes: looked up once for all of them.
        var wholes = CountedFigure.OfWholes(questionnaire);
        var looks = earlier.Details is { Tree: { } then } ? new LooksAtDetails(tree, then, earlier.Details.Shown, rules) : null;
        var nested = new NestedGroups(questionnaire, rules, [.. publishable.Select(scope => scope.Scope.Id)], looks);
        CrossGrid[] grids = looks?.ShowedCrossings == true ? [] : [.. questionnaire.Crossings.Select(crossing => CrossGrid.Of(crossing, tree.Tally, Order, rules)).OfType<CrossGrid>()];
        var tables = new NestedTables(questionnaire, grids, rules);
        foreach (var figure in wholes
            .Concat(CountedGroup.All(questionnaire, wholes, Order, leavesOut: scopes.Concat(earlier.Details?.Tree?.All ?? []).Any(scope => scope.Tally.IsMixed)))
            .Concat(before is null ? [] : CountedPanel.All(questionnaire, tree, before))
            .Concat(CountedCrossing.All(questionnaire, wholes, grids, tree, rules)))
        {
            var between = new BetweenScopes(tree, rules, figure.IsDetail ? looks?.Of(figure) : null);
            var needed = figure.Needs.Select(key => shownIn.GetValueOrDefault(key)).ToArray();
            var followsFrom = figure.FollowsFrom.Where(from => shownIn.ContainsKey(from.Key)).Select(from => (ShownIn: shownIn[from.Key], from.When)).ToArray();
            var (isSafeBesideGroups, isSafeBesideTables) = (nested.Of(figure), tables.Of(figure, shownIn));
            foreach (var (index, scope) in publishable.Index())
            {
                var id = scope.Scope.Id;
                if (figure.IsOfGroup && scope.Tally.IsMixed && !(final && earlier.Details is null)) continue;
                var stands = earlier.StandingOf(id, figure.IsDetail);
                var mayBeShown = stands?.Contains(figure.Key) ?? Array.TrueForAll(needed, one => one is not null && one[index]);
                var isNoSecret = (mayBeShown && stands is not null) || Array.Exists(followsFrom, from => from.ShownIn[index] && from.When(scope.Tally));
                if (!mayBeShown && !isNoSecret) continue;
                var counts = figure.Of(scope.Tally);
                if (mayBeShown && (stands is not null || (rules.IsSafe(counts) && !IsWithheld(figure, scope, counts) && isSafeBesideGroups(index, scope.Tally) && isSafeBesideTables(index, scope.Tally)))) between.Show(id, counts);
                if (isNoSecret) between.Know(id, counts);
            }

            between.LeaveNoFew();
            bool[] places = [.. publishable.Select(scope => between.IsShown(scope.Scope.Id))];
            shownIn.Add(figure.Key, places);
            nested.Note(figure, places);
        }

        var indexes = publishable.Index().ToDictionary(scope => scope.Item.Scope.Id, scope => scope.Index);
        return new DisclosurePlan(scopes.ToDictionary(
            scope => scope.Scope.Id,
            scope => indexes.TryGetValue(scope.Scope.Id, out var index) ? shownIn.Where(figure => figure.Value[index]).Select(figure => figure.Key).ToHashSet() : []), grids);

        IEnumerable<string> Order(Grouping by) => CountedGroup.InOrder(by, tree.Tally, earlier.Details?.Tree?.Tally);

        // Some did answer, but too few since nobody had: that is not to be shown as nobody.
        bool IsWithheld(CountedFigure figure, ScopeTree scope, IReadOnlyList<FigureCounts> counts) => counts[0].Base == 0 && earlier.IsLagging(scope.Scope.Id, figure.About);
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
}
