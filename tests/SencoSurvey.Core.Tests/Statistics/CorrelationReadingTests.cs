using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class CorrelationReadingTests
{
    [Fact]
    public void North_Lincolnshires_hours_and_pupils_go_together_weakly_to_moderately_and_it_is_not_settled()
    {
        var reading = CorrelationReading.Of(new Correlation(21, 0.3594381, -0.0855181, 0.6848589, 0.4697868, 0.3744979));

        Assert.Equal(
            "A weak to moderate link, not settled: more of the one tends to go with more of the other. With 21 responses the 95% interval runs from -0.09 to 0.68, so there may be no link at all. It does not say what causes what.",
            reading);
    }

    [Theory]
    [InlineData(0.2, 0.5)]
    [InlineData(-0.5, -0.2)]
    public void An_interval_clear_of_0_is_settled(double lower, double upper)
    {
        var reading = CorrelationReading.Of(new Correlation(200, (lower + upper) / 2, lower, upper, (lower + upper) / 2, 0));
        Assert.Contains("more than chance", reading, StringComparison.Ordinal);
        Assert.DoesNotContain("not settled", reading, StringComparison.Ordinal);
        Assert.DoesNotContain("no link at all", reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.01, 0.73)]
    [InlineData(-0.73, -0.09)]
    public void An_interval_that_ends_beside_0_is_settled_only_just(double lower, double upper)
    {
        var reading = CorrelationReading.Of(new Correlation(21, (lower + upper) / 2, lower, upper, (lower + upper) / 2, 0));
        Assert.Contains("only just clear of chance", reading, StringComparison.Ordinal);
        Assert.Contains("so it may be next to nothing", reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.19, "very weak")]
    [InlineData(0.2, "weak")]
    [InlineData(0.4, "moderate")]
    [InlineData(0.6, "strong")]
    [InlineData(0.8, "very strong")]
    [InlineData(-0.8, "very strong")]
    public void The_strength_is_named_by_its_band(double r, string name) =>
        Assert.StartsWith($"A {name} link, ", CorrelationReading.Of(new Correlation(50, r, -0.9, 0.9, r, r)), StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.3, -0.3, "more of the one tends to go with less of the other")]
    [InlineData(0.3, 0.3, "more of the one tends to go with more of the other")]
    public void The_direction_is_named(double pearson, double spearman, string direction) =>
        Assert.Contains(direction, CorrelationReading.Of(new Correlation(50, pearson, -0.9, 0.9, spearman, 0)), StringComparison.Ordinal);

    [Fact]
    public void Coefficients_that_disagree_on_the_direction_name_none() =>
        Assert.DoesNotContain("of the one", CorrelationReading.Of(new Correlation(50, 0.1, -0.2, 0.4, -0.1, 0)), StringComparison.Ordinal);

    [Fact]
    public void Without_an_interval_nothing_is_to_be_built_on_it() =>
        Assert.EndsWith("at this number of responses (3) not to be built on.", CorrelationReading.Of(new Correlation(3, 0.5, null, null, 0.5, 0.5)), StringComparison.Ordinal);
}
