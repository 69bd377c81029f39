using System.Text.Json.Serialization;
using SencoSurvey.Core.Publications.Editions;

namespace SencoSurvey.Services.Publishing;

/// <summary>All that is published of a round at a moment: which publication of each scope is the current one, and of which answers they were made.</summary>
/// <param name="Id">Its maker's own, by which one knows one's own write again.</param>
/// <param name="IsSeen">Whether anyone has read a figure of it.</param>
/// <param name="SeenBlocks">The blocks and pools of earlier editions that were seen.</param>
/// <param name="PoolsWereSeen">Whether an earlier edition had pools and was seen.</param>
/// <param name="Scopes">By id.</param>
/// <param name="Superseded">Scopes, each with the number up to which rows of older publications may still be there.</param>
public sealed record Edition(
    Guid Id,
    int Number,
    bool IsSeen,
    IReadOnlyList<Block> Blocks,
    IReadOnlyDictionary<string, Block> Pools,
    IReadOnlyList<Block> SeenBlocks,
    bool PoolsWereSeen,
    IReadOnlyDictionary<string, PublishedScope> Scopes,
    IReadOnlyDictionary<string, int> Superseded)
{
    /// <summary>Before anything is published.</summary>
    public static readonly Edition None = new(Guid.Empty, 0, IsSeen: false, [], new Dictionary<string, Block>(), [], PoolsWereSeen: false, new Dictionary<string, PublishedScope>(), new Dictionary<string, int>());

    [JsonIgnore]
    public bool AnyPoolWasSeen => PoolsWereSeen || (IsSeen && Pools.Count > 0);

    /// <summary>All blocks and pools that anyone has ever seen.</summary>
    [JsonIgnore]
    public IReadOnlyList<Block> AllSeenBlocks => IsSeen ? [.. SeenBlocks, .. Blocks.Concat(Pools.Values).Where(block => !SeenBlocks.Any(block.IsSameAs))] : SeenBlocks;
}

/// <summary>The current publication of a scope.</summary>
/// <param name="Name">The publication's own: of its file and of its partition in Statistics.</param>
/// <param name="Number">1 for the first of the scope, and so on.</param>
/// <param name="TallyHash">Of what it was made, with <paramref name="Shown"/> and <paramref name="Final"/>: where these are the same, it is not made anew.</param>
/// <param name="Shown">Which figures it shows: see <see cref="Core.Publications.Disclosure.ShownFigures"/>.</param>
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
