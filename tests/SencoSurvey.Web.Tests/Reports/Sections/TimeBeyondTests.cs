using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports.Sections;

namespace SencoSurvey.Web.Tests.Reports.Sections;

public sealed class TimeBeyondTests
{
    [Theory]
    [InlineData(6.5, 4, 9, "Half of the SENCOs work at least 6.5 hours a week more than they are given for the role.", "median 6.5 a week, 95% interval from 4 to 9.")]
    [InlineData(1, 0.5, 2, "Half of the SENCOs work at least 1 hour a week more than they are given for the role.", "median 1 a week, 95% interval from 0.5 to 2.")]
    [InlineData(1.5, -0.5, 3, "Half of the SENCOs work at least 1.5 hours a week more than they are given for the role. By the interval, it may be neither more nor less in truth.", "median 1.5 a week, 95% interval from −0.5 to 3.")]
    [InlineData(0, -1, 2.25, "In the middle, SENCOs work the hours that they are given: half of them work no more, and half no less.", "median 0 a week, 95% interval from −1 to 2.25.")]
    [InlineData(-2.5, -4, -1, "Half of the SENCOs work at least 2.5 hours a week less than they are given for the role.", "median −2.5 a week, 95% interval from −4 to −1.")]
    public void It_reads_well_whichever_way_it_goes(double median, double lower, double upper, string sentence, string basis)
    {
        var found = Of(Figure with { Median = median, MedianLower = lower, MedianUpper = upper })!;
        Assert.Equal((sentence, $"Hours worked less hours given, of each SENCO: {basis} 38 gave both numbers, 2 missing."), (found.Sentence, found.Basis));
    }

    [Fact]
    public void Where_the_interval_is_hidden_it_is_left_out() =>
        Assert.Equal("Hours worked less hours given, of each SENCO: median 3 a week. 38 gave both numbers, 2 missing.", Of(Figure with { Median = 3 })!.Basis);

    [Fact]
    public void Where_the_figure_is_hidden_or_was_not_asked_nothing_is_said()
    {
        Assert.Null(Of(Figure with { N = null, Median = null, Status = Symbols.Confidential }));
        Assert.Null(FullReport.Of(Publications.NorthLincolnshire(), "q").TimeBeyond);
    }

    [Fact]
    public async Task It_stands_above_the_table_which_has_no_mean_of_it()
    {
        var page = await Render.ReportPage(RichPublications.Plain());
        var section = page.QuerySelector("#numbers")!.ParentElement!;
        Assert.Contains(section.QuerySelectorAll("p"), line => line.TextContent.StartsWith("Half of the SENCOs work at least", StringComparison.Ordinal) || line.TextContent.StartsWith("In the middle", StringComparison.Ordinal));
        var row = Assert.Single(section.QuerySelectorAll("tr"), line => line.TextContent.Contains("worked beyond those given", StringComparison.Ordinal));
        Assert.Equal(("c", "c"), (row.QuerySelectorAll("td")[3].TextContent.Trim(), row.QuerySelectorAll("td")[4].TextContent.Trim()));
    }

    private static readonly NumberFigure Figure = new("Beyond", "hours a week", 38, 2, null, null, null, null, null, -1, 0, 4, null, null, null);

    private static TimeBeyond? Of(NumberFigure figure) => FullReport.Of(
        RichPublications.Plain() with { Numbers = new Dictionary<string, NumberFigure> { ["hoursBeyondAllocated"] = figure } }, "q").TimeBeyond;
}
