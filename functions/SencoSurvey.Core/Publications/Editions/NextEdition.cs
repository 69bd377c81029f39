using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>What is to be published after an edition: of which answers, and which figures of them.</summary>
/// <param name="Released">The tallies of the blocks' authorities.</param>
/// <param name="Hashes">By scope, of its tally.</param>
public sealed record NextEdition(
    IReadOnlyList<Block> Blocks,
    IReadOnlyDictionary<string, Block> Pools,
    IReadOnlyDictionary<LocalAuthority, Tally> Released,
    ScopeTree Scopes,
    IReadOnlyDictionary<string, string> Hashes,
    DisclosurePlan Plan)
{
    /// <param name="released">The tallies of the edition's authorities, as they were.</param>
    /// <param name="detailed">Those of the edition whose details were seen first, where <see cref="Edition.ComparesDetails"/>.</param>
    /// <param name="now">The tallies of all authorities, as they are.</param>
    /// <param name="counted">What these were made of.</param>
    /// <param name="final">Whether the round has closed.</param>
    /// <param name="before">See <see cref="DisclosurePlan.Of"/>.</param>
    public static NextEdition After(
        Edition edition,
        Questionnaire questionnaire,
        int minimumBase,
        int minimumCell,
        IReadOnlyDictionary<LocalAuthority, Tally> released,
        IReadOnlyDictionary<LocalAuthority, Tally>? detailed,
        IReadOnlyDictionary<LocalAuthority, Tally> now,
        IReadOnlyDictionary<LocalAuthority, Counted> counted,
        bool final,
        IReadOnlyDictionary<string, Publication>? before = null)
    {
        var release = new Release(questionnaire, minimumBase, edition.Blocks, edition.AllSeenBlocks, released, now);
        var blocks = release.Next(counted, final);
        var mayPool = final && !edition.AnyPoolWasSeen;
        var pools = mayPool ? PoolPlan.Of(blocks, edition.AllSeenBlocks, counted, minimumBase) : new Dictionary<string, Block>();
        var tallies = release.TalliesOf(blocks);
        var codes = Block.Of(blocks).Authorities;
        var whole = mayPool ? tallies.ToDictionary(pair => pair.Key, pair => codes[pair.Key.Code].TallyHash == counted.GetValueOrDefault(pair.Key)?.TallyHash ? now[pair.Key] : pair.Value) : tallies;
        var tree = EditionTree.Of(questionnaire, minimumBase, blocks, pools, tallies, whole, now);
        var hashes = tree.Scopes.All.ToDictionary(scope => scope.Scope.Id, scope => TallyJson.Hash(scope.Tally));
        var earlier = new Earlier(Standing(), tree.Lagging, Details());
        return new NextEdition(blocks, pools, tallies, tree.Scopes, hashes, DisclosurePlan.Of(questionnaire, minimumBase, minimumCell, tree.Scopes, earlier, before, final));

        Dictionary<string, IReadOnlySet<string>> Standing() => Shown(edition.Scopes.Values.Where(scope => IsAsIn(scope) && (edition.IsSeen || scope.WasSeen)));

        SeenDetails? Details() => edition.FirstSeenDetails is not { } first ? null
            : edition.ComparesDetails(final) ? new SeenDetails(Shown(first.Scopes.Values), ScopeTree.Of(questionnaire, detailed!, authority => PoolPlan.IsAcrossRegions(first.Blocks, authority)))
            : new SeenDetails(Shown((edition.FinalSeenDetails ?? first).Scopes.Values.Where(IsAsIn)), Tree: null);

        bool IsAsIn(PublishedScope scope) => hashes.GetValueOrDefault(scope.Scope) == scope.TallyHash;

        Dictionary<string, IReadOnlySet<string>> Shown(IEnumerable<PublishedScope> scopes) => scopes.ToDictionary(scope => scope.Scope, scope => ShownFigures.Unpack(questionnaire, scope.Shown));
    }
}
