using FsCheck.Xunit;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class ProportionDifferenceTests
{
    // Expected values: the examples of Newcombe 1998, Stat Med 17:873-890, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1)]
    [InlineData(10, 10, 0, 10, 0.6075, 1)]
    public void Published_intervals_of_two_groups_come_out(int count, int total, int otherCount, int otherTotal, double lower, double upper)
    {
        var found = ProportionDifference.OfIndependent(count, total, otherCount, otherTotal);
        Assert.Equal(((double)count / total) - ((double)otherCount / otherTotal), found.Difference);
        Assert.Equal(lower, found.Lower, 0.00006);
        Assert.Equal(upper, found.Upper, 0.00006);
    }

    // Expected values: the examples of Newcombe 1998, Stat Med 17:2635-2650, method 10; the third is an example in chapter 8 of Fagerland, Lydersen and Laake 2017, "Statistical Analysis of Contingency Tables".
    [Theory]
    [InlineData(36, 12, 2, 0, 0.0569, 0.3404)]
    [InlineData(36, 14, 0, 0, 0.1528, 0.4167)]
    [InlineData(1, 1, 7, 12, -0.507, -0.026)]
    public void Published_intervals_of_one_group_asked_twice_come_out(int both, int onlyFirst, int onlySecond, int neither, double lower, double upper)
    {
        var found = ProportionDifference.OfPaired(both, onlyFirst, onlySecond, neither);
        Assert.Equal(lower, found.Lower, 0.0005);
        Assert.Equal(upper, found.Upper, 0.0005);
    }

    [Fact]
    public void Who_answers_alike_both_times_is_compared_more_closely_than_strangers()
    {
        var paired = ProportionDifference.OfPaired(300, 100, 160, 1440);
        var strangers = ProportionDifference.OfIndependent(400, 2000, 460, 2000);

        Assert.Equal(strangers.Difference, paired.Difference);
        Assert.InRange(paired.Lower, strangers.Lower + 0.005, paired.Difference);
        Assert.InRange(paired.Upper, paired.Difference, strangers.Upper - 0.005);
    }

    [Property]
    public void Two_groups_have_an_interval_around_their_difference_and_the_negative_one_when_swapped(ushort a, ushort b, ushort c, ushort d)
    {
        var (count, total, otherCount, otherTotal) = (Math.Min(a, b), Math.Max(Math.Max(a, b), (ushort)1), Math.Min(c, d), Math.Max(Math.Max(c, d), (ushort)1));
        var found = ProportionDifference.OfIndependent(count, total, otherCount, otherTotal);

        Holds(found);
        Assert.Equal(Negative(found), ProportionDifference.OfIndependent(otherCount, otherTotal, count, total));
    }

    [Property]
    public void One_group_has_an_interval_around_its_difference_and_the_negative_one_when_swapped(byte both, byte onlyFirst, byte onlySecond, byte neither)
    {
        if (both + onlyFirst + onlySecond + neither == 0) return;
        var found = ProportionDifference.OfPaired(both, onlyFirst, onlySecond, neither);
        var swapped = ProportionDifference.OfPaired(both, onlySecond, onlyFirst, neither);

        Holds(found);
        Assert.Equal(-found.Difference, swapped.Difference);
        Assert.Equal(-found.Lower, swapped.Upper, 1e-12);
        Assert.Equal(-found.Upper, swapped.Lower, 1e-12);
    }

    [Theory]
    [InlineData(0, 0, 1, 2)]
    [InlineData(1, 2, 0, 0)]
    [InlineData(3, 2, 1, 2)]
    [InlineData(1, 2, -1, 2)]
    public void Counts_that_are_no_share_are_refused(int count, int total, int otherCount, int otherTotal) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionDifference.OfIndependent(count, total, otherCount, otherTotal));

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-1, 2, 2, 2)]
    [InlineData(2, -1, 2, 2)]
    [InlineData(2, 2, -1, 2)]
    [InlineData(2, 2, 2, -1)]
    public void A_table_without_people_or_with_less_than_none_is_refused(int both, int onlyFirst, int onlySecond, int neither) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionDifference.OfPaired(both, onlyFirst, onlySecond, neither));

    private static ProportionDifference Negative(ProportionDifference found) => new(-found.Difference, -found.Upper, -found.Lower);

    private static void Holds(ProportionDifference found)
    {
        Assert.InRange(found.Difference, found.Lower, found.Upper);
        Assert.InRange(found.Lower, -1, 1);
        Assert.InRange(found.Upper, -1, 1);
    }
}
