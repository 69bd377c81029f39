using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>
/// At the close no answer is to wait any longer: what came since an authority's block was last seen, and what is in no block, is taken into its region's figures, or else into
/// England's, where it is enough together. Only at the first close: what was pooled and seen cannot be told apart from what comes after it.
/// </summary>
public static class PoolPlan
{
    /// <param name="seen">All blocks that anyone has ever seen, as they were.</param>
    /// <returns>By the id of a scope whose figures are made of all answers that there are, those answers.</returns>
    public static IReadOnlyDictionary<string, Block> Of(IReadOnlyList<Block> blocks, IReadOnlyList<Block> seen, IReadOnlyDictionary<LocalAuthority, Counted> now, int minimumBase)
    {
        var released = Block.Of(blocks).Authorities;
        var pools = new Dictionary<string, Block>();
        foreach (var region in now.Keys.Where(authority => !IsAcrossRegions(blocks, authority)).GroupBy(authority => authority.Region)) TryPool(Scope.Of(region.Key), [.. region]);
        TryPool(Scope.England, [.. now.Keys]);
        return pools;

        void TryPool(Scope scope, IReadOnlyCollection<LocalAuthority> authorities)
        {
            var pool = BlockPlan.BlockOf(authorities.Select(authority => KeyValuePair.Create(authority, now[authority])));
            var late = authorities.Where(authority => !pools.Values.Any(other => other.Authorities.ContainsKey(authority.Code))).Sum(authority => now[authority].Responses - (released.GetValueOrDefault(authority.Code)?.Responses ?? 0));
            var wide = pools.Values.Where(other => !other.Overlaps(pool)).Append(pool).ToList();
            var asPooled = wide.Concat(blocks.Where(block => !wide.Exists(block.Overlaps))).ToList();
            if (late >= minimumBase && BlockPlan.TooNear(seen, asPooled, minimumBase) is null) pools.Add(scope.Id, pool);
        }
    }

    /// <summary>Whether an authority's answers are published together with those of other regions only.</summary>
    internal static bool IsAcrossRegions(IReadOnlyList<Block> blocks, LocalAuthority authority) =>
        blocks.FirstOrDefault(block => block.Authorities.ContainsKey(authority.Code)) is { } block && LocalAuthorities.All.Where(one => block.Authorities.ContainsKey(one.Code)).Any(one => one.Region != authority.Region);
}
