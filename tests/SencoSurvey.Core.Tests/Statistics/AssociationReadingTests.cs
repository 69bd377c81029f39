using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class AssociationReadingTests
{
    [Fact]
    public void A_settled_association_says_so_with_its_limits() => Assert.Equal(
        "Moderate, and probably more than chance: with 40 responses, chance alone gives as strong a link in 1.2% of surveys."
        + " Of many such tests where nothing is linked, one in twenty comes out as more than chance. It does not say what causes what.",
        AssociationReading.Of(Association.Of([[12, 5], [7, 16]])!));

    [Fact]
    public void One_that_is_not_settled_may_be_none() => Assert.Equal(
        "Weak, and not settled: with 40 responses, chance alone gives as strong a link in 34.2% of surveys, so no link at all is possible too."
        + " Of many such tests where nothing is linked, one in twenty comes out as more than chance. It does not say what causes what.",
        AssociationReading.Of(Association.Of([[11, 8], [9, 12]])!));

    [Theory]
    [InlineData(0.0009, "in fewer than 0.1% of surveys.")]
    [InlineData(0.001, "in 0.1% of surveys.")]
    [InlineData(0.0499, "probably more than chance")]
    [InlineData(0.05, "not settled")]
    public void Five_percent_is_the_limit(double p, string words) => Assert.Contains(words, AssociationReading.Of(With(p: p)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.99, 0.1)]
    [InlineData(1, 0.21)]
    public void Too_few_for_the_test_are_not_to_be_built_on(double smallestExpected, double underFive)
    {
        var reading = AssociationReading.Of(With(smallestExpected: smallestExpected, underFive: underFive));
        Assert.StartsWith("Moderate, at this number of responses (100) not to be built on: there are too few for a test", reading, StringComparison.Ordinal);
        Assert.Contains($"only {smallestExpected:0.0} times", reading, StringComparison.Ordinal);
        Assert.DoesNotContain("chance", reading, StringComparison.Ordinal);
        Assert.EndsWith("It does not say what causes what.", reading, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fifth_of_the_cells_may_expect_fewer_than_five() =>
        Assert.Contains("chance", AssociationReading.Of(With(smallestExpected: 1, underFive: 0.2)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.09, 2, "Very weak")]
    [InlineData(0.1, 2, "Weak")]
    [InlineData(0.3, 2, "Moderate")]
    [InlineData(0.5, 2, "Strong")]
    [InlineData(0.25, 5, "Strong")]
    public void The_strength_is_named_by_its_band(double v, int size, string name) =>
        Assert.StartsWith($"{name}, ", AssociationReading.Of(With(v: v, size: size)), StringComparison.Ordinal);

    private static Association With(double p = 0.01, double v = 0.4, int size = 2, double smallestExpected = 5, double underFive = 0) =>
        new(100, size, size, 10, 1, p, v, smallestExpected, underFive);
}
