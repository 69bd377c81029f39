using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>
/// Of which answers the next edition of a round is made. Nobody is to find out about a few people by subtracting one edition from another, so a block that somebody has
/// seen is replaced only when at least the minimum base of answers came or went since; until then it stands as it was. The same holds where authorities that were
/// only seen together come to be published apart.
/// </summary>
public static class BlockPlan
{
    /// <param name="standing">The blocks of the present edition.</param>
    /// <param name="seen">All blocks that anyone has ever seen, as they were.</param>
    /// <param name="now">What has been counted by now, by authority.</param>
    /// <param name="final">Whether the round has closed: then what has become too small is withdrawn.</param>
    /// <param name="isLagging">Whether too few answers came to some figure of a standing block, up to these that would replace it: then its authorities cannot part yet, nor be joined by others.</param>
    public static IReadOnlyList<Block> Next(IReadOnlyList<Block> standing, IReadOnlyList<Block> seen, IReadOnlyDictionary<LocalAuthority, Counted> now, int minimumBase, bool final, Func<Block, IReadOnlyList<Block>, bool>? isLagging = null)
    {
        var tooSmall = standing.Where(block => CountIn(block, now) < minimumBase && (final || block.Responses < minimumBase)).ToList();
        var kept = standing.Except(tooSmall).Where(block => CountIn(block, now) < minimumBase && seen.Any(block.IsSameAs)).ToList();
        var free = now.Where(pair => !tooSmall.Concat(kept).Any(block => block.Authorities.ContainsKey(pair.Key.Code))).ToDictionary();
        var minded = seen.ToList();
        while (true)
        {
            var blocks = kept.Concat(Fresh(free, minimumBase)).ToList();
            if ((TooNear(minded, blocks, minimumBase) ?? standing.FirstOrDefault(IsTornTooSoon)) is not { } tooNear) return blocks;
            var back = standing.Except(tooSmall).Except(kept).Where(block => block.Responses >= minimumBase && block.Overlaps(tooNear)).ToList();
            var stillFree = free.Where(pair => !back.Append(tooNear).Any(block => block.Authorities.ContainsKey(pair.Key.Code))).ToDictionary();
            kept.AddRange(back);
            if (back.Count == 0 && stillFree.Count == free.Count)
            {
                // What stood is too near as well, since the limits were changed: then nothing of these is shown any more.
                kept.RemoveAll(block => block.Overlaps(tooNear));
                minded.Remove(tooNear);
            }

            free = stillFree;

            // While authorities stay together, figures can lag behind; once they part, it cannot be told whose these were.
            bool IsTornTooSoon(Block block) =>
                isLagging is not null && blocks.FindAll(block.Overlaps) is [_, ..] instead && !instead.TrueForAll(block.HasSameAuthorities) && isLagging(block, instead);
        }
    }

    /// <returns>A block that was seen, beside which these would tell of a few; null where they may be shown.</returns>
    internal static Block? TooNear(IReadOnlyList<Block> seen, IReadOnlyList<Block> blocks, int minimumBase) => seen.FirstOrDefault(block => !MayFollow(block, blocks, seen, minimumBase));

    /// <summary>
    /// What is known of a block's authorities as they were in it can be subtracted from it, which must leave nobody or enough; what changed must differ by enough from what it was;
    /// and so must a block that this one is within. Authorities that were seen together are never shown together with others in part.
    /// </summary>
    private static bool MayFollow(Block seen, IReadOnlyList<Block> blocks, IReadOnlyList<Block> allSeen, int minimumBase)
    {
        var within = blocks.Where(block => block.IsWithin(seen)).ToList();
        var same = within.Where(block => block.IsAsIn(seen)).ToList();
        var known = same.Concat(allSeen.Where(block => block.IsWithin(seen) && block.IsAsIn(seen) && !block.HasSameAuthorities(seen))).SelectMany(block => block.Authorities.Keys).ToHashSet();
        return Differs(within.Except(same), same.SelectMany(block => block.Authorities.Keys).ToHashSet())
            && Differs(within.Where(block => !block.Authorities.Keys.Any(known.Contains)), known)
            && LeftOf(known) is var left && (known.Count == 0 || left == 0 || left >= minimumBase)
            && blocks.Where(block => !block.IsWithin(seen) && block.Overlaps(seen)).All(block => seen.IsWithin(block) && Math.Abs(block.Responses - seen.Responses) >= minimumBase);

        bool Differs(IEnumerable<Block> changed, HashSet<string> without) => !changed.Any() || Math.Abs(changed.Sum(block => block.Responses) - LeftOf(without)) >= minimumBase;

        long LeftOf(HashSet<string> without) => seen.Authorities.Where(authority => !without.Contains(authority.Key)).Sum(authority => authority.Value.Responses);
    }

    private static long CountIn(Block block, IReadOnlyDictionary<LocalAuthority, Counted> now) => now.Where(pair => block.Authorities.ContainsKey(pair.Key.Code)).Sum(pair => pair.Value.Responses);

    /// <summary>Each authority that has enough by itself; the others of a region together, or of England, where those are enough.</summary>
    private static IEnumerable<Block> Fresh(IReadOnlyDictionary<LocalAuthority, Counted> free, int minimumBase)
    {
        var left = new List<KeyValuePair<LocalAuthority, Counted>>();
        foreach (var region in free.GroupBy(pair => pair.Key.Region))
        {
            foreach (var authority in region.Where(pair => pair.Value.Responses >= minimumBase)) yield return BlockOf([authority]);
            var small = region.Where(pair => pair.Value.Responses < minimumBase).ToList();
            if (small.Sum(pair => pair.Value.Responses) >= minimumBase) yield return BlockOf(small);
            else left.AddRange(small);
        }

        if (left.Sum(pair => pair.Value.Responses) >= minimumBase) yield return BlockOf(left);
    }

    internal static Block BlockOf(IEnumerable<KeyValuePair<LocalAuthority, Counted>> authorities) =>
        new(authorities.OrderBy(pair => pair.Key.Code, StringComparer.Ordinal).ToDictionary(pair => pair.Key.Code, pair => pair.Value));
}
