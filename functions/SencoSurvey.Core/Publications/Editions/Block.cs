using System.Text.Json.Serialization;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>
/// Answers that are only ever published together, as they were at one moment: of an authority, or of several that have too few each. Every published figure is of whole blocks,
/// so whatever is added and subtracted, nothing smaller than a block comes out.
/// </summary>
/// <param name="Authorities">By code.</param>
public sealed record Block(IReadOnlyDictionary<string, Counted> Authorities)
{
    [JsonIgnore]
    public long Responses => Authorities.Values.Sum(counted => counted.Responses);

    /// <summary>Whether the figures are those of one authority, which are its publication.</summary>
    [JsonIgnore]
    public bool IsOneAuthority => Authorities.Count == 1;

    public bool IsWithin(Block other) => Authorities.Keys.All(other.Authorities.ContainsKey);

    public bool Overlaps(Block other) => Authorities.Keys.Any(other.Authorities.ContainsKey);

    /// <summary>Whether the same people of these authorities are there, beside others perhaps; of some figures, fewer of them may be.</summary>
    public bool IsAsIn(Block other) => Authorities.All(pair => other.Authorities.GetValueOrDefault(pair.Key)?.TallyHash == pair.Value.TallyHash);

    public bool HasSameAuthorities(Block other) => Authorities.Count == other.Authorities.Count && IsWithin(other);

    public bool IsSameAs(Block other) => Authorities.Count == other.Authorities.Count && Authorities.All(pair => other.Authorities.GetValueOrDefault(pair.Key) == pair.Value);

    /// <summary>All of these as one.</summary>
    public static Block Of(IEnumerable<Block> blocks) => new(blocks.SelectMany(block => block.Authorities).ToDictionary());
}
