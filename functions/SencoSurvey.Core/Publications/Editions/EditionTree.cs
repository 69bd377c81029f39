using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>The tallies of an edition's scopes, put together from its blocks and pools.</summary>
public static class EditionTree
{
    /// <param name="released">The tallies of the blocks' authorities, as they were when the block was made.</param>
    /// <param name="now">The tallies of all authorities, as they are.</param>
    public static ScopeTree Of(Questionnaire questionnaire, IReadOnlyList<Block> blocks, IReadOnlyDictionary<string, Block> pools, IReadOnlyDictionary<LocalAuthority, Tally> released, IReadOnlyDictionary<LocalAuthority, Tally> now)
    {
        var single = blocks.Where(block => block.IsOneAuthority).SelectMany(block => block.Authorities.Keys).ToHashSet();
        var across = now.Keys.Where(authority => PoolPlan.IsAcrossRegions(blocks, authority)).ToHashSet();
        var regions = now.Keys.Except(across).GroupBy(authority => authority.Region).OrderBy(region => region.Key.Code, StringComparer.Ordinal).ToList();
        var trees = regions.Select(region => Tree(region.Key, [.. region])).ToList();
        var inEngland = IsPooled(Scope.England)
            ? trees.Zip(regions, (tree, region) => IsPooled(tree.Scope) ? tree.Tally : Sum(now, region)).Append(Sum(now, across))
            : trees.Select(tree => tree.Tally).Append(Sum(released, across));
        return new ScopeTree(Scope.England, Merge(inEngland), trees);

        bool IsPooled(Scope scope) => pools.ContainsKey(scope.Id);

        ScopeTree Tree(Region region, IReadOnlyList<LocalAuthority> authorities) => new(
            Scope.Of(region),
            Sum(IsPooled(Scope.Of(region)) ? now : released, authorities),
            [.. authorities.Where(authority => single.Contains(authority.Code)).OrderBy(authority => authority.Code, StringComparer.Ordinal).Select(authority => new ScopeTree(Scope.Of(authority), released[authority], []))]);

        Tally Sum(IReadOnlyDictionary<LocalAuthority, Tally> tallies, IEnumerable<LocalAuthority> authorities) => Merge(authorities.Where(tallies.ContainsKey).Select(authority => tallies[authority]));

        Tally Merge(IEnumerable<Tally> tallies) => tallies.Aggregate(new Tally(questionnaire), (sum, one) => sum.Merge(one));
    }
}
