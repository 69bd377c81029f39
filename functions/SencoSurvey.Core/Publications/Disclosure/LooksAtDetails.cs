using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>Two looks at the details of a round: as they were first seen, and now.</summary>
internal sealed class LooksAtDetails(ScopeTree now, ScopeTree then, IReadOnlyDictionary<string, IReadOnlySet<string>> shownThen, DisclosureRules rules)
{
    private readonly Dictionary<string, Tally> talliesNow = now.All.ToDictionary(scope => scope.Scope.Id, scope => scope.Tally);
    private readonly Dictionary<string, Tally> talliesThen = then.All.ToDictionary(scope => scope.Scope.Id, scope => scope.Tally);
    private readonly HashSet<string> across = [.. then.Parts.Where(part => part.Parts.Count == 0).Select(part => part.Scope.Id)];

    /// <summary>Whether there were crossed tables then: their rows and columns may have been others, so there are none again.</summary>
    public bool ShowedCrossings => shownThen.Values.Any(keys => keys.Any(FigureKeys.IsCrossing));

    /// <returns>What a place's groups were of; null where it had none.</returns>
    public Tally? Then(string scope) => talliesThen.GetValueOrDefault(scope);

    public bool WasShown(string scope, string figure) => shownThen.GetValueOrDefault(scope)?.Contains(figure) == true;

    /// <returns>Null where it was shown nowhere.</returns>
    public BetweenLooks? Of(CountedFigure figure)
    {
        if (!shownThen.Values.Any(keys => keys.Contains(figure.Key))) return null;
        var (knownNow, knownThen) = (new Dictionary<string, IReadOnlyList<FigureCounts>?>(), new Dictionary<string, IReadOnlyList<FigureCounts>?>());
        return new BetweenLooks(AsThen(), then, scope => Count(talliesThen, knownThen, scope), scope => WasShown(scope, figure.Key), scope => Count(talliesNow, knownNow, scope), IsOfOthers, rules);

        IReadOnlyList<FigureCounts>? Count(Dictionary<string, Tally> tallies, Dictionary<string, IReadOnlyList<FigureCounts>?> known, string scope)
        {
            if (!known.TryGetValue(scope, out var counts)) known.Add(scope, counts = tallies.TryGetValue(scope, out var tally) ? figure.Of(tally) : null);
            return counts;
        }
    }

    /// <summary>The scopes of now, but an authority that was in England's figures then, and not in its region's, is in England's here too.</summary>
    private ScopeTree AsThen() => now with
    {
        Parts =
        [
            .. now.Parts.Select(region => region with { Parts = [.. region.Parts.Where(authority => !across.Contains(authority.Scope.Id))] }),
            .. now.Parts.SelectMany(region => region.Parts).Where(authority => across.Contains(authority.Scope.Id)),
        ],
    };

    /// <summary>Whether a region has got an authority that was only in England's figures then, or lost one.</summary>
    private bool IsOfOthers(string scope) =>
        talliesThen.TryGetValue(scope, out var past) && talliesNow.TryGetValue(scope, out var present)
        && (past.Authorities.Any(authority => present.Authorities[authority.Key] == 0) || present.Authorities.Any(authority => across.Contains(Scope.IdOf(authority.Key))));
}
