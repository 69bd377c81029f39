namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>In which scopes one figure may be shown, so that subtracting shown parts from shown wholes leaves nobody, or enough.</summary>
/// <param name="looks">What was shown of the figure before; null where nothing was, or all of it stands.</param>
internal sealed class BetweenScopes(ScopeTree tree, DisclosureRules rules, BetweenLooks? looks)
{
    private readonly Dictionary<string, IReadOnlyList<FigureCounts>> shown = [];

    /// <summary>Those that cannot be hidden, since they stand as they were seen; or hidden ones that follow from what is shown.</summary>
    private readonly Dictionary<string, IReadOnlyList<FigureCounts>> known = [];

    public void Show(string scope, IReadOnlyList<FigureCounts> counts)
    {
        if (looks is null || looks.MayFollow(scope, counts)) shown.Add(scope, counts);
    }

    public void Know(string scope, IReadOnlyList<FigureCounts> counts) => known.Add(scope, counts);

    public bool IsShown(string scope) => shown.ContainsKey(scope);

    public void LeaveNoFew() => LeaveNoFew(tree);

    /// <summary>
    /// From the smallest wholes up: while a shown whole less its shown parts leaves a few people, the smallest of those parts is hidden too. What is known anyway cannot be hidden.
    /// Where nothing else is left, the whole is hidden.
    /// </summary>
    private void LeaveNoFew(ScopeTree whole)
    {
        foreach (var part in whole.Parts) LeaveNoFew(part);
        if (whole.Parts.Count == 0) return;
        LeaveNoFewNow(whole);
        while (looks is not null && !looks.AreSafe(whole.Scope.Id, IsOut) && HideSmallest(whole)) LeaveNoFewNow(whole);
    }

    private void LeaveNoFewNow(ScopeTree whole)
    {
        if (!shown.TryGetValue(whole.Scope.Id, out var counts) || known.ContainsKey(whole.Scope.Id)) return;
        while (true)
        {
            var outermost = whole.Parts.SelectMany(Outermost).ToList();
            var left = Less(counts, outermost);
            if (outermost.Count == 0 || left.All(rules.IsSafeToLeave)) return;
            var bySize = InOrder(outermost);
            var enough = bySize.Find(part => left.Zip(part.Counts, (rest, counted) => rest + counted).All(rules.IsSafeToLeave));
            shown.Remove(enough.Scope ?? bySize.FirstOrDefault().Scope ?? whole.Scope.Id);
            if (!shown.ContainsKey(whole.Scope.Id)) return;
        }
    }

    /// <returns>False where nothing is left to hide.</returns>
    private bool HideSmallest(ScopeTree whole) =>
        shown.Remove(InOrder(whole.Parts.SelectMany(Outermost)).FirstOrDefault().Scope ?? whole.Scope.Id);

    private bool IsOut(string scope) => known.ContainsKey(scope) || shown.ContainsKey(scope);

    private List<(string Scope, IReadOnlyList<FigureCounts> Counts)> InOrder(IEnumerable<(string Scope, IReadOnlyList<FigureCounts> Counts)> parts) =>
        [.. parts.Where(part => !known.ContainsKey(part.Scope)).OrderBy(part => part.Counts[0].Responses).ThenBy(part => part.Scope, StringComparer.Ordinal)];

    private static IReadOnlyList<FigureCounts> Less(IReadOnlyList<FigureCounts> whole, IReadOnlyList<(string Scope, IReadOnlyList<FigureCounts> Counts)> parts) =>
        [.. whole.Select((counts, set) => counts.Less([.. parts.Select(part => part.Counts[set])]))];

    /// <summary>The scopes whose figure is shown or known that are within no other such one.</summary>
    private IEnumerable<(string Scope, IReadOnlyList<FigureCounts> Counts)> Outermost(ScopeTree tree) =>
        known.TryGetValue(tree.Scope.Id, out var counts) || shown.TryGetValue(tree.Scope.Id, out counts) ? [(tree.Scope.Id, counts)] : tree.Parts.SelectMany(Outermost);
}
