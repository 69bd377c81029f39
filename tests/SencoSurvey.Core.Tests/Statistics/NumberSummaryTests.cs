using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class NumberSummaryTests
{
    // Expected values: NumPy 1.24.2, numpy.quantile(values, [.1, .25, .5, .75, .9]), mean() and std(ddof=1).
    [Theory]
    [InlineData(new[] { 0, 0.25, 0.25, 3, 7.75, 60, 100 }, 24.464285714285715, 39.74853995521632, 0.15, 0.25, 3, 33.875, 76)]
    [InlineData(new[] { 3.0, 1, 2, 2 }, 2, 0.816496580927726, 1.3, 1.75, 2, 2.25, 2.7)]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 0, 0, 0, 1_000_000 }, 100_000, 316227.7660168379, 0, 0, 0, 0, 100_000)]
    [InlineData(new[] { 1.0, 2 }, 1.5, 0.7071067811865476, 1.1, 1.25, 1.5, 1.75, 1.9)]
    [InlineData(new[] { 5.0, 5, 5 }, 5, 0, 5, 5, 5, 5, 5)]
    public void Known_summaries_come_out(double[] values, double mean, double sd, double p10, double q1, double median, double q3, double p90)
    {
        var summary = NumberSummary.Of(Count(values))!;

        Assert.Equal(values.Length, summary.N);
        Close(values.Sum(), summary.Total);
        Close(mean, summary.Mean);
        Close(sd, summary.Sd!.Value);
        Close(values.Min(), summary.Min);
        Close(p10, summary.P10);
        Close(q1, summary.Q1);
        Close(median, summary.Median);
        Close(q3, summary.Q3);
        Close(p90, summary.P90);
        Close(values.Max(), summary.Max);
    }

    [Fact]
    public void Of_no_value_there_is_no_summary() => Assert.Null(NumberSummary.Of(new Counter<Rational>()));

    [Fact]
    public void One_value_has_no_spread() =>
        Assert.Equal(new NumberSummary(1, 4, 4, null, 4, 4, 4, 4, 4, 4, 4), NumberSummary.Of(Count([4])));

    [Property]
    public void Any_summary_is_that_of_the_definitions(byte[] quarters)
    {
        if (quarters.Length < 2) return;
        double[] values = [.. quarters.Select(quarter => quarter / 4.0)];
        var summary = NumberSummary.Of(Count(values))!;

        Close(values.Average(), summary.Mean);
        Close(Naive.StandardDeviation(values), summary.Sd!.Value);
        Close(Naive.Quantile(values, 0.1), summary.P10);
        Close(Naive.Quantile(values, 0.25), summary.Q1);
        Close(Naive.Quantile(values, 0.5), summary.Median);
        Close(Naive.Quantile(values, 0.75), summary.Q3);
        Close(Naive.Quantile(values, 0.9), summary.P90);
    }

    [Property]
    public void Values_in_another_unit_give_the_same_figures_in_that_unit(byte[] quarters, byte factor)
    {
        if (quarters.Length < 2) return;
        double[] values = [.. quarters.Select(quarter => quarter / 4.0)];
        var summary = NumberSummary.Of(Count(values))!;
        var scaled = NumberSummary.Of(Count([.. values.Select(value => value * (factor + 1))]))!;

        Close(summary.Mean * (factor + 1), scaled.Mean);
        Close(summary.Sd!.Value * (factor + 1), scaled.Sd!.Value);
        Close(summary.Min * (factor + 1), scaled.Min);
        Close(summary.P10 * (factor + 1), scaled.P10);
        Close(summary.Q1 * (factor + 1), scaled.Q1);
        Close(summary.Median * (factor + 1), scaled.Median);
        Close(summary.Q3 * (factor + 1), scaled.Q3);
        Close(summary.P90 * (factor + 1), scaled.P90);
        Close(summary.Max * (factor + 1), scaled.Max);
    }

    [Property]
    public void In_whatever_order_counters_are_merged_every_bit_of_the_summary_is_the_same(byte[] here, byte[] there, byte[] elsewhere)
    {
        var (a, b, c) = (CountQuarters(here), CountQuarters(there), CountQuarters(elsewhere));
        var all = NumberSummary.Of(CountQuarters([.. here, .. there, .. elsewhere]));

        Assert.Equal(all, NumberSummary.Of(Merge(a, b, c)));
        Assert.Equal(all, NumberSummary.Of(Merge(c, a, b)));
        Assert.Equal(all, NumberSummary.Of(Merge(c, Merge(b, a))));

        static Counter<Rational> Merge(params Counter<Rational>[] parts)
        {
            var sum = new Counter<Rational>();
            foreach (var part in parts) sum.Merge(part);
            return sum;
        }
    }

    private static Counter<Rational> CountQuarters(byte[] quarters) => Count([.. quarters.Select(quarter => quarter / 4.0)]);

    private static Counter<Rational> Count(double[] values)
    {
        var counts = new Counter<Rational>();
        foreach (var value in values) counts.Add(Rational.From((decimal)value));
        return counts;
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)));
}
