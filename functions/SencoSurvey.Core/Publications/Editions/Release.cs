using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>From the blocks of one edition to those of the next, with their tallies.</summary>
/// <param name="standing">The blocks of the present edition.</param>
/// <param name="seen">All blocks that anyone has ever seen, as they were.</param>
/// <param name="released">The tallies of the standing blocks' authorities, as they were when the block was made.</param>
/// <param name="now">The tallies of all authorities, as they are.</param>
public sealed class Release(Questionnaire questionnaire, int minimumBase, IReadOnlyList<Block> standing, IReadOnlyList<Block> seen, IReadOnlyDictionary<LocalAuthority, Tally> released, IReadOnlyDictionary<LocalAuthority, Tally> now)
{
    /// <summary>As <see cref="BlockPlan.Next"/>. A block that replaces one that was seen says which of its figures stay as they were.</summary>
    /// <param name="counted">What has been counted by now, by authority.</param>
    public IReadOnlyList<Block> Next(IReadOnlyDictionary<LocalAuthority, Counted> counted, bool final) =>
        [.. BlockPlan.Next(standing, seen, counted, minimumBase, final, IsTornTooSoon).Select(block => standing.Contains(block) || IsFirstAndLast(final) ? block : WithLagging(block))];

    /// <summary>The tallies of the authorities of some blocks that <see cref="Next"/> gave, as they are published.</summary>
    public IReadOnlyDictionary<LocalAuthority, Tally> TalliesOf(IEnumerable<Block> blocks) => blocks.SelectMany(TalliesOf).ToDictionary();

    private IEnumerable<KeyValuePair<LocalAuthority, Tally>> TalliesOf(Block block)
    {
        var last = standing.FirstOrDefault(block.HasSameAuthorities);
        foreach (var (code, counted) in block.Authorities)
        {
            var authority = Of(code);
            var earlier = last is null ? new Tally(questionnaire) : released[authority];
            yield return new(authority, last?.Authorities[code] == counted ? earlier : LaggingFigures.Keep(earlier, now[authority], counted.LaggingKeys, grouped: new Tally(questionnaire)));
        }
    }

    /// <summary>Nobody has seen anything of a round that has closed: then there is nothing to be subtracted.</summary>
    private bool IsFirstAndLast(bool final) => final && seen.Count == 0;

    private Block WithLagging(Block block)
    {
        if (standing.FirstOrDefault(block.HasSameAuthorities) is not { } last) return With(LaggingFigures.Between(questionnaire, new Tally(questionnaire), Sum(now, [block]), minimumBase));
        if (block.Authorities.All(pair => last.Authorities[pair.Key].TallyHash == pair.Value.TallyHash)) return last;
        return With(Lagging(last, [block]).Union(Mind(last, LaggingFigures.Unchanged(questionnaire, Sum(released, [last]), Sum(now, [block])))).ToHashSet());

        Block With(IReadOnlySet<string> lagging) => lagging.Count == 0 ? block : new Block(block.Authorities.ToDictionary(pair => pair.Key, pair => pair.Value.WithLagging(lagging)));
    }

    /// <summary>
    /// Where a block is replaced by others, some of them may have a figure as it was: what these had of it can be subtracted from what the block had, which must leave nobody or enough.
    /// And in some a figure waits: without these, too few may have come to it.
    /// </summary>
    private bool IsTornTooSoon(Block block, IReadOnlyList<Block> instead)
    {
        if (Lagging(block, instead).Count > 0) return true;
        var shown = TalliesOf(instead.Select(WithLagging));
        var parts = instead.Where(part => part.IsWithin(block)).Select(part => (Then: Sum(released, [part]), Now: Sum(shown, [part]))).ToList();
        var then = Sum(released, [block]);
        return Mind(block, LaggingFigures.Between(questionnaire, then, Sum(shown, instead), minimumBase).Union(LaggingFigures.OfFewOnceTorn(questionnaire, then, parts, minimumBase))).Any();
    }

    /// <summary>Which figures of a standing block cannot change yet, or are of too few.</summary>
    private HashSet<string> Lagging(Block last, IReadOnlyList<Block> instead) =>
        Mind(last, LaggingFigures.Between(questionnaire, Sum(released, [last]), Sum(now, instead), minimumBase))
            .Union(LaggingFigures.Between(questionnaire, new Tally(questionnaire), Sum(now, instead), minimumBase))
            .ToHashSet();

    /// <summary>Where nobody has seen a block, those of its figures matter that are left from one that was seen.</summary>
    private IEnumerable<string> Mind(Block last, IEnumerable<string> figures) =>
        seen.Any(last.IsSameAs) ? figures : figures.Intersect(last.Authorities.Values.SelectMany(counted => counted.LaggingKeys));

    private Tally Sum(IReadOnlyDictionary<LocalAuthority, Tally> tallies, IEnumerable<Block> blocks) =>
        Block.Of(blocks).Authorities.Keys.Select(Of).Where(tallies.ContainsKey).Aggregate(new Tally(questionnaire), (sum, authority) => sum.Merge(tallies[authority]));

    private LocalAuthority Of(string code) => LocalAuthorities.Find(code, now.Keys) ?? throw new InvalidOperationException($"{code} is no authority.");
}
