using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Statistics.Golden;

/// <summary>
/// Every statistic beside what R found of the same data (golden.R). Both count in doubles of 16 digits by different ways, so they are held to 12 digits: to 1e-12 of
/// the expected value, and where that is 0, to 0. The p-values hold to as much, though both come from series that end when they are near enough.
/// </summary>
public sealed class GoldenTests
{
    [Fact]
    public void Numbers_are_summed_up_as_R_does() => Assert.All(GoldenFigures.All.Numbers, golden =>
    {
        var found = NumberSummary.Of(Count(golden.Values));
        Assert.Equal(golden.Summary is null, found is null);
        if (golden.Summary is not { } expected) return;

        Assert.Equal(expected.N, found!.N);
        Close(expected.Total, found.Total);
        Close(expected.Mean, found.Mean);
        Close(expected.Sd, found.Sd);
        Close(expected.Min, found.Min);
        Close(expected.P10, found.P10);
        Close(expected.Q1, found.Q1);
        Close(expected.Median, found.Median);
        Close(expected.Q3, found.Q3);
        Close(expected.P90, found.P90);
        Close(expected.Max, found.Max);
    });

    [Fact]
    public void Medians_have_the_interval_that_R_gives() => Assert.All(GoldenFigures.All.Numbers, golden =>
    {
        var found = MedianInterval.Of(Count(golden.Values));
        Assert.Equal(golden.MedianInterval is null, found is null);
        if (golden.MedianInterval is not { } expected) return;

        Assert.Equal((expected.LowerRank, expected.UpperRank), (found!.LowerRank, found.UpperRank));
        Close(expected.Lower, found.Lower);
        Close(expected.Upper, found.Upper);
        Close(expected.Coverage, found.Coverage);
    });

    [Fact]
    public void Ranks_are_those_of_R_at_any_number_of_answers() => Assert.All(GoldenFigures.All.MedianRanks, golden =>
    {
        var counts = new Counter<Rational>();
        counts.Add(1, golden.N);
        var found = MedianInterval.Of(counts);
        Assert.Equal(golden.LowerRank, found?.LowerRank ?? 0);
        Close(golden.Coverage, found?.Coverage);
    });

    [Fact]
    public void Correlations_are_those_of_R() => Assert.All(GoldenFigures.All.Pairs, golden =>
    {
        var found = Correlation.Of(Count(golden.X.Zip(golden.Y)));
        Assert.Equal(golden.Found is null, found is null);
        if (golden.Found is not { } expected) return;

        Assert.Equal(expected.N, found!.N);
        Close(expected.Pearson, found.Pearson);
        Close(expected.PearsonLower, found.PearsonLower);
        Close(expected.PearsonUpper, found.PearsonUpper);
        Close(expected.Spearman, found.Spearman);
        Close(expected.Kendall, found.Kendall);
    });

    [Fact]
    public void Proportions_have_the_interval_that_R_gives() => Assert.All(GoldenFigures.All.Proportions, golden =>
        Close((golden.Lower, golden.Upper), Wilson.Interval(golden.Count, golden.Total)));

    [Fact]
    public void Proportions_of_a_finite_population_have_the_interval_of_the_paper() => Assert.All(GoldenFigures.All.Finite, golden =>
        Close((golden.Lower, golden.Upper), Wilson.Interval(golden.Count, golden.Total, golden.Population)));

    [Fact]
    public void Differences_of_two_groups_have_the_interval_of_the_paper() => Assert.All(GoldenFigures.All.Independent, golden =>
    {
        var found = ProportionDifference.OfIndependent(golden.Count, golden.Total, golden.OtherCount, golden.OtherTotal);
        Close(golden.Difference, found.Difference);
        Close((golden.Lower, golden.Upper), (found.Lower, found.Upper));
    });

    [Fact]
    public void Differences_within_a_group_have_the_interval_of_the_paper() => Assert.All(GoldenFigures.All.Paired, golden =>
    {
        var found = ProportionDifference.OfPaired(golden.Both, golden.OnlyFirst, golden.OnlySecond, golden.Neither);
        Close(golden.Difference, found.Difference);
        Close((golden.Lower, golden.Upper), (found.Lower, found.Upper));
    });

    [Fact]
    public void Associations_are_those_of_R() => Assert.All(GoldenFigures.All.Associations, golden =>
    {
        var found = Association.Of(golden.Table);
        Assert.Equal(golden.Found is null, found is null);
        if (golden.Found is not { } expected) return;

        Assert.Equal((expected.N, expected.DegreesOfFreedom), (found!.N, found.DegreesOfFreedom));
        Close(expected.ChiSquared, found.ChiSquared);
        Close(expected.P, found.P);
        Close(expected.CramersV, found.CramersV);
        Close(expected.SmallestExpected, found.SmallestExpected);
        Close(expected.UnderFive, found.UnderFive);
    });

    [Fact]
    public void Weights_and_what_is_weighted_are_those_of_R() => Assert.All(GoldenFigures.All.Weightings, golden =>
    {
        var weighted = new PostStratification([.. golden.Populations.Zip(golden.Respondents, (population, respondents) => new Stratum("Synthetic", population, respondents))]);
        var found = weighted.Share(golden.Counts);

        Assert.All(golden.Weights.Zip(weighted.Weights), pair => Close(pair.First, pair.Second));
        Close(golden.EffectiveBase, weighted.EffectiveBase);
        Close(golden.EffectiveBase, found.EffectiveBase);
        Close(golden.Share, found.Share);
        Close((golden.Lower, golden.Upper), (found.Lower, found.Upper));
    });

    private static Counter<Rational> Count(IEnumerable<string?> values)
    {
        var counts = new Counter<Rational>();
        foreach (var value in values.OfType<string>()) counts.Add(Rational.Parse(value));
        return counts;
    }

    private static Counter<NumberPair> Count(IEnumerable<(string? X, string? Y)> pairs)
    {
        var counts = new Counter<NumberPair>();
        foreach (var (x, y) in pairs)
        {
            if (x is not null && y is not null) counts.Add(new NumberPair(Rational.Parse(x), Rational.Parse(y)));
        }

        return counts;
    }

    private static void Close((double Lower, double Upper) expected, (double Lower, double Upper) found)
    {
        Close(expected.Lower, found.Lower);
        Close(expected.Upper, found.Upper);
    }

    private static void Close(double? expected, double? found)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is { } value) Assert.Equal(value, found!.Value, Math.Abs(value) * 1e-12);
    }
}
