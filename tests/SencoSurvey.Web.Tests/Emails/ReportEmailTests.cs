using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SencoSurvey.Core.Mails;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Reports.Mails;

namespace SencoSurvey.Web.Tests.Emails;

public sealed class ReportEmailTests
{
    private const string Hostile = "<script>alert(1)</script>\u202e\u200f<img src=x>";

    [Fact]
    public async Task The_subject_begins_with_where_and_the_main_figure()
    {
        Assert.Equal("North Lincolnshire: 71.4% of 21 SENCOs – less than 1.5 days a week for the role (final report of 2016)", (await Render.Mail(Publications.NorthLincolnshire())).Subject);
        Assert.Equal("North Lincolnshire: 72.5% of 40 SENCOs – less than 1.5 days a week for the role (report of 2026)", (await Render.Mail(Workload.Publish(40))).Subject);
    }

    [Theory]
    [InlineData("Final figures, 21 responses, published on 9 January 2017")]
    [InlineData("71.4%")]
    [InlineData("Just over seven in ten. 15 of 21; 95% interval from 50.0% to 86.2%; none missing.")]
    [InlineData("Half are at 3.25 or below, the middle half from 2.5 to 12. Median of 21; 95% interval from 2.5 to 12; none missing.")]
    [InlineData("Hours a week given for the SENCO role are under 9.75")]
    [InlineData("Yes 61.9%, 13 of 21, 95% interval from 40.9% to 79.2%")]
    [InlineData("From North Lincolnshire’s published page of 2016; not joined to the responses.")]
    [InlineData("SENCOs chose for themselves whether to answer")]
    [InlineData("No figure rests on fewer than 10 responses")]
    [InlineData("up to and including 9 April 2017")]
    [InlineData("Attached: every figure as a table (CSV)")]
    [InlineData("You get this because you are listed as an officer to whom the survey’s reports on North Lincolnshire are sent.")]
    public async Task HTML_and_text_both_say(string words) => AssertSaid(await Render.Mail(Publications.NorthLincolnshire()), words);

    [Fact]
    public async Task An_officer_is_told_who_is_missing_and_of_the_table_and_a_leader_what_to_ask_at_school()
    {
        const string Missing = "40 responses, beside 89 schools in the school register (44.9%).";
        const string Ask = "Is the SENCO on the senior leadership team? If not, why not?";
        var (officer, leader) = (await Render.Mail(Workload.ForOfficer(Workload.Publish(40))), await Render.Mail(Workload.ForLeader(Workload.Publish(40))));
        AssertSaid(officer, Missing, "Attached:", "as an officer");
        AssertNotSaid(officer, Ask);
        AssertSaid(leader, Ask, "as a school leader");
        AssertNotSaid(leader, "Who is missing", "school register", "Attached:");
    }

