using System.Text.Json.Serialization;
using SencoSurvey.Core.Publications.Disclosure;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>All that is published of a round at a moment: which publication of each scope is the current one, and of which answers they were made.</summary>
/// <param name="Id">Its maker's own, by which one knows one's own write again.</param>
/// <param name="IsSeen">Whether anyone has read a figure of it.</param>
/// <param name="DetailsSeen">Whether anyone has read more of it than a receipt shows: see <see cref="SeenDetails"/>.</param>
/// <param name="FirstDetails">The first edition of which details were seen, but for this one.</param>
/// <param name="FinalDetails">The first final one.</param>
/// <param name="SeenBlocks">The blocks and pools of earlier editions that were seen.</param>
/// <param name="PoolsWereSeen">Whether an earlier edition had pools and was seen.</param>
/// <param name="Scopes">By id.</param>
/// <param name="Superseded">Scopes, each with the number up to which rows of older publications may still be there.</param>
public sealed record Edition(
    Guid Id,
    int Number,
    bool IsSeen,
    bool DetailsSeen,
    DetailedEdition? FirstDetails,
    DetailedEdition? FinalDetails,
    IReadOnlyList<Block> Blocks,
    IReadOnlyDictionary<string, Block> Pools,
    IReadOnlyList<Block> SeenBlocks,
    bool PoolsWereSeen,
    IReadOnlyDictionary<string, PublishedScope> Scopes,
    IReadOnlyDictionary<string, int> Superseded)
{
    /// <summary>Before anything is published.</summary>
    public static readonly Edition None = new(Guid.Empty, 0, IsSeen: false, DetailsSeen: false, FirstDetails: null, FinalDetails: null, [], new Dictionary<string, Block>(), [], PoolsWereSeen: false, new Dictionary<string, PublishedScope>(), new Dictionary<string, int>());

    /// <summary>When its newest publication was made. It must have one.</summary>
    [JsonIgnore]
    public DateTimeOffset PublishedAt => Scopes.Values.Max(scope => scope.PublishedAt);

    [JsonIgnore]
    public bool AnyPoolWasSeen => PoolsWereSeen || (IsSeen && Pools.Count > 0);

    /// <summary>As <see cref="FirstDetails"/>, or this one.</summary>
    [JsonIgnore]
    public DetailedEdition? FirstSeenDetails => FirstDetails ?? (DetailsSeen ? new(Blocks, Scopes) : null);

    /// <summary>As <see cref="FinalDetails"/>, or this one.</summary>
    [JsonIgnore]
    public DetailedEdition? FinalSeenDetails => FinalDetails ?? (DetailsSeen && Scopes.Values.Any(scope => scope.Final) ? new(Blocks, Scopes) : null);

    /// <summary>Whether the tallies of <see cref="FirstSeenDetails"/> are needed for the next one: at the first close details may change once more.</summary>
    public bool ComparesDetails(bool final) => final && FirstSeenDetails is not null && FinalSeenDetails is null;

    /// <summary>The edition after this one.</summary>
    public Edition FollowedBy(NextEdition next, IReadOnlyDictionary<string, PublishedScope> scopes) => this with
    {
        Number = Number + 1,
        IsSeen = false,
        DetailsSeen = false,
        FirstDetails = FirstSeenDetails,
        FinalDetails = FinalSeenDetails,
        Blocks = next.Blocks,
        Pools = next.Pools,
        SeenBlocks = AllSeenBlocks,
        PoolsWereSeen = AnyPoolWasSeen,
        Scopes = scopes,
    };

    /// <summary>All blocks and pools that anyone has ever seen.</summary>
    [JsonIgnore]
    public IReadOnlyList<Block> AllSeenBlocks => IsSeen ? [.. SeenBlocks, .. Blocks.Concat(Pools.Values).Where(block => !SeenBlocks.Any(block.IsSameAs))] : SeenBlocks;
}

/// <summary>What there was in an edition of which somebody saw details.</summary>
public sealed record DetailedEdition(IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, PublishedScope> Scopes);

/// <summary>The current publication of a scope.</summary>
/// <param name="Name">The publication's own: of its file and of its partition in Statistics.</param>
/// <param name="Number">1 for the first of the scope, and so on.</param>
/// <param name="TallyHash">Of what it was made, with <paramref name="Shown"/> and <paramref name="Final"/>: where these are the same, it is not made anew.</param>
/// <param name="Shown">Which figures it shows: see <see cref="ShownFigures"/>.</param>
/// <param name="Received">How many responses there were, also those that are not in its figures yet.</param>
/// <param name="WasSeen">Whether an earlier edition had it already and was seen.</param>
/// <param name="SeenName">The last of the scope's earlier publications that was seen.</param>
public sealed record PublishedScope(
    string Scope,
    string Name,
    int Number,
    DateTimeOffset PublishedAt,
    long Responses,
    string TallyHash,
    string Shown,
    long Received,
    bool Final,
    bool WasSeen = false,
    string? SeenName = null);
