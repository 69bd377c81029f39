using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class DifferenceReadingTests
{
    [Theory]
    [InlineData(0.01, 0.2, "higher than last year")]
    [InlineData(-0.2, -0.01, "lower than last year")]
    [InlineData(-0.01, 0.2, "no clear difference from last year")]
    [InlineData(-0.2, 0.01, "no clear difference from last year")]
    [InlineData(0, 0.2, "no clear difference from last year")]
    [InlineData(-0.2, 0, "no clear difference from last year")]
    [InlineData(0, 0, "no clear difference from last year")]
    public void A_direction_is_named_only_where_the_interval_leaves_no_other(double lower, double upper, string reading) =>
        Assert.Equal(reading, DifferenceReading.Of(new ProportionDifference((lower + upper) / 2, lower, upper), "last year"));
}
