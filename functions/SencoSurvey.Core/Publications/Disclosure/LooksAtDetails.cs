using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>Two looks at the details of a round: as they were first seen, and now.</summary>
internal sealed class LooksAtDetails(ScopeTree now, ScopeTree then, IReadOnlyDictionary<string, IReadOnlySet<string>> shownThen, DisclosureRules rules)
{
    private readonly Dictionary<string, Tally> talliesNow = now.All.ToDictionary(scope => scope.Scope.Id, scope => scope.Tally);
    private readonly Dictionary<string, Tally> talliesThen = then.All.ToDictionary(scope => scope.Scope.Id, scope => scope.Tally);

    /// <summary>Whether there were crossed tables then: their rows and columns may have been others, so there are none again.</summary>
    public bool ShowedCrossings => shownThen.Values.Any(keys => keys.Any(FigureKeys.IsCrossing));

    /// <returns>Null where it was shown nowhere.</returns>
    public BetweenLooks? Of(CountedFigure figure)
    {
        if (!shownThen.Values.Any(keys => keys.Contains(figure.Key))) return null;
        var (knownNow, knownThen) = (new Dictionary<string, IReadOnlyList<FigureCounts>?>(), new Dictionary<string, IReadOnlyList<FigureCounts>?>());
        return new BetweenLooks(then, scope => Count(talliesThen, knownThen, scope), scope => shownThen.GetValueOrDefault(scope)?.Contains(figure.Key) == true, scope => Count(talliesNow, knownNow, scope), rules);

        IReadOnlyList<FigureCounts>? Count(Dictionary<string, Tally> tallies, Dictionary<string, IReadOnlyList<FigureCounts>?> known, string scope)
        {
            if (!known.TryGetValue(scope, out var counts)) known.Add(scope, counts = tallies.TryGetValue(scope, out var tally) ? figure.Of(tally) : null);
            return counts;
        }
    }
}
