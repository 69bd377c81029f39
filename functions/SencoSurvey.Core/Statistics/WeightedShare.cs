namespace SencoSurvey.Core.Statistics;

/// <summary>A weighted proportion with its 95% interval, as shares from 0 to 1.</summary>
/// <param name="EffectiveBase">How many unweighted answers would settle as much.</param>
public sealed record WeightedShare(double Share, double Lower, double Upper, double EffectiveBase);
