namespace SencoSurvey.Core.Statistics;

/// <summary>
/// Weights that give each stratum of respondents the share that it has of the population: Holt and Smith 1979, "Post Stratification", https://doi.org/10.2307/2344652.
/// They mend only who answered by stratum: within one, those who answered still stand for those who did not.
/// </summary>
public sealed class PostStratification
{
    private readonly IReadOnlyList<Stratum> strata;

    /// <exception cref="ArgumentException">There is no stratum, or one lacks a population or respondents: merge it with a neighbour first.</exception>
    public PostStratification(IReadOnlyList<Stratum> strata)
    {
        if (strata.Count == 0) throw new ArgumentException("There must be a stratum.", nameof(strata));
        if (strata.FirstOrDefault(one => one.Population < 1 || one.Respondents < 1) is { } empty)
            throw new ArgumentException($"The stratum '{empty.Name}' must have a population and respondents.", nameof(strata));
        this.strata = strata;
        Respondents = strata.Sum(one => one.Respondents);
        var population = (double)strata.Sum(one => one.Population);
        Weights = [.. strata.Select(one => one.Population / population * Respondents / one.Respondents)];
        EffectiveBase = Squared(Weighted(one => one)) / Weighted(one => one * one);
    }

    /// <summary>How many answered, in all strata.</summary>
    public long Respondents { get; }

    /// <summary>What a respondent of each stratum counts, in the strata's order: N_h/n_h, scaled so that the respondents' mean is 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>
    /// How many unweighted answers would settle as much: (Σw)²/Σw², at most <see cref="Respondents"/>. Kish 1965, "Survey Sampling", section 11.7.
    /// It takes the strata to say nothing about the answers, so intervals on it are rather too wide than too narrow.
    /// </summary>
    public double EffectiveBase { get; }

    /// <param name="counts">How many respondents of each stratum have the property, in the strata's order; 0 to the stratum's respondents.</param>
    /// <returns>The weighted share, with Wilson's interval on the effective base.</returns>
    /// <exception cref="ArgumentException">The counts are not as many as the strata, or one is out of its range.</exception>
    public WeightedShare Share(IReadOnlyList<long> counts)
    {
        if (counts.Count != strata.Count) throw new ArgumentException("There must be a count for each stratum.", nameof(counts));
        if (strata.Zip(counts).FirstOrDefault(pair => pair.Second < 0 || pair.Second > pair.First.Respondents).First is { } wrong)
            throw new ArgumentException($"The count of the stratum '{wrong.Name}' must be from 0 to its {wrong.Respondents} respondents.", nameof(counts));
        var share = Math.Min(1, counts.Zip(Weights, (count, weight) => count * weight).Sum() / Weighted(one => one));
        var (lower, upper) = Wilson.OnBase(share, EffectiveBase);
        return new WeightedShare(share, lower, upper, EffectiveBase);
    }

    /// <summary>Summed over the respondents.</summary>
    private double Weighted(Func<double, double> value) => strata.Zip(Weights, (one, weight) => one.Respondents * value(weight)).Sum();

    private static double Squared(double value) => value * value;
}
