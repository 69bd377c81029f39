using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>A group of schools that a share is weighted by.</summary>
/// <param name="Stratum">Its schools, and how many of them answered what the share is of.</param>
/// <param name="Count">How many of these the share is.</param>
internal readonly record struct StratumShare(Stratum Stratum, long Count);
