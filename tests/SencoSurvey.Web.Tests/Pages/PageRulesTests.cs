using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Reports.Sections;
using SencoSurvey.Web.Tests.Survey;

namespace SencoSurvey.Web.Tests.Pages;

/// <summary>What holds for every page: a strict Content-Security-Policy, and what assistive technology needs.</summary>
public sealed class PageRulesTests
{
    private const string Hostile = "</title></pre><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u200f\"'&amp;";

    private static readonly Dictionary<string, Func<Task<IHtmlDocument>>> Pages = new()
    {
        ["report"] = () => Render.ReportPage(Publications.NorthLincolnshire()),
        ["report with hidden figures"] = () => Render.ReportPage(Publications.WithHiddenIndicators()),
        ["report with hostile labels"] = () => Render.ReportPage(Publications.Labelled(Hostile), "expires=1&signature=\"><script>"),
        ["methodology"] = MethodologyPageTests.PageAsync,
        ["report with everything"] = () => Render.ReportPage(RichPublications.All()),
        ["report of few"] = () => Render.ReportPage(RichPublications.Sparse()),
        ["report of England"] = () => Render.ReportPage(RichPublications.All("england"), places: Places.In("2027", Scope.England, new HashSet<string> { "region/E12000003", "la/813" })),
        ["outbox"] = () => OutboxPageTests.Outbox(OutboxPageTests.Mail(Hostile), OutboxPageTests.Mail(Hostile)),
    };

    public static TheoryData<string> Names => [.. Pages.Keys, .. SurveyPages.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_in_British_English_and_has_a_title_and_one_main_landmark(string name)
    {
        var page = await Rendered(name);

        Assert.NotNull(page.Doctype);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotNull(page.GetElementById(page.QuerySelector("a.skip, a.govuk-skip-link")!.GetAttribute("href")!.TrimStart('#')));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Headings_begin_with_one_h1_and_skip_no_level(string name)
    {
        // But for the list of errors, which stands before everything.
        var levels = (await Rendered(name)).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Where(heading => heading.Closest(".govuk-error-summary") is null).Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Tables_have_captions_and_their_headers_a_scope(string name)
    {
        var page = await Rendered(name);

        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.Words()));
        Assert.All(page.QuerySelectorAll("th"), header => Assert.Matches("^(col|row)$", header.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.NotNull(row.QuerySelector("th")));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_in_it_needs_an_unsafe_policy(string name)
    {
        var page = await Rendered(name);

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, img, object, embed, base, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        var addresses = page.QuerySelectorAll("[href], [src], [action]").Where(element => element.Closest(".return-link") is null && !(name == "methodology" && element.Matches("main a[href^='https://']")));
        Assert.All(addresses, element => Assert.Matches("^([/#]|mailto:senco@authority\\.example$)", element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!));
        Assert.Contains(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), new[] { Assets.Url("report.css"), Assets.Url("survey.css") });
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Ids_are_there_once_and_references_lead_to_them(string name)
    {
        var page = await Rendered(name);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby"), ids));
        Assert.All(page.QuerySelectorAll("[aria-describedby]").SelectMany(element => element.GetAttribute("aria-describedby")!.Split(' ')), id => Assert.NotEmpty(page.GetElementById(id)?.Words() ?? ""));
        Assert.All(page.QuerySelectorAll("label"), label => Assert.Matches("^(INPUT|SELECT|TEXTAREA)$", page.GetElementById(label.GetAttribute("for")!)?.TagName));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_field_has_a_label_and_every_group_of_options_a_legend(string name)
    {
        var page = await Rendered(name);

        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), field => Assert.NotEmpty(Assert.Single(page.QuerySelectorAll("label"), label => label.GetAttribute("for") == field.Id).Words()));
        Assert.All(page.QuerySelectorAll("[type=radio], [type=checkbox]"), option => Assert.NotEmpty(option.Closest("fieldset")!.QuerySelector("legend")!.Words()));
        Assert.All(page.QuerySelectorAll("button"), button => Assert.NotEmpty(button.Words()));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.NotEmpty(link.Words()));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_page_with_errors_says_so_in_its_title_lists_them_and_shows_each_at_its_field(string name)
    {
        var page = await Rendered(name);
        var errors = page.QuerySelectorAll(".govuk-error-summary a");

        Assert.Equal(errors.Length > 0, page.Title!.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Equal(errors.Length > 0, page.QuerySelector("main .govuk-error-summary[autofocus] [role=alert]") is not null);
        var shown = page.QuerySelectorAll(".govuk-error-message").Select(message => message.Words()["Error: ".Length..]).ToList();
        if (shown.Count > 0) Assert.Equal(errors.Select(error => error.Words()), shown);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task No_secret_is_in_it_but_the_private_link_where_it_belongs(string name)
    {
        var page = await Rendered(name);

        Assert.Equal(SurveyPages.ShowsTheKey(name), page.DocumentElement.OuterHtml.Contains(Made.Key, StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("[href], [action]").Where(element => element.Closest(".return-link") is null), element => Assert.DoesNotContain(Made.Key, element.OuterHtml, StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("form"), form => Assert.Equal("post", form.GetAttribute("method")));
    }

    /// <summary>What was typed into a label or an answer has made no element and no attribute.</summary>
    [Theory, MemberData(nameof(Names))]
    public async Task Hostile_text_is_shown_as_text(string name)
    {
        var page = await Rendered(name);

        Assert.Empty(page.QuerySelectorAll("main script, img"));
        Assert.DoesNotContain("alert(1)", string.Concat(page.QuerySelectorAll("script").Select(script => script.TextContent)), StringComparison.Ordinal);
        if (name.Contains("hostile", StringComparison.Ordinal)) Assert.Contains("<script>alert(1)</script>", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_labels_are_shown_as_text()
    {
        var page = await Pages["report with hostile labels"]();

        Assert.Equal(Hostile.Words(), page.QuerySelector(".kicker")!.Words());
        Assert.All(page.QuerySelectorAll(".finding h3, .relationship h3"), heading => Assert.Equal(Hostile.Words(), heading.Words()));
        Assert.EndsWith("signature=\"><script>", page.QuerySelector("[aria-labelledby=data] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static Task<IHtmlDocument> Rendered(string name) => (Pages.GetValueOrDefault(name) ?? SurveyPages.All[name])();
}
