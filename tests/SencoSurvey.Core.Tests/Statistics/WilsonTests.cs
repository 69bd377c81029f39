using FsCheck.Xunit;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class WilsonTests
{
    [Theory]
    [InlineData(0, 5, 0.0, 43.4)]
    [InlineData(3, 5, 23.1, 88.2)]
    [InlineData(5, 10, 23.7, 76.3)]
    [InlineData(8, 10, 49.0, 94.3)]
    [InlineData(15, 30, 33.2, 66.8)]
    [InlineData(13, 21, 40.9, 79.2)]
    [InlineData(1436, 1940, 72.0, 75.9)]
    [InlineData(582, 1940, 28.0, 32.1)]
    [InlineData(285, 582, 44.9, 53.0)]
    public void Known_intervals_come_out(int count, int total, double lower, double upper)
    {
        var interval = Wilson.Interval(count, total);
        Assert.Equal(lower, 100 * interval.Lower, 0.05);
        Assert.Equal(upper, 100 * interval.Upper, 0.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100_000)]
    public void None_and_all_touch_the_ends(long total)
    {
        Assert.Equal(0, Wilson.Interval(0, total).Lower, 1e-12);
        Assert.Equal(1, Wilson.Interval(total, total).Upper, 1e-12);
    }

    [Property]
    public void The_interval_holds_the_share_and_mirrors_that_of_the_others(ushort a, ushort b)
    {
        var (count, total) = (Math.Min(a, b), Math.Max(Math.Max(a, b), (ushort)1));
        var (lower, upper) = Wilson.Interval(count, total);
        var others = Wilson.Interval(total - count, total);

        Assert.InRange((double)count / total, lower - 1e-12, upper + 1e-12);
        Assert.InRange(lower, 0, 1);
        Assert.InRange(upper, 0, 1);
        Assert.Equal(1 - upper, others.Lower, 1e-12);
        Assert.Equal(1 - lower, others.Upper, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(21)]
    public void When_everyone_was_asked_nothing_is_left_to_chance(int count) =>
        Assert.Equal((count / 21.0, count / 21.0), Wilson.Interval(count, 21, population: 21));

    [Fact]
    public void A_population_of_one_is_known_once_it_was_asked() => Assert.Equal((1, 1), Wilson.Interval(1, 1, population: 1));

    [Fact]
    public void An_endless_population_gives_the_interval_without_one()
    {
        var (endless, without) = (Wilson.Interval(13, 21, population: long.MaxValue), Wilson.Interval(13, 21));
        Assert.Equal(without.Lower, endless.Lower, 1e-12);
        Assert.Equal(without.Upper, endless.Upper, 1e-12);
    }

    [Property]
    public void The_interval_holds_the_share_and_narrows_as_more_of_the_population_were_asked(ushort a, ushort b, ushort more, ushort stillMore)
    {
        var (count, total) = (Math.Min(a, b), Math.Max(Math.Max(a, b), (ushort)1));
        var narrow = Wilson.Interval(count, total, population: total + more);
        var wide = Wilson.Interval(count, total, population: total + more + stillMore);

        Assert.InRange((double)count / total, narrow.Lower - 1e-12, narrow.Upper + 1e-12);
        Assert.InRange(narrow.Lower, wide.Lower - 1e-12, 1);
        Assert.InRange(narrow.Upper, 0, wide.Upper + 1e-12);
        Assert.InRange(wide.Lower, 0, 1);
        Assert.InRange(wide.Upper, 0, 1);
    }

    [Fact]
    public void A_population_smaller_than_the_base_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(5, 10, population: 9));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Counts_that_are_no_share_are_refused(long count, long total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(count, total));
}
