using AngleSharp.Dom;

namespace SencoSurvey.Web.Tests.Pages;

public sealed class ReportPageTests
{
    [Fact]
    public async Task It_says_what_it_is_about_and_how_final_it_is()
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire());

        Assert.Equal("SENCO time in North Lincolnshire", page.QuerySelector("h1")!.Words());
        Assert.Equal("SENCO time in North Lincolnshire – SENCO workload survey 2016", page.Title);
        Assert.Equal("Final figures, 21 responses, published on 9 January 2017", page.QuerySelector(".standing")!.Words());
    }

    [Fact]
    public async Task A_main_figure_shows_percentage_base_interval_and_wording()
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire());

        var figure = Finding(page, "Less than 1.5 days a week for the role");

        Assert.Equal("71.4%", figure.QuerySelector(".value")!.Words());
        Assert.Equal("15 of 21; 95% interval from 50.0% to 86.2%; none missing.", figure.QuerySelector("figcaption p")!.Words());
        Assert.Contains("under 9.75", figure.QuerySelector("figcaption")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_ends_at_the_percentage_and_its_line_spans_the_interval()
    {
        var bar = Finding(await Render.ReportPage(Publications.NorthLincolnshire()), "Less than 1.5 days a week for the role").QuerySelector("svg")!;
        var line = bar.QuerySelector(".bar-interval line")!;

        Assert.Equal("71.43%", bar.QuerySelector(".bar-value")!.GetAttribute("width"));
        Assert.Equal(("50.04%", "86.19%"), (line.GetAttribute("x1"), line.GetAttribute("x2")));
        Assert.Equal("true", bar.GetAttribute("aria-hidden"));
    }

    [Fact]
    public async Task The_hours_lead_with_their_median_and_the_middle_half()
    {
        var figure = (await Render.ReportPage(Publications.NorthLincolnshire())).QuerySelector(".finding")!;

        Assert.Equal("3.25 hours a week", figure.QuerySelector(".value")!.Words());
        Assert.Equal("Median 3.25 hours a week (95% interval from 2.5 to 12); middle half from 2.5 to 12; mean 6.81; 21 answered, none missing.", figure.QuerySelector("figcaption")!.Words());
        Assert.Equal(("12.5%", "47.5%"), (figure.QuerySelector(".bar-value")!.GetAttribute("x"), figure.QuerySelector(".bar-value")!.GetAttribute("width")));
    }

    [Theory]
    [InlineData("Hours a week given for the SENCO role", new[] { "21", "0", "6.81", "2.5", "3.25", "12", "143" })]
    [InlineData("Pupils with SEND", new[] { "21", "0", "38.86", "16", "28", "61", "816" })]
    public async Task A_number_has_a_row_with_its_statistics(string label, string[] expected)
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire());

        var row = page.QuerySelectorAll(".numbers tbody tr").Single(row => row.QuerySelector("th")!.Words().StartsWith(label, StringComparison.Ordinal));

        Assert.Equal(expected, row.QuerySelectorAll("td").Select(cell => cell.Words()));
        Assert.Equal(page.QuerySelectorAll(".numbers thead th").Skip(1).Select(cell => cell.Words()), row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-column")));
    }

    [Fact]
    public async Task Counts_from_elsewhere_stand_with_their_source()
    {
        var choice = (await Render.ReportPage(Publications.NorthLincolnshire())).QuerySelector(".choice")!;

        Assert.Equal("Is the SENCO on the senior leadership team? 21 answered, none missing.", choice.QuerySelector("caption")!.Words());
        Assert.Equal(["Yes", "13", "61.9%", "40.9–79.2%from 40.9% to 79.2%"], choice.QuerySelectorAll("tbody tr:first-child > *").Select(cell => cell.Words()));
        Assert.Contains("not joined to the responses", choice.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relationships_are_read_out_with_their_numbers()
    {
        var relationship = (await Render.ReportPage(Publications.NorthLincolnshire())).QuerySelector(".relationship")!.Words();

        Assert.Contains("not settled", relationship, StringComparison.Ordinal);
        Assert.Contains("Pearson 0.36 (95% interval from -0.09 to 0.68); Spearman 0.47; 21 responses", relationship, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_figure_shows_its_reason_and_no_number()
    {
        var publication = Publications.WithHiddenIndicators();
        Assert.Equal("c", publication.Indicators["belowMinimumTime"].Status);

        var figure = Finding(await Render.ReportPage(publication), "Less than 1.5 days a week for the role");

        Assert.Null(figure.QuerySelector(".value"));
        Assert.Null(figure.QuerySelector("svg"));
        Assert.Equal("Hidden (c): so few people are behind it that someone could be recognised.", figure.QuerySelector(".hidden-figure")!.Words());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("expires=20170409&signature=a%2Bb", "?expires=20170409&signature=a%2Bb")]
    [InlineData("?expires=20170409&signature=a%2Bb", "?expires=20170409&signature=a%2Bb")]
    public async Task The_data_files_open_with_the_query_of_the_link(string? query, string expected)
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire(), query);

        var links = page.QuerySelectorAll("[aria-labelledby=data] a").Select(link => link.GetAttribute("href"));

        const string Address = "/api/rounds/2016/statistics/la/813";
        Assert.Equal([$"{Address}.xlsx{expected}", $"{Address}.csv{expected}", $"{Address}.meta.csv{expected}", $"{Address}.json{expected}"], links);
    }

    [Fact]
    public async Task A_questionnaire_without_choices_has_no_empty_section()
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire() with { Choices = new Dictionary<string, Core.Publications.ChoiceFigure>() });

        Assert.Null(page.QuerySelector("#answers"));
        Assert.All(page.QuerySelectorAll("section"), section => Assert.True(section.ChildElementCount > 1));
    }

    private static IElement Finding(IParentNode page, string label) => page.QuerySelectorAll("figure").Single(figure => figure.QuerySelector("h3")!.Words() == label);
}
