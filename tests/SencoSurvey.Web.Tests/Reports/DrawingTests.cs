using SencoSurvey.Core.Reports;
using SencoSurvey.Web.Reports;

namespace SencoSurvey.Web.Tests.Reports;

/// <summary>Where the parts of drawings lie.</summary>
public sealed class DrawingTests
{
    [Fact]
    public void Parts_follow_each_other() =>
        Assert.Equal([new Segment(0, 20), new Segment(20, 30), new Segment(50, 50)], Segments.Stacked([20, 30, 50]));

    [Theory]
    [InlineData(8.9, false)]
    [InlineData(9, true)]
    public void A_number_is_written_where_there_is_room(double width, bool room) => Assert.Equal(room, new Segment(0, width).HasRoom);

    [Fact]
    public void The_line_stands_where_the_longest_bars_of_both_sides_meet()
    {
        var axis = DivergingAxis.Of([(60, 20, 20), (10, 10, 80)]);

        Assert.Equal(70 / 155.0 * 100, axis.Zero, 9);
        var first = axis.Place([40, 20, 20, 15, 5], 60, 20);
        var second = axis.Place([5, 5, 10, 40, 40], 10, 10);
        Assert.Equal(0, first[0].From, 9);
        Assert.Equal(axis.Zero, first[2].Middle, 9);
        Assert.Equal(axis.Zero, second[2].Middle, 9);
        Assert.Equal(100, second[^1].From + second[^1].Width, 9);
    }

    [Fact]
    public void Without_a_centre_the_line_is_between_the_sides()
    {
        var axis = DivergingAxis.Of([(62.5, 0, 37.5)]);

        Assert.Equal(62.5, axis.Zero, 9);
        Assert.Equal(62.5, axis.Place([20, 42.5, 37.5], 62.5, 0)[2].From, 9);
    }

    [Fact]
    public void Nothing_to_draw_has_an_axis_all_the_same() => Assert.Equal(50, DivergingAxis.Of([]).Zero);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3.1, 4)]
    [InlineData(40, 40)]
    [InlineData(41, 50)]
    [InlineData(51, 100)]
    public void A_scale_ends_at_a_round_number(double reach, double most) => Assert.Equal(most, RoundScale.Of(reach));

    [Fact]
    public void What_rounds_to_nought_but_is_not_is_low()
    {
        Assert.Equal("low", Shown.Percent(new ReportShare(0.04, 0, 0.1, 1, 2500, 0)));
        Assert.Equal("0.0%", Shown.Percent(new ReportShare(0, 0, 0.1, 0, 2500, 0)));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("?code=x", "phase", "?code=x&by=phase")]
    [InlineData("by=roles&signature=a%2Bb", "phase", "?signature=a%2Bb&by=phase")]
    [InlineData("by=roles", null, "")]
    public void Addresses_keep_the_link_as_it_came(string? query, string? by, string expected) =>
        Assert.Equal($"/api/rounds/r/statistics/la/813.csv{expected}", new ReportAddress("r", "la/813", query).Data(".csv", by));
}
