namespace SencoSurvey.Core.Statistics;

/// <summary>A part of the population whose size is known, such as the primary schools of England. Strata do not overlap.</summary>
/// <param name="Name">As people read it: "Primary".</param>
/// <param name="Population">How many there are.</param>
/// <param name="Respondents">How many of them answered; of a weighted share, how many answered its question.</param>
public sealed record Stratum(string Name, long Population, long Respondents);
