using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Which figures are shown in which scopes of a round, so that subtracting shown parts from a shown whole leaves nobody, or so many that their figure could be
/// shown itself. Then whatever is added or subtracted between authorities, regions and England, what comes out is a sum of such rests and nothing smaller: each shown
/// scope is made up of its own rest and those of the shown scopes within it.
/// </summary>
public sealed class DisclosurePlan
{
    private readonly Dictionary<string, HashSet<string>> hidden;

    private DisclosurePlan(Dictionary<string, HashSet<string>> hidden) => this.hidden = hidden;

    /// <param name="minimumBase">No figure rests on fewer responses.</param>
    /// <param name="minimumCell">No count above 0 and below this is shown, nor one whose complement is.</param>
    /// <param name="england">All scopes of the round from which there are responses.</param>
    public static DisclosurePlan Of(Questionnaire questionnaire, int minimumBase, int minimumCell, ScopeTree england) => Of(questionnaire, new DisclosureRules(minimumBase, minimumCell), england);

    /// <summary>Of a scope beside which no other is published.</summary>
    internal static DisclosurePlan Alone(Questionnaire questionnaire, DisclosureRules rules, Scope scope, Tally tally) => Of(questionnaire, rules, new ScopeTree(scope, tally, []));

    private static DisclosurePlan Of(Questionnaire questionnaire, DisclosureRules rules, ScopeTree tree)
    {
        var whole = tree.All.Where(scope => scope.Tally.Responses >= rules.MinimumBase && rules.IsEnoughOrNobody(Outside(scope, rules))).Select(scope => scope.Scope.Id).ToHashSet();
        var hidden = tree.All.ToDictionary(scope => scope.Scope.Id, _ => new HashSet<string>());
        foreach (var figure in CountedFigure.All(questionnaire))
        {
            var counts = tree.All.ToDictionary(scope => scope.Scope.Id, scope => figure.Of(scope.Tally));
            var shown = counts.Where(scope => whole.Contains(scope.Key) && rules.IsSafe(scope.Value) && !figure.Needs.Any(hidden[scope.Key].Contains)).Select(scope => scope.Key).ToHashSet();
            LeaveNoFew(tree, counts, shown, rules);
            foreach (var scope in counts.Keys.Where(scope => !shown.Contains(scope))) hidden[scope].Add(figure.Key);
        }

        return new DisclosurePlan(hidden);
    }

    /// <summary>The figures to hide in a scope; none of a scope that nobody answered from.</summary>
    internal IReadOnlySet<string> HiddenIn(Scope scope) => hidden.GetValueOrDefault(scope.Id) ?? [];

    /// <summary>
    /// How many of a scope's responses are in none of its parts that can be published. Where they are few, the whole cannot be, rather than its parts: see <see cref="PublicationPolicy"/>.
    /// </summary>
    private static long Outside(ScopeTree scope, DisclosureRules rules)
    {
        if (scope.Parts.Count == 0) return scope.Tally.Responses;
        return scope.Parts.Sum(part => part.Tally.Responses >= rules.MinimumBase && (part.Parts.Count == 0 || rules.IsEnoughOrNobody(Outside(part, rules))) ? 0 : Outside(part, rules));
    }

    /// <summary>From the smallest wholes up: while a shown whole less its shown parts leaves a few people, the smallest of those parts is hidden too.</summary>
    private static void LeaveNoFew(ScopeTree whole, Dictionary<string, IReadOnlyList<FigureCounts>> counts, HashSet<string> shown, DisclosureRules rules)
    {
        foreach (var part in whole.Parts) LeaveNoFew(part, counts, shown, rules);
        if (!shown.Contains(whole.Scope.Id)) return;
        while (true)
        {
            var outermost = whole.Parts.SelectMany(part => Outermost(part, shown)).ToList();
            var left = outermost.Aggregate(counts[whole.Scope.Id], (rest, part) => Zip(rest, counts[part], (a, b) => a - b));
            if (outermost.Count == 0 || left.All(rules.IsSafeToLeave)) return;
            var bySize = outermost.OrderBy(part => counts[part][0].Responses).ThenBy(part => part, StringComparer.Ordinal).ToList();
            shown.Remove(bySize.Find(part => Zip(left, counts[part], (a, b) => a + b).All(rules.IsSafeToLeave)) ?? bySize[0]);
        }
    }

    private static IReadOnlyList<FigureCounts> Zip(IReadOnlyList<FigureCounts> one, IReadOnlyList<FigureCounts> other, Func<FigureCounts, FigureCounts, FigureCounts> combine) => [.. one.Zip(other, combine)];

    /// <summary>The shown scopes that are within no other shown one.</summary>
    private static IEnumerable<string> Outermost(ScopeTree tree, HashSet<string> shown) => shown.Contains(tree.Scope.Id) ? [tree.Scope.Id] : tree.Parts.SelectMany(part => Outermost(part, shown));
}
