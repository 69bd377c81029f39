namespace SencoSurvey.Core.Publications.Editions;

/// <summary>What a tally was made of: how many responses, and which (by the tally's hash).</summary>
public sealed record Counted(long Responses, string TallyHash);
