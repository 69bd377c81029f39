using AngleSharp.Dom;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports.Sections;
using SencoSurvey.Core.Statistics;

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
    public async Task A_main_figure_shows_percentage_sentence_base_interval_and_wording()
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire());

        var figure = Finding(page, "Less than 1.5 days a week for the role");

        Assert.Equal("71.4%", figure.QuerySelector(".value")!.Words());
        Assert.Equal("Just over seven in ten: 15 of the 21 who answered.", figure.QuerySelector(".sentence")!.Words());
        Assert.Contains("95% interval from 50.0% to 86.2%; none missing.", figure.QuerySelector("figcaption")!.Words(), StringComparison.Ordinal);
        Assert.Contains("under 9.75", figure.QuerySelector(".wording")!.Words(), StringComparison.Ordinal);
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
        Assert.Equal("Half of those who answered have 3.25 hours a week or less. The middle half have from 2.5 to 12.", figure.QuerySelector(".sentence")!.Words());
        Assert.Contains("95% interval of the median from 2.5 to 12; mean 6.81; 21 answered, none missing.", figure.QuerySelector("figcaption")!.Words(), StringComparison.Ordinal);
        Assert.Equal(("12.5%", "47.5%"), (figure.QuerySelector(".bar-value")!.GetAttribute("x"), figure.QuerySelector(".bar-value")!.GetAttribute("width")));
    }

    [Fact]
    public async Task Five_figures_lead_and_one_published_figure_at_most_stands_beside_each()
    {
        var findings = (await Render.ReportPage(RichPublications.All())).QuerySelectorAll(".finding");

        Assert.Equal(5, findings.Length);
        Assert.All(findings, finding => Assert.InRange(finding.QuerySelectorAll(".besides dt").Count(term => term.Words().StartsWith("Nationally", StringComparison.Ordinal)), 0, 1));
        Assert.Equal(
            ["Round 2026 25.6%, no clear difference", "Same schools +6.3 points, now higher", "Weighted 27.5%, by kind of school", "The rest of England 50.0%, lower here", "Nationally, 2018 30%, asked in other words"],
            Finding(findings[0].Owner!, "Expects to leave the SENCO role within five years").QuerySelectorAll(".besides div").Select(line => line.Words()));
    }

    [Theory]
    [InlineData("Hours a week given for the SENCO role", new[] { "3.25", "2.5", "12", "6.81", "143", "21", "0" })]
    [InlineData("Pupils with SEND", new[] { "28", "16", "61", "38.86", "816", "21", "0" })]
    public async Task A_number_has_a_row_with_its_statistics(string label, string[] expected)
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire());

        var row = page.QuerySelectorAll(".numbers tbody tr").Single(row => row.QuerySelector("th")!.Words().StartsWith(label, StringComparison.Ordinal));

        Assert.Equal(expected, row.QuerySelectorAll("td").Select(cell => cell.Words()));
    }

    /// <summary>The letter z would say that there is nothing to hide.</summary>
    [Theory]
    [InlineData("Hours a week worked beyond those given", "c", "c")]
    [InlineData("Minutes a week of SENCO time for each pupil with SEND", null, "z")]
    public async Task A_mean_and_a_total_that_are_hidden_have_another_letter_than_a_total_that_means_nothing(string label, string? mean, string total)
    {
        var cells = (await Render.ReportPage(RichPublications.Plain())).QuerySelectorAll(".numbers tbody tr").First(row => row.QuerySelector("th")!.Words().StartsWith(label, StringComparison.Ordinal)).QuerySelectorAll("td").Select(cell => cell.Words()).ToList();

        if (mean is null) Assert.Matches("[0-9]", cells[3]); else Assert.Equal(mean, cells[3]);
        Assert.Equal(total, cells[4]);
    }

    [Fact]
    public async Task What_scrolls_has_its_title_outside_and_the_median_first()
    {
        var table = (await Render.ReportPage(RichPublications.Plain())).QuerySelector(".numbers")!;

        Assert.Equal("Median", table.QuerySelectorAll("thead th")[1].Words());
        Assert.Contains("spoken", table.QuerySelector("caption")!.ClassList);
        Assert.Equal(table.QuerySelector("caption")!.Words(), table.Closest(".scroll")!.PreviousElementSibling!.Words());
    }

    [Fact]
    public async Task Counts_from_elsewhere_stand_with_their_source()
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire());
        var chart = Chart(page, "Is the SENCO on the senior leadership team?");

        Assert.Equal("From North Lincolnshire’s published page of 2016; not joined to the responses. 21 answered, none missing.", string.Join(' ', chart.QuerySelectorAll("figcaption p").Select(line => line.Words())));
        Assert.Equal(["Yes", "13", "61.9%", "40.9–79.2%from 40.9% to 79.2%"], chart.QuerySelectorAll("tbody tr:first-child > *").Select(cell => cell.Words()));
    }

    [Fact]
    public async Task Whether_need_decides_time_is_answered_and_read_out_with_its_numbers()
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire());

        Assert.StartsWith("Not settled, with 21 responses.", page.QuerySelector(".answer")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Pearson 0.36 (95% interval from −0.09 to 0.68); Spearman 0.47; 21 responses", page.QuerySelector(".relationship")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_figure_shows_its_reason_and_no_number()
    {
        var publication = Publications.WithHiddenIndicators();
        Assert.Equal("c", publication.Indicators["belowMinimumTime"].Status);

        var figure = Finding(await Render.ReportPage(publication), "Less than 1.5 days a week for the role");

        Assert.Null(figure.QuerySelector(".value"));
        Assert.Null(figure.QuerySelector("svg"));
        Assert.Equal("Hidden (c) to protect people: so few are behind it, or behind what could be worked out from it, that someone could be recognised.", figure.QuerySelector(".hidden-figure")!.Words());
    }

    [Fact]
    public async Task Every_drawing_has_a_name_a_sentence_and_a_table_with_its_figures()
    {
        var page = await Render.ReportPage(RichPublications.All());
        var charts = page.QuerySelectorAll("figure.chart");

        Assert.True(charts.Length > 10);
        Assert.All(charts, chart =>
        {
            var drawing = chart.QuerySelector("[role=img]")!;
            Assert.NotEqual("", page.GetElementById(drawing.GetAttribute("aria-labelledby")!)!.Words());
            Assert.NotEqual("", page.GetElementById(drawing.GetAttribute("aria-describedby")!)!.Words());
            Assert.NotEmpty(chart.QuerySelectorAll("table tbody td"));
        });
        Assert.All(page.QuerySelectorAll("svg"), svg => Assert.True(svg.GetAttribute("aria-hidden") == "true" || svg.Closest("svg[aria-hidden=true]") is not null));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public async Task Bars_grow_to_both_sides_of_one_line()
    {
        var chart = Chart(await Render.ReportPage(RichPublications.All()), "Agree or disagree");
        var lines = chart.QuerySelectorAll(".zero").Select(line => line.GetAttribute("x1")).Distinct().ToList();

        Assert.Single(lines);
        Assert.Equal(6, chart.QuerySelectorAll(".parts").Length);
        Assert.Equal(["48.8% disagree", "19.2% neither", "32.1% agree"], chart.QuerySelectorAll(".sides")[0].QuerySelectorAll("span").Select(side => side.Words()));
    }

    /// <summary>In grey both sides look alike.</summary>
    [Fact]
    public async Task The_left_side_is_striped_in_the_bars_and_in_the_key_which_has_their_order()
    {
        var chart = Chart(await Render.ReportPage(RichPublications.All()), "Agree or disagree");
        string[] shades = ["left-2", "left-1", "centre", "right-1", "right-2"];

        Assert.Equal(shades, chart.QuerySelectorAll(".key .part").Select(part => part.ClassList[1]));
        Assert.Equal(shades[..2], chart.QuerySelectorAll(".key .stripes").Select(stripes => stripes.ClassList[1]));
        foreach (var bar in chart.QuerySelectorAll(".parts"))
            Assert.Equal(Places(bar, ".part").Where(part => part.Shade.StartsWith("left-", StringComparison.Ordinal)), Places(bar, ".stripes"));
        Assert.DoesNotContain((await Render.ReportPage(RichPublications.All())).QuerySelectorAll(".stripes"), stripes => stripes.ClassList[1].StartsWith("option-", StringComparison.Ordinal));

        static IEnumerable<(string Shade, string? From, string? Width)> Places(IElement bar, string selector) =>
            bar.QuerySelectorAll(selector).Select(part => (part.ClassList[1], part.GetAttribute("x"), part.GetAttribute("width"))).ToList();
    }

    [Fact]
    public async Task Rounds_that_were_not_asked_alike_are_joined_by_a_broken_line_with_the_reason()
    {
        var chart = Chart(await Render.ReportPage(RichPublications.All()), "Round 2026 and round 2027");
        var row = chart.QuerySelectorAll(".row").Single(row => row.QuerySelector(".row-label")?.Words() == "Role manageable by one person");

        Assert.NotNull(row.QuerySelector(".trend-broken"));
        Assert.Null(row.QuerySelector(".then"));
        Assert.Contains("Not compared, because the question", row.Words(), StringComparison.Ordinal);
        Assert.Equal(11, chart.QuerySelectorAll(".then").Length);
    }

    [Fact]
    public async Task Groups_are_compared_by_kind_of_school_unless_asked_otherwise()
    {
        var page = await Render.ReportPage(RichPublications.All(), "signature=a%2Bb");

        Assert.Equal(["All of North Lincolnshire", "Primary, infant, junior or first", "Secondary or upper", "Special", "All others together"], page.QuerySelectorAll(".compared tbody th").Select(group => group.Words()));
        Assert.Equal("/reports/2027/la/813?signature=a%2Bb&by=schoolPupils#comparison", page.QuerySelectorAll("a").Single(link => link.Words() == "Size of the school").GetAttribute("href"));
        Assert.Contains("Up to 100 pupils", (await Render.ReportPage(RichPublications.All(), by: "schoolPupils")).QuerySelector(".compared")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_each_figure_of_a_group_says_what_it_is()
    {
        var table = (await Render.ReportPage(RichPublications.All())).QuerySelector(".compared")!;
        var heads = table.QuerySelectorAll("thead th").Select(head => head.Words()).Skip(1).ToList();

        Assert.Contains("stacked", table.ClassList);
        Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(heads, row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-column"))));
        Assert.All(table.QuerySelectorAll("thead, tbody, tr, th, td"), part => Assert.NotNull(part.GetAttribute("role")));
    }

    [Fact]
    public async Task Where_nobody_answered_that_is_said_and_no_letter()
    {
        var publication = RichPublications.Plain();
        var page = await Render.ReportPage(publication with
        {
            Breakdowns = publication.Breakdowns!.ToDictionary(pair => pair.Key, pair => pair.Value with
            {
                Groups = [.. pair.Value.Groups.Select(group => group with { Indicators = group.Indicators.ToDictionary(one => one.Key, one => one.Value with { Count = 0, Base = 0, Percent = null, Lower = null, Upper = null, Status = Symbols.NotApplicable }) })],
            }),
        });

        Assert.All(page.QuerySelectorAll(".compared tbody tr:not(.all)").SelectMany(row => row.QuerySelectorAll("td").Skip(2)), cell => Assert.Equal("nobody answered", cell.Words()));
    }

    [Fact]
    public async Task A_minus_is_one_sign_everywhere()
    {
        var publication = RichPublications.All();
        var page = await Render.ReportPage(publication with
        {
            Relationships = [.. publication.Relationships.Select(figure => figure with { Pearson = -0.3, PearsonLower = -0.5, PearsonUpper = -0.001, Spearman = -0.2, Reading = CorrelationReading.Of(new Correlation(240, -0.3, -0.5, -0.001, -0.2, -0.2)) })],
        });

        Assert.DoesNotMatch(@"(?<![\w-])-\d", page.QuerySelector("main")!.Words());
        Assert.Contains("from −0.50 to 0.00", page.QuerySelector("#relationships ~ *")!.ParentElement!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_differences_are_not_narrowed_is_said_where_shares_are()
    {
        const string Said = "those of differences and of weighted figures are not, and are rather too wide.";
        var open = RichPublications.All();
        Assert.Contains(Said, (await Render.ReportPage(open)).QuerySelector("section[aria-labelledby=notes]")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await Render.ReportPage(open with { Base = open.Base with { Invited = null, ResponseRate = null } })).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.NotNull((await MethodologyPageTests.PageAsync()).GetElementById("differences-finite"));
    }

    [Fact]
    public async Task That_some_answers_wait_is_said_where_a_figure_is_of_fewer_than_there_are()
    {
        var all = RichPublications.All();
        var waiting = all with { Numbers = all.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value.N is null ? pair.Value : pair.Value with { N = pair.Value.N - 11 }) };
        Assert.DoesNotContain("Answers that wait", (await Render.ReportPage(all)).QuerySelector("section[aria-labelledby=notes]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Answers that wait", (await Render.ReportPage(waiting)).QuerySelector("section[aria-labelledby=notes]")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Hidden, and counted under all others: Primary, infant, junior or first.")]
    [InlineData(false, "Hidden: Primary, infant, junior or first.")]
    public async Task A_hidden_group_is_named_below_the_table_and_has_no_row(bool hasRest, string expected)
    {
        var publication = RichPublications.All();
        var hidden = publication with { Breakdowns = publication.Breakdowns!.ToDictionary(pair => pair.Key, pair => RichPublications.WithHidden(hasRest ? pair.Value : pair.Value with { Rest = null })) };

        var table = (await Render.ReportPage(hidden)).QuerySelector(".compared")!;

        Assert.DoesNotContain("Primary, infant, junior or first", table.Words(), StringComparison.Ordinal);
        Assert.Equal(expected, table.Closest(".scroll")!.NextElementSibling!.Words());
    }

    [Fact]
    public async Task Groups_of_which_nobody_answered_are_named()
    {
        var publication = RichPublications.All();
        var empty = publication with { Breakdowns = publication.Breakdowns!.ToDictionary(pair => pair.Key, pair => pair.Value with { Groups = [.. pair.Value.Groups.Select((group, index) => index == 0 ? group with { Responses = 0 } : group)] }) };

        Assert.StartsWith("No answers from: Primary, infant, junior or first; ", string.Join(' ', (await Render.ReportPage(empty)).QuerySelectorAll("section[aria-labelledby=comparison] p").Select(line => line.Words()).Where(line => line.StartsWith("No answers", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_figures_stand_in_one_closed_place_with_wording_and_source()
    {
        var published = (await Render.ReportPage(RichPublications.Plain())).QuerySelector("section[aria-labelledby=published] details")!;

        Assert.Null(published.GetAttribute("open"));
        Assert.Contains("“not enough time allocated to the role”", published.Words(), StringComparison.Ordinal);
        Assert.Contains("Source: education-today.co.uk.", published.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("expires=20170409&signature=a%2Bb", "?expires=20170409&signature=a%2Bb")]
    [InlineData("?expires=20170409&by=phase&signature=a%2Bb", "?expires=20170409&signature=a%2Bb")]
    public async Task The_data_files_open_with_the_query_of_the_link(string? query, string expected)
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire(), query);

        var links = page.QuerySelectorAll("[aria-labelledby=data] a").Select(link => link.GetAttribute("href"));

        const string Address = "/api/rounds/2016/statistics/la/813";
        Assert.Equal([$"{Address}.xlsx{expected}", $"{Address}.csv{expected}", $"{Address}.meta.csv{expected}", $"{Address}.json{expected}", "/api/questionnaires/senco-workload-1/codebook.csv"], links);
    }

    [Fact]
    public async Task Every_breakdown_has_its_data_files()
    {
        var links = (await Render.ReportPage(RichPublications.Plain(), "code=x")).QuerySelectorAll("[aria-labelledby=data] a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Contains("/api/rounds/2027/statistics/la/813.csv?code=x&by=yearsAsSenco", links);
        Assert.Equal(5 + (3 * 5), links.Count);
    }

    [Fact]
    public async Task England_leads_to_regions_and_to_authorities_that_have_figures()
    {
        var places = Places.In("2027", Scope.England, new HashSet<string> { "region/E12000003", "la/813", "la/370" });
        var page = await Render.ReportPage(RichPublications.Plain("england"), places: places);
        var list = page.QuerySelector(".places")!;

        Assert.Equal(9, list.Children.Length);
        Assert.Equal(["/reports/2027/region/E12000003", "/reports/2027/la/370", "/reports/2027/la/813"], list.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Null((await Render.ReportPage(RichPublications.Plain())).QuerySelector(".places"));
    }

    [Fact]
    public async Task What_was_not_asked_has_no_empty_section()
    {
        var page = await Render.ReportPage(Publications.NorthLincolnshire() with { Choices = new Dictionary<string, ChoiceFigure>() });

        foreach (var id in new[] { "role", "leaving", "associations", "comparison", "trend", "answers", "elsewhere", "places" }) Assert.Null(page.GetElementById(id));
        Assert.All(page.QuerySelectorAll("main > section"), section => Assert.True(section.ChildElementCount > 1));
        Assert.All(page.QuerySelectorAll(".page-contents a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Parts_of_which_everything_is_hidden_are_left_out_and_named_once()
    {
        var page = await Render.ReportPage(RichPublications.Sparse());

        foreach (var id in new[] { "numbers", "role", "leaving", "associations", "relationships", "comparison", "answers" }) Assert.Null(page.GetElementById(id));
        Assert.NotNull(page.GetElementById("main-figures"));
        Assert.Equal(
            "Left out here, because nothing of it can be shown without giving someone away: “Hours and pupils”, “Time and staying”, “Time and the role”, “Who means to leave, and why”, “Do pupil numbers or need decide SENCO time”, “Groups compared” and “Other answers”.",
            page.QuerySelector(".left-out")!.Words());
        Assert.All(page.QuerySelectorAll(".page-contents a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        foreach (var shown in new[] { RichPublications.All(), Publications.NorthLincolnshire() }) Assert.Null((await Render.ReportPage(shown)).QuerySelector(".left-out"));
    }

    [Fact]
    public async Task Hidden_groups_that_were_asked_for_are_shown_as_hidden()
    {
        Assert.NotNull((await Render.ReportPage(RichPublications.Sparse(), by: "phase")).GetElementById("comparison"));
    }

    [Fact]
    public async Task A_drawing_whose_bands_are_hidden_is_missed_in_words()
    {
        var page = await Render.ReportPage(RichPublications.Plain() with { Numbers = RichPublications.Plain().Numbers.ToDictionary(pair => pair.Key, pair => pair.Value with { Bands = null }) });

        Assert.Equal("How the answers are spread is not drawn, because some band would be of too few people: “Pupils on roll” and “Hours a week given for the SENCO role”.", page.QuerySelector("#numbers ~ .hidden-figure")!.Words());
        Assert.DoesNotContain("is not drawn", (await Render.ReportPage(RichPublications.Plain())).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    private static IElement Finding(IParentNode page, string label) => page.QuerySelectorAll("figure.finding").Single(figure => figure.QuerySelector("h3")!.Words() == label);

    private static IElement Chart(IParentNode page, string title) => page.QuerySelectorAll("figure.chart").Single(figure => figure.QuerySelector("h3")!.Words() == title);
}
