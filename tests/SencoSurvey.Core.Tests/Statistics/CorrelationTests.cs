using FsCheck.Xunit;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class CorrelationTests
{
    // Expected values: SciPy 1.10.1, pearsonr(x, y) with .confidence_interval(0.95), spearmanr(x, y), kendalltau(x, y, variant='b').
    [Theory]
    [InlineData(new[] { 1.0, 2, 2, 3, 3, 3, 4, 5, 5, 6 }, new[] { 2.0, 1, 4, 4, 3, 3, 6, 5, 5, 8 }, 0.8556534679079244, 0.4900232233379832, 0.9652559287788246, 0.856735235418401, 0.7075275528876864)]
    [InlineData(new[] { 0.0, 0, 1, 100, 5000 }, new[] { 60, 59.75, 40, 0.25, 0 }, -0.60684880687269, -0.9698534420830409, 0.5928088652147783, -0.9746794344808963, -0.9486832980505138)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 1.0, 3, 2, 4 }, 0.8, -0.6969534452993225, 0.9956002504665856, 0.8, 0.6666666666666669)]
    [InlineData(new[] { 1.0, 1, 1, 2, 2, 2, 3 }, new[] { 1.0, 1, 2, 2, 2, 1, 1 }, -0.058925565098878946, -0.7774833375625375, 0.7263645154039471, 0, 0)]
    public void Known_correlations_come_out(double[] x, double[] y, double pearson, double lower, double upper, double spearman, double kendall)
    {
        var found = Correlation.Of(Count(x.Zip(y)))!;

        Assert.Equal(x.Length, found.N);
        Assert.Equal(pearson, found.Pearson, 1e-9);
        Assert.Equal(lower, found.PearsonLower!.Value, 1e-9);
        Assert.Equal(upper, found.PearsonUpper!.Value, 1e-9);
        Assert.Equal(spearman, found.Spearman, 1e-9);
        Assert.Equal(kendall, found.Kendall, 1e-9);
    }

    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 1.0 }, new[] { 2.0 })]
    [InlineData(new[] { 5.0, 5, 5, 5 }, new[] { 1.0, 2, 3, 4 })]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 5.0, 5, 5, 5 })]
    [InlineData(new[] { 5.0, 5, 5 }, new[] { 5.0, 5, 5 })]
    public void Where_a_number_does_not_vary_there_is_no_correlation(double[] x, double[] y) =>
        Assert.Null(Correlation.Of(Count(x.Zip(y))));

    [Theory]
    [InlineData(new[] { 1.0, 2 }, new[] { 3.0, 7 }, 1)]
    [InlineData(new[] { 1.0, 2 }, new[] { 7.0, 3 }, -1)]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, 3, 2 }, 0.5, 1 / 3.0)]
    public void Under_four_pairs_there_is_no_interval(double[] x, double[] y, double pearson, double? kendall = null)
    {
        var found = Correlation.Of(Count(x.Zip(y)))!;
        Assert.Equal(pearson, found.Pearson, 1e-12);
        Assert.Equal(pearson, found.Spearman, 1e-12);
        Assert.Equal(kendall ?? pearson, found.Kendall, 1e-12);
        Assert.Null(found.PearsonLower);
        Assert.Null(found.PearsonUpper);
    }

    [Property]
    public void Any_correlation_is_that_of_the_definitions((byte, byte)[] drawn)
    {
        // Few different values on one side, so that ties are many.
        List<(double X, double Y)> pairs = [.. drawn.Select(pair => (pair.Item1 % 6 / 4.0, (double)pair.Item2))];
        if (Correlation.Of(Count(pairs)) is not { } found)
        {
            Assert.True(pairs.DistinctBy(pair => pair.X).Count() < 2 || pairs.DistinctBy(pair => pair.Y).Count() < 2);
            return;
        }

        Assert.Equal(pairs.Count, found.N);
        Assert.Equal(Naive.Pearson(pairs), found.Pearson, 1e-9);
        Assert.Equal(Naive.Spearman(pairs), found.Spearman, 1e-9);
        Assert.Equal(Naive.KendallTauB(pairs), found.Kendall, 1e-9);
    }

    [Property]
    public void No_coefficient_leaves_its_range_even_on_a_straight_line(byte slope, byte step, byte count)
    {
        var pairs = Enumerable.Range(0, count + 2).Select(i => (i * (step + 1) / 4.0, i * (slope + 1) / 4.0));
        var found = Correlation.Of(Count(pairs))!;

        Assert.InRange(found.Pearson, 1 - 1e-9, 1);
        Assert.InRange(found.Spearman, 1 - 1e-9, 1);
        Assert.InRange(found.Kendall, 1 - 1e-9, 1);
        Assert.InRange(found.PearsonLower ?? 1, 1 - 1e-3, 1);
    }

    [Property]
    public void Turning_one_number_round_turns_the_sign((byte, byte)[] drawn)
    {
        var found = Correlation.Of(Count(drawn.Select(pair => ((double)pair.Item1, (double)pair.Item2))));
        var turned = Correlation.Of(Count(drawn.Select(pair => ((double)pair.Item1, 255.0 - pair.Item2))));
        if (found is null)
        {
            Assert.Null(turned);
            return;
        }

        Assert.Equal(-found.Pearson, turned!.Pearson, 1e-9);
        Assert.Equal(-found.Spearman, turned.Spearman, 1e-9);
        Assert.Equal(-found.Kendall, turned.Kendall, 1e-9);
    }

    private static Counter<NumberPair> Count(IEnumerable<(double X, double Y)> pairs)
    {
        var counts = new Counter<NumberPair>();
        foreach (var (x, y) in pairs) counts.Add(new NumberPair(Core.Answers.Rational.From((decimal)x), Core.Answers.Rational.From((decimal)y)));
        return counts;
    }
}
