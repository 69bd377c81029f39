using System.Text.Json.Serialization;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>What a tally was made of: how many responses, and which (by the tally's hash).</summary>
/// <param name="Lagging">The keys of those figures that are as they were before: see <see cref="LaggingFigures"/>. In one text, so that two of these can be compared; null where there is none.</param>
public sealed record Counted(long Responses, string TallyHash, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lagging = null)
{
    [JsonIgnore]
    internal IReadOnlySet<string> LaggingKeys => Lagging is null ? [] : Lagging.Split(' ').ToHashSet();

    internal Counted WithLagging(IReadOnlySet<string> keys) => this with { Lagging = keys.Count == 0 ? null : string.Join(' ', keys.Order(StringComparer.Ordinal)) };
}
