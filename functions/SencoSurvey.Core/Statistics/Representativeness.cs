using System.Globalization;

namespace SencoSurvey.Core.Statistics;

/// <summary>How far those who answered are from the population, by the stratum that is furthest off.</summary>
/// <param name="Stratum">The first of those furthest off.</param>
/// <param name="ShareOfRespondents">Its share of the respondents, 0 to 1.</param>
/// <param name="ShareOfPopulation">Its share of the population, 0 to 1.</param>
/// <param name="Warning">In words; null where the two shares are less than ten percentage points apart.</param>
public sealed record Representativeness(Stratum Stratum, double ShareOfRespondents, double ShareOfPopulation, string? Warning)
{
    /// <summary>From 0 to 1; more than 0 where the stratum has more than its part of the respondents, else with a minus.</summary>
    public double Difference => ShareOfRespondents - ShareOfPopulation;

    /// <param name="strata">Some may lack respondents, or a population; all of them together may not.</param>
    /// <exception cref="ArgumentException">There are no respondents, or no population, or a negative number of either.</exception>
    public static Representativeness Of(IReadOnlyList<Stratum> strata)
    {
        if (strata.Any(one => one.Respondents < 0 || one.Population < 0)) throw new ArgumentException("No number can be negative.", nameof(strata));
        var (respondents, population) = (strata.Sum(one => one.Respondents), strata.Sum(one => one.Population));
        if (respondents == 0 || population == 0) throw new ArgumentException("There must be respondents and a population.", nameof(strata));

        var furthest = strata.MaxBy(Apart)!;
        var (ofRespondents, ofPopulation) = ((double)furthest.Respondents / respondents, (double)furthest.Population / population);
        var warns = 10 * Apart(furthest) >= (Int128)respondents * population;
        return new Representativeness(furthest, ofRespondents, ofPopulation, warns ? Words(furthest.Name, ofRespondents, ofPopulation) : null);

        // In whole numbers, so that ten points are ten points.
        Int128 Apart(Stratum one) => Int128.Abs(((Int128)one.Respondents * population) - ((Int128)one.Population * respondents));
    }

    private static string Words(string name, double ofRespondents, double ofPopulation) => string.Create(
        CultureInfo.InvariantCulture,
        $"Those who answered are not like the whole: “{name}” is {100 * ofRespondents:0.#}% of them, and {100 * ofPopulation:0.#}% of all. Read figures of the whole with care, and groups by themselves.");
}
