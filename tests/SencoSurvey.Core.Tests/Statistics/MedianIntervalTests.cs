using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class MedianIntervalTests
{
    [Fact]
    public void Six_answers_are_the_fewest_with_an_interval_and_it_is_all_of_them()
    {
        Assert.Null(MedianInterval.Of(Count([1, 2, 3, 4, 5])));
        Assert.Equal(new MedianInterval(6, 1, 6, 1, 9, 1 - (2 / 64.0)), MedianInterval.Of(Count([4, 2, 3, 1, 9, 5])));
    }

    [Fact]
    public void Of_no_answer_there_is_no_interval() => Assert.Null(MedianInterval.Of(new Counter<Rational>()));

    [Fact]
    public void North_Lincolnshires_hours_have_their_6th_and_16th() =>
        Assert.Equal(
            (6, 16, 2.5, 12),
            MedianInterval.Of(Count([24, 18, 16.25, 12.5, 12, 12, 6, 6, 5.5, 4, 3.25, 3, 3, 3, 3, 2.5, 2.5, 2.5, 2, 1, 1])) is { } found ? (found.LowerRank, found.UpperRank, found.Lower, found.Upper) : default);

    [Fact]
    public void Answers_that_all_tie_leave_no_width_at_any_size()
    {
        var counts = new Counter<Rational>();
        counts.Add(new Rational(39, 4), 24_453);
        var found = MedianInterval.Of(counts)!;

        Assert.Equal((9.75, 9.75), (found.Lower, found.Upper));
        Assert.InRange(found.Coverage, 0.95, 0.96);
    }

    [Property]
    public void The_interval_holds_the_median_and_one_rank_less_would_cover_too_little(byte[] quarters)
    {
        double[] values = [.. quarters.Select(quarter => quarter / 4.0).Order()];
        if (MedianInterval.Of(Count(values)) is not { } found)
        {
            Assert.InRange(values.Length, 0, 5);
            return;
        }

        Assert.Equal((values[found.LowerRank - 1], values[found.UpperRank - 1]), (found.Lower, found.Upper));
        Assert.Equal(values.Length + 1, found.LowerRank + found.UpperRank);
        Assert.InRange(Naive.Quantile(values, 0.5), found.Lower, found.Upper);
        Assert.Equal(Coverage(values.Length, found.LowerRank), found.Coverage, 1e-12);
        Assert.InRange(found.Coverage, 0.95, 1);
        Assert.InRange(Coverage(values.Length, found.LowerRank + 1), 0, 0.95);
    }

    /// <summary>From Pascal's triangle: the share of all ways to fall that put at least rank, and at most n - rank, answers below the median.</summary>
    private static double Coverage(int n, long rank)
    {
        double[] row = [1];
        for (var i = 0; i < n; i++) row = [.. row.Append(0).Zip(row.Prepend(0), (left, above) => (left + above) / 2)];
        return row.Where((_, below) => below >= rank && below <= n - rank).Sum();
    }

    private static Counter<Rational> Count(IEnumerable<double> values)
    {
        var counts = new Counter<Rational>();
        foreach (var value in values) counts.Add(Rational.From((decimal)value));
        return counts;
    }

    [Theory]
    [InlineData(2_500)]
    [InlineData(2_501)]
    [InlineData(24_453)]
    public void However_many_there_are_the_rank_is_the_last_that_leaves_out_at_most_a_fortieth(int answers)
    {
        var counts = new Counter<Rational>();
        counts.Add(new Rational(1, 1), answers);
        var found = MedianInterval.Of(counts)!;

        System.Numerics.BigInteger below = 0, ways = 1;
        for (var k = 0; k < found.LowerRank; k++)
        {
            below += ways;
            ways = ways * (answers - k) / (k + 1);
        }

        var all = System.Numerics.BigInteger.One << answers;
        Assert.True(40 * below <= all && 40 * (below + ways) > all);
        Assert.Equal(1 - (2 * Math.Exp(System.Numerics.BigInteger.Log(below) - System.Numerics.BigInteger.Log(all))), found.Coverage, 1e-11);
    }
}
