using System.Globalization;
using AngleSharp.Dom;

namespace SencoSurvey.Web.Tests.Emails;

public sealed class ReportEmailTests
{
    private const string Hostile = "<script>alert(1)</script>\u202e\u200f<img src=x>";

    [Fact]
    public async Task The_subject_says_where_what_and_on_how_many_responses()
    {
        Assert.Equal("SENCO time in North Lincolnshire: final report of 2016, 21 responses", (await Render.Mail(Publications.NorthLincolnshire())).Subject);
        Assert.Equal("SENCO time in North Lincolnshire: report of 2016, 12 responses by 9 January 2017", (await Render.Mail(Publications.NorthLincolnshire(final: false, responses: 12))).Subject);
    }

    [Theory]
    [InlineData("Final figures, 21 responses, published on 9 January 2017")]
    [InlineData("71.4%")]
    [InlineData("15 of 21; 95% interval from 50.0% to 86.2%; none missing.")]
    [InlineData("Median 3.25 hours a week (95% interval from 2.5 to 12); middle half from 2.5 to 12; mean 6.81; 21 answered, none missing")]
    [InlineData("13 of 21")]
    [InlineData("from 40.9% to 79.2%")]
    [InlineData("From North Lincolnshire’s published page of 2016; not joined to the responses.")]
    [InlineData("not settled")]
    [InlineData("cover sampling error only")]
    [InlineData("No figure rests on fewer than 10 responses.")]
    [InlineData("up to and including 9 April 2017")]
    [InlineData("You get this because")]
    public async Task HTML_and_text_both_say(string words)
    {
        var mail = await Render.Mail(Publications.NorthLincolnshire());

        Assert.Contains(words, Render.Parse(mail.Html).Body!.Words(), StringComparison.Ordinal);
        Assert.Contains(words, mail.Text.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_is_a_button_and_stands_in_full_and_nothing_else_is_fetched()
    {
        var mail = await Render.Mail(Publications.NorthLincolnshire());
        var html = Render.Parse(mail.Html);

        Assert.Equal([Render.Link.AbsoluteUri, Render.Stop.AbsoluteUri], html.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")));
        Assert.Contains(Render.Link.AbsoluteUri, html.Body!.Words(), StringComparison.Ordinal);
        Assert.Contains($"\n{Render.Link.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("img, script, style, link, svg, form, [src], [background]"));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_link_that_stops_the_reports_is_the_last_thing_it_says()
    {
        var mail = await Render.Mail(Publications.NorthLincolnshire());

        Assert.Equal("Stop these reports", Render.Parse(mail.Html).QuerySelectorAll("p")[^1].QuerySelector("a")!.Words());
        Assert.EndsWith($"\nStop these reports:\n{Render.Stop.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_whole_document_whose_tables_are_for_layout_only()
    {
        var html = Render.Parse((await Render.Mail(Publications.NorthLincolnshire())).Html);

        Assert.NotNull(html.Doctype);
        Assert.Equal("en-GB", html.DocumentElement.GetAttribute("lang"));
        Assert.All(html.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
        Assert.Single(html.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task A_bar_is_cells_whose_widths_add_up_and_end_at_the_interval()
    {
        var html = Render.Parse((await Render.Mail(Publications.NorthLincolnshire())).Html);

        var bar = html.QuerySelector("table[aria-hidden=true]")!;
        var widths = bar.QuerySelectorAll("td").Select(cell => double.Parse(cell.GetAttribute("width")!.TrimEnd('%'), CultureInfo.InvariantCulture)).ToList();

        Assert.Equal([50.04, 21.39, 14.76, 13.81], widths);
        Assert.All(bar.QuerySelectorAll("td"), cell => Assert.Contains($"background-color:{cell.GetAttribute("bgcolor")}", cell.GetAttribute("style"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bar_without_an_upper_part_has_no_empty_cell()
    {
        var publication = Publications.NorthLincolnshire();
        var all = publication.Indicators["belowMinimumTime"] with { Count = 21, Percent = 100, Lower = 84.5, Upper = 100 };

        var mail = await Render.Mail(publication with { Indicators = new Dictionary<string, Core.Publications.IndicatorFigure> { ["all"] = all } });

        Assert.Equal(["84.5%", "15.5%"], Render.Parse(mail.Html).QuerySelectorAll("table[aria-hidden=true] td").Select(cell => cell.GetAttribute("width")));
    }

    [Fact]
    public async Task A_hidden_figure_is_a_reason_and_no_number()
    {
        var mail = await Render.Mail(Publications.WithHiddenIndicators());
        var html = Render.Parse(mail.Html);

        Assert.Empty(html.QuerySelectorAll("table[aria-hidden=true]"));
        foreach (var words in new[] { html.Body!.Words(), mail.Text.Words() })
        {
            Assert.Contains("Hidden (c): so few people are behind it that someone could be recognised.", words, StringComparison.Ordinal);
            Assert.DoesNotContain("of 10; 95% interval", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hostile_labels_are_shown_as_text()
    {
        var mail = await Render.Mail(Publications.Labelled(Hostile));
        var html = Render.Parse(mail.Html);

        Assert.Empty(html.QuerySelectorAll("script, img"));
        Assert.All(html.QuerySelectorAll("h3"), heading => Assert.Equal(Hostile.Words(), heading.Words()));
        Assert.Contains(Hostile.Words(), mail.Text.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_text_says_its_colour()
    {
        var html = Render.Parse((await Render.Mail(Publications.NorthLincolnshire())).Html);

        Assert.All(html.QuerySelectorAll("p, h1, h2, h3, a"), element => Assert.Contains(";color:#", element.GetAttribute("style"), StringComparison.Ordinal));
    }
}
