namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// A figure that was seen once and is published a second time: in between, in each scope, nobody came or enough did, and the same holds for whatever can be subtracted.
/// A scope that was hidden at one of the times is known even so if it was the same at the other, or if nobody was in it.
/// </summary>
/// <param name="treeNow">The scopes of now, each of the same authorities as then.</param>
/// <param name="treeThen">The scopes of then, with every authority by itself.</param>
/// <param name="then">By scope, how the figure was; also where it was not shown.</param>
/// <param name="wasShown">Whether it was shown in a scope then.</param>
/// <param name="now">By scope, how it is; also where it is not shown.</param>
/// <param name="isOfOthers">Whether a scope is not of the same authorities as then.</param>
internal sealed class BetweenLooks(ScopeTree treeNow, ScopeTree treeThen, Func<string, IReadOnlyList<FigureCounts>?> then, Predicate<string> wasShown, Func<string, IReadOnlyList<FigureCounts>?> now, Predicate<string> isOfOthers, DisclosureRules rules)
{
    /// <summary>Whether a scope's figure may be shown again, by itself. Only where it was shown then: what comes new beside what is known cuts that into pieces.</summary>
    public bool MayFollow(string scope, IReadOnlyList<FigureCounts> counts) => wasShown(scope) && !isOfOthers(scope) && HasGrownEnough(counts, then(scope)!);

    /// <summary>Whether nothing of a few comes out of what was shown, and is shown now, of a whole and of its parts.</summary>
    /// <param name="isShown">Whether it is shown in a scope now.</param>
    public bool AreSafe(string id, Predicate<string> isShown)
    {
        var whole = treeNow.All.First(tree => tree.Scope.Id == id);
        var (restsNow, restsThen) = (Rests(isShown), Rests(wasShown));
        var wholeThen = treeThen.All.FirstOrDefault(tree => tree.Scope.Id == id);
        if (wasShown(id) && wholeThen is not null && !Less(then(id)!, then, Outermost(wholeThen.Parts, WasKnown)).All(rules.IsNobodyOrEnough)) return false;
        if (!isShown(id)) return true;
        var left = Less(now(id)!, now, Outermost(whole.Parts, IsKnown));
        return left.All(rules.IsSafeToLeave)
            && whole.Parts.SelectMany(LeftOfThen).Aggregate(left, Less).All(rules.IsNobodyOrEnough)
            && (!wasShown(id) || HasGrownEnough(Less(now(id)!, now, InBoth(whole)), Less(then(id)!, then, InBoth(whole))));

        // What is known of those who are left now, as they were then.
        IEnumerable<IReadOnlyList<FigureCounts>> LeftOfThen(ScopeTree part)
        {
            if (IsKnown(part.Scope.Id)) return [];
            var inside = Outermost(part.Parts, IsKnown).ToList();
            return then(part.Scope.Id) is { } past && WasKnown(part.Scope.Id) && inside.TrueForAll(scope => then(scope) is not null && WasKnown(scope)) ? [Less(past, then, inside)] : part.Parts.SelectMany(LeftOfThen);
        }

        bool WasKnown(string scope) => wasShown(scope) || IsNobody(then(scope)) || (IsUnchanged(scope) && (isShown(scope) || restsNow.Contains(scope)));

        bool IsKnown(string scope) => isShown(scope) || (IsUnchanged(scope) && (wasShown(scope) || restsThen.Contains(scope)));

        // Hidden scopes in what is left of a shown one beside its shown parts, where that is the same at both times: known as one.
        HashSet<string> Rests(Predicate<string> isKnown) =>
            [.. whole.All.Where(tree => isKnown(tree.Scope.Id) && IsUnchangedBut(tree, isKnown)).SelectMany(tree => tree.Parts.SelectMany(part => Hidden(part, isKnown)))];

        bool IsUnchangedBut(ScopeTree tree, Predicate<string> isKnown)
        {
            var parts = Outermost(tree.Parts, isKnown).ToList();
            return then(tree.Scope.Id) is { } past && now(tree.Scope.Id) is { } present && parts.TrueForAll(part => then(part) is not null && now(part) is not null) && Less(Less(present, now, parts), Less(past, then, parts)).All(IsNobody);
        }

        IEnumerable<string> InBoth(ScopeTree tree) => Outermost(tree.Parts, scope => then(scope) is not null && WasKnown(scope) && IsKnown(scope));
    }

    private static IEnumerable<string> Hidden(ScopeTree tree, Predicate<string> isKnown) => isKnown(tree.Scope.Id) ? [] : tree.Parts.SelectMany(part => Hidden(part, isKnown)).Prepend(tree.Scope.Id);

    private bool HasGrownEnough(IReadOnlyList<FigureCounts> now, IReadOnlyList<FigureCounts> then) => Less(now, then).All(rules.IsNobodyOrEnough);

    private bool IsUnchanged(string scope) => now(scope) is { } present && then(scope) is { } past && Less(present, past).All(IsNobody);

    private static bool IsNobody(IReadOnlyList<FigureCounts>? counts) => counts is not null && counts.All(IsNobody);

    private static bool IsNobody(FigureCounts counts) => counts.Base == 0 && Array.TrueForAll(counts.Cells, count => count == 0);

    private static IReadOnlyList<FigureCounts> Less(IReadOnlyList<FigureCounts> whole, IReadOnlyList<FigureCounts> part) => [.. whole.Zip(part, (total, one) => total - one)];

    private static IReadOnlyList<FigureCounts> Less(IReadOnlyList<FigureCounts> whole, Func<string, IReadOnlyList<FigureCounts>?> countsOf, IEnumerable<string> parts)
    {
        var counts = parts.Select(part => countsOf(part)!).ToList();
        return [.. whole.Select((total, set) => total.Less([.. counts.Select(part => part[set])]))];
    }

    private static IEnumerable<string> Outermost(IEnumerable<ScopeTree> trees, Predicate<string> isKnown) =>
        trees.SelectMany(tree => isKnown(tree.Scope.Id) ? [tree.Scope.Id] : Outermost(tree.Parts, isKnown));
}
