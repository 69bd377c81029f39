using FsCheck.Xunit;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class RepresentativenessTests
{
    [Fact]
    public void The_stratum_that_is_furthest_off_is_named_with_both_shares()
    {
        var found = Representativeness.Of([new Stratum("Primary", 780, 50), new Stratum("Secondary", 160, 45), new Stratum("Special", 60, 5)]);

        Assert.Equal("Secondary", found.Stratum.Name);
        Assert.Equal(0.29, found.Difference, 1e-12);
        Assert.Equal(
            "Those who answered are not like the whole: “Secondary” is 45% of them, and 16% of all. Read figures of the whole with care, and groups by themselves.",
            found.Warning);
    }

    [Fact]
    public void A_stratum_that_nobody_answered_for_counts_too()
    {
        var found = Representativeness.Of([new Stratum("Secondary", 25, 0), new Stratum("Primary", 75, 100)]);
        Assert.Equal("Secondary", found.Stratum.Name);
        Assert.Equal(-0.25, found.Difference, 1e-12);
    }

    [Theory]
    [InlineData(600, true)]
    [InlineData(599, false)]
    [InlineData(601, true)]
    [InlineData(400, true)]
    [InlineData(401, false)]
    public void Ten_percentage_points_warn_and_less_does_not(int respondents, bool warns)
    {
        // Half of the population; 0.6 - 0.5 is less than 0.1 in doubles.
        var found = Representativeness.Of([new Stratum("A", 5, respondents), new Stratum("B", 5, 1000 - respondents)]);
        Assert.Equal(warns, found.Warning is not null);
    }

    [Property]
    public void It_is_the_largest_of_all_differences((byte, byte)[] drawn)
    {
        List<Stratum> strata = [.. drawn.Select(one => new Stratum("Synthetic", one.Item1, one.Item2))];
        if (strata.Sum(one => one.Population) == 0 || strata.Sum(one => one.Respondents) == 0) return;
        var largest = strata.Max(one => Math.Abs(((double)one.Respondents / strata.Sum(other => other.Respondents)) - ((double)one.Population / strata.Sum(other => other.Population))));

        Assert.Equal(largest, Math.Abs(Representativeness.Of(strata).Difference), 1e-12);
    }

    [Fact]
    public void Without_respondents_or_a_population_there_is_nothing_to_compare()
    {
        Assert.Throws<ArgumentException>(() => Representativeness.Of([]));
        Assert.Throws<ArgumentException>(() => Representativeness.Of([new Stratum("A", 10, 0)]));
        Assert.Throws<ArgumentException>(() => Representativeness.Of([new Stratum("A", 0, 10)]));
        Assert.Throws<ArgumentException>(() => Representativeness.Of([new Stratum("A", 10, 10), new Stratum("B", 10, -1)]));
    }
}