    [Fact]
    public async Task Kinds_of_school_under_the_minimum_base_show_their_schools_and_a_dash_together()
    {
        var mail = await Render.Mail(Workload.ForOfficer(Workload.Publish(40)));
        var rows = Table(Render.Parse(mail.Html), "Kind of school").QuerySelectorAll("tbody > tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.Words())));
        Assert.Equal(["Primary, infant, junior or first | 60 | 24 (40.0%)", "Others | 29 | –"], rows);
        AssertSaid(mail, "A dash: hidden, so that nobody can be recognised.");
        Assert.Contains("Others 29 schools; responses: –", mail.Text.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_kind_of_school_shows_anything_there_is_no_table()
    {
        var publication = Workload.Publish(40);
        var hidden = publication with { Breakdowns = publication.Breakdowns!.ToDictionary(pair => pair.Key, pair => pair.Value with { Groups = [.. pair.Value.Groups.Select(group => group with { Responses = null })] }) };
        var mail = await Render.Mail(Workload.ForOfficer(hidden));
        AssertSaid(mail, "How many answered of each kind of school is hidden, so that nobody can be recognised.");
        AssertNotSaid(mail, "Kind of school", "A dash:");
    }

    [Fact]
    public async Task One_school_is_no_schools()
    {
        var schools = Workload.Schools();
        schools.Add(new SchoolGroup("813", SchoolPhases.AllThrough, "upTo1000"));
        var publication = Workload.Publish(60);
        var kinds = publication.Breakdowns!["phase"];
        var one = publication with { Breakdowns = new Dictionary<string, Breakdown> { ["phase"] = kinds with { Groups = [.. kinds.Groups.Where(group => group.Id is "primary" or "secondary" or "allThrough")] } } };
        Assert.Contains("All-through 1 school; responses: –", (await Render.Mail(Workload.ForOfficer(one) with { Schools = schools })).Text.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_keep_apart_and_no_head_of_a_table_breaks_within_a_word()
    {
        var tables = (await RichAsync()).QuerySelectorAll("table:has(> thead)");
        Assert.Equal(2, tables.Length);
        Assert.All(tables.SelectMany(table => table.QuerySelectorAll("td, th[scope=col]:not(:first-child)")), cell => Assert.Contains("text-align:right;padding-left:12px", cell.GetAttribute("style"), StringComparison.Ordinal));
        Assert.All(tables.SelectMany(table => table.QuerySelectorAll("th")), head => Assert.DoesNotMatch("word-break|anywhere", head.GetAttribute("style")!));
    }

    [Fact]
    public async Task That_SENCOs_chose_to_answer_stands_before_the_first_figure()
    {
        var mail = await Render.Mail(Workload.ForLeader(Workload.Publish(40)));
        Assert.All([Render.Parse(mail.Html).QuerySelector("table")!.Words(), mail.Text.Words()], words => Assert.InRange(words.IndexOf("SENCOs chose whether to answer: those who did may differ", StringComparison.Ordinal), 1, words.IndexOf("Main figures", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whether_pupil_numbers_decide_time_has_a_heading_where_it_can_be_said()
    {
        var publication = Publications.NorthLincolnshire();
        AssertSaid(await Render.Mail(publication), "Do pupil numbers or need decide SENCO time?", "Not settled, with 21 responses.");
        AssertNotSaid(await Render.Mail(publication with { Relationships = [] }), "Do pupil numbers or need decide SENCO time?");
    }

    [Fact]
    public async Task Where_nothing_stands_beside_any_figure_the_mail_says_so()
    {
        const string Alone = "There is nothing to compare these with yet.";
        var publication = Workload.Publish(40);
        AssertNotSaid(await Render.Mail(publication), Alone);
        AssertSaid(await Render.Mail(publication with { Indicators = publication.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Benchmarks = [] }) }), Alone);
    }

    [Fact]
    public async Task What_changed_since_the_last_report_is_said_once_there_was_one()
    {
        var first = await Render.Mail(Workload.ForOfficer(Workload.Publish(40)));
        AssertNotSaid(first, "Since your last report");

        var before = Workload.Publish(40).With("belowMinimumTime", figure => figure with { Percent = 50 });
        var next = await Render.Mail(Workload.ForOfficer(Workload.Publish(60, month: 11), before));
        AssertSaid(next, "Since your last report", "20 more responses than on 5 October 2026: 60 now, 40 then.", "this shows how they settle, not that schools changed");
        Assert.Equal(["Less than 1.5 days a week for the role", "73.3% of 60", "50.0% of 40"], Table(Render.Parse(next.Html), "What moved").QuerySelectorAll("tbody > tr:first-child > *").Select(cell => cell.Words()));
        Assert.Contains("Less than 1.5 days a week for the role 73.3% of 60 now, 50.0% of 40 then", next.Text.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hidden_first_words_are_a_figure_that_the_subject_has_not_and_what_is_new()
    {
        const string Hours = "Hours a week given for the SENCO role: 5 hours a week. Half are at 5 or below, the middle half from 3.5 to 12.";
        Assert.StartsWith(Hours, await PreheaderAsync(Workload.ForOfficer(Workload.Publish(40))), StringComparison.Ordinal);
        var next = await PreheaderAsync(Workload.ForOfficer(Workload.Publish(60, month: 11), Workload.Publish(40)));
        Assert.StartsWith("Hours a week given for the SENCO role: ", next, StringComparison.Ordinal);
        Assert.Contains(" 20 more responses than on 5 October 2026: 60 now, 40 then.", next, StringComparison.Ordinal);
        Assert.DoesNotContain("published on", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_figure_the_first_words_are_those_of_the_mail()
    {
        var hidden = Publications.WithHiddenIndicators() with { Numbers = new Dictionary<string, Core.Publications.NumberFigure>() };
        Assert.Empty(Render.Parse((await Render.Mail(hidden)).Html).QuerySelectorAll("body > div"));
    }

    [Fact]
    public async Task A_leader_s_list_points_at_the_figures_above_it()
    {
        var html = Render.Parse((await Render.Mail(Workload.ForLeader(Workload.Publish(40)))).Html).Body!.Words();
        Assert.True(html.IndexOf("To ask at your own school, with the figures above in mind:", StringComparison.Ordinal) > html.IndexOf("Main figures", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_read_in_a_minute()
    {
        var text = (await Render.Mail(Workload.ForOfficer(Workload.Publish(60)))).Text;
        Assert.InRange(text[..text.IndexOf("Who is missing", StringComparison.Ordinal)].Words().Split(' ').Length, 50, 240);
        Assert.InRange((await Render.Mail(Workload.ForOfficer(Workload.Publish(60)))).Html.Length, 1, 60_000); // Gmail cuts off what is behind 102 KB.
    }

    [Fact]
    public async Task The_link_is_a_button_and_has_a_name_below_and_nothing_is_fetched()
    {
        var mail = await Render.Mail(Publications.NorthLincolnshire());
        var html = Render.Parse(mail.Html);

        Assert.Equal([("Open the full report", Render.Link.AbsoluteUri), ("Open the full report of these figures", Render.Link.AbsoluteUri), ("Stop these reports", Render.Stop.AbsoluteUri)], html.QuerySelectorAll("[href]").Select(link => (link.Words(), link.GetAttribute("href"))));
        Assert.DoesNotContain("https://", html.Body!.Words(), StringComparison.Ordinal);
        Assert.Contains($"\n{Render.Link.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("img, script, link, svg, form, [src], [background]"));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_link_that_stops_the_reports_is_the_last_thing_it_says()
    {
        var mail = await Render.Mail(Publications.NorthLincolnshire());

        Assert.Equal("Stop these reports", Render.Parse(mail.Html).QuerySelectorAll("p")[^1].QuerySelector("a")!.Words());
        Assert.EndsWith($"\nStop these reports:\n{Render.Stop.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_are_for_layout_or_have_heads_that_say_for_what_they_are()
    {
        var html = await RichAsync();

        Assert.NotNull(html.Doctype);
        Assert.Equal("en-GB", html.DocumentElement.GetAttribute("lang"));
        Assert.Single(html.QuerySelectorAll("h1"));
        var data = html.QuerySelectorAll("table:not([role=presentation])");
        Assert.Equal(3, data.Length);
        Assert.All(html.QuerySelectorAll("table[role=presentation]"), table => Assert.DoesNotContain(table.QuerySelectorAll("th"), head => head.Closest("table") == table));
        Assert.All(data.SelectMany(table => table.QuerySelectorAll("th")), head => Assert.True(head.GetAttribute("scope") is "col" or "row" or "rowgroup", head.OuterHtml));
        Assert.Equal(5, html.QuerySelectorAll("tbody > tr > th[scope=rowgroup]").Length);
    }

    [Fact]
    public async Task In_dark_mode_every_text_and_every_ground_has_another_colour()
    {
        var html = await RichAsync();
        var style = html.QuerySelector("style")!.TextContent;

        Assert.Equal(["light dark", "light dark"], html.QuerySelectorAll("meta[name=color-scheme], meta[name=supported-color-schemes]").Select(meta => meta.GetAttribute("content")));
        Assert.Contains("@media (prefers-color-scheme: dark)", style, StringComparison.Ordinal);
        var coloured = html.QuerySelectorAll("[style*='color:#']").Where(element => !IsWhiteOnPurple(element)).ToList();
        Assert.NotEmpty(coloured);
        Assert.All(coloured, element => Assert.True(element.ClassList.Length > 0, element.OuterHtml));
        Assert.All(coloured.SelectMany(element => element.ClassList).Distinct(), name => Assert.Contains($".{name} {{", style, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_text_says_its_colour() =>
        Assert.All((await RichAsync()).QuerySelectorAll("p, h1, h2, th, li, a"), element => Assert.Contains("color:#", element.GetAttribute("style"), StringComparison.Ordinal));

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
        var publication = Publications.WithHiddenIndicators();
        var mail = await Render.Mail(publication with { Numbers = new Dictionary<string, Core.Publications.NumberFigure>() });

        Assert.Empty(Render.Parse(mail.Html).QuerySelectorAll("table[aria-hidden=true]"));
        AssertSaid(mail, "Hidden (c) to protect people: so few are behind it, or behind what could be worked out from it, that someone could be recognised.");
        AssertNotSaid(mail, "of 10; 95% interval");
    }

    [Fact]
    public async Task Hostile_labels_are_shown_as_text()
    {
        var mail = await Render.Mail(Publications.Labelled(Hostile));
        var html = Render.Parse(mail.Html);

        Assert.Empty(html.QuerySelectorAll("script, img"));
        Assert.All(html.QuerySelectorAll("th[scope=rowgroup]"), head => Assert.Equal(Hostile.Words(), head.Words()));
        Assert.Contains(Hostile.Words(), mail.Text.Words(), StringComparison.Ordinal);
    }

    private static bool IsWhiteOnPurple(IElement element) => element.GetAttribute("bgcolor") == "#4a2359" || element.GetAttribute("style")!.Contains(";color:#ffffff", StringComparison.Ordinal);

    private static IElement Table(IHtmlDocument html, string firstHead) => html.QuerySelectorAll("th[scope=col]").First(head => head.Words() == firstHead).Closest("table")!;

    private static async Task<string> PreheaderAsync(ReportMailSource source) => Render.Parse((await Render.Mail(source)).Html).QuerySelector("body > div[style^='display:none']")!.Words();

    /// <summary>With every part that an officer's mail may have.</summary>
    private static async Task<IHtmlDocument> RichAsync() =>
        Render.Parse((await Render.Mail(Workload.ForOfficer(Workload.Publish(60, month: 11), Workload.Publish(40).With("belowMinimumTime", figure => figure with { Percent = 50 })))).Html);

    private static void AssertSaid(MailBody mail, params string[] words) => Assert.All(words, said =>
    {
        Assert.Contains(said, Render.Parse(mail.Html).Body!.Words(), StringComparison.Ordinal);
        Assert.Contains(said, mail.Text.Words(), StringComparison.Ordinal);
    });

    private static void AssertNotSaid(MailBody mail, params string[] words) => Assert.All(words, said =>
    {
        Assert.DoesNotContain(said, Render.Parse(mail.Html).Body!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(said, mail.Text.Words(), StringComparison.Ordinal);
    });
}
