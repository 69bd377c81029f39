using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>The tallies of an edition's scopes, put together from its blocks and pools.</summary>
/// <param name="Scopes">England, its regions, and those authorities that are blocks of their own; or a school group.</param>
/// <param name="Lagging">By scope, the keys of the figures that leave out what came too few to be added: see <see cref="LaggingFigures"/>.</param>
public sealed record EditionTree(ScopeTree Scopes, IReadOnlyDictionary<string, IReadOnlySet<string>> Lagging)
{
    /// <param name="released">The tallies of the blocks' authorities, as they were when the block was made, and with what lags.</param>
    /// <param name="whole">The same ones without anything that lags, where a wider scope may have it that has enough of it; else as <paramref name="released"/>.</param>
    /// <param name="now">The tallies of all authorities, as they are.</param>
    public static EditionTree Of(Questionnaire questionnaire, int minimumBase, IReadOnlyList<Block> blocks, IReadOnlyDictionary<string, Block> pools, IReadOnlyDictionary<LocalAuthority, Tally> released, IReadOnlyDictionary<LocalAuthority, Tally> whole, IReadOnlyDictionary<LocalAuthority, Tally> now)
    {
        if (now.Keys.FirstOrDefault() is { IsTrust: true } trust) return OfTrust(trust, released.GetValueOrDefault(trust) ?? new Tally(questionnaire), blocks);
        var single = blocks.Where(block => block.IsOneAuthority).SelectMany(block => block.Authorities.Keys).ToHashSet();
        var across = now.Keys.Where(authority => PoolPlan.IsAcrossRegions(blocks, authority)).ToHashSet();
        var regions = now.Keys.Except(across).GroupBy(authority => authority.Region).OrderBy(region => region.Key.Code, StringComparer.Ordinal).ToList();
        var lagging = Block.Of(blocks).Authorities.ToDictionary(pair => Scope.IdOf(pair.Key), pair => pair.Value.LaggingKeys);
        var trees = regions.Select(region => Tree(region.Key, [.. region])).ToList();
        lagging[Scope.England.Id] = Together(trees.Select(tree => tree.Scope).Concat(across.Select(Scope.Of)));
        var inParts = Merge(trees.Select(tree => tree.Tally).Append(Sum(released, across)));
        var england = With(Scope.England, inParts, () => Merge(trees.Zip(regions, (tree, region) => AllOf(tree, region)).Append(Sum(IsPooled(Scope.England) ? now : whole, across))));
        return new EditionTree(new ScopeTree(Scope.England, england, trees), lagging);

        bool IsPooled(Scope scope) => pools.ContainsKey(scope.Id);

        ScopeTree Tree(Region region, IReadOnlyList<LocalAuthority> authorities)
        {
            var scope = Scope.Of(region);
            lagging[scope.Id] = Together(authorities.Select(Scope.Of));
            return new ScopeTree(
                scope,
                With(scope, Sum(released, authorities), () => Sum(IsPooled(scope) ? now : whole, authorities)),
                [.. authorities.Where(authority => single.Contains(authority.Code)).OrderBy(authority => authority.Code, StringComparer.Ordinal).Select(authority => new ScopeTree(Scope.Of(authority), released[authority], []))]);
        }

        // What a region has by itself already, England has too.
        Tally AllOf(ScopeTree region, IEnumerable<LocalAuthority> authorities) =>
            IsPooled(Scope.England) && !IsPooled(region.Scope) ? Sum(now, authorities) : LaggingIn(region.Scope).Count == 0 ? region.Tally : Sum(IsPooled(region.Scope) ? now : whole, authorities);

        // Those figures lag still to which too few were added even so.
        Tally With(Scope scope, Tally inParts, Func<Tally> all)
        {
            if (ReferenceEquals(whole, released) && !IsPooled(scope)) return inParts;
            var wider = all();
            lagging[scope.Id] = LaggingFigures.Between(questionnaire, inParts, wider, minimumBase);
            return LaggingFigures.Keep(inParts, wider, lagging[scope.Id], grouped: inParts);
        }

        IReadOnlySet<string> LaggingIn(Scope scope) => lagging[scope.Id];

        IReadOnlySet<string> Together(IEnumerable<Scope> parts) => parts.Where(part => lagging.ContainsKey(part.Id)).SelectMany(part => lagging[part.Id]).ToHashSet();

        Tally Sum(IReadOnlyDictionary<LocalAuthority, Tally> tallies, IEnumerable<LocalAuthority> authorities) => Merge(authorities.Where(tallies.ContainsKey).Select(authority => tallies[authority]));

        Tally Merge(IEnumerable<Tally> tallies) => tallies.Aggregate(new Tally(questionnaire), (sum, one) => sum.Merge(one));
    }

    private static EditionTree OfTrust(LocalAuthority trust, Tally released, IReadOnlyList<Block> blocks)
    {
        var scope = Scope.Of(trust);
        return new EditionTree(
            new ScopeTree(scope, released, []),
            new Dictionary<string, IReadOnlySet<string>> { [scope.Id] = Block.Of(blocks).Authorities.GetValueOrDefault(trust.Code)?.LaggingKeys ?? new HashSet<string>() });
    }
}
