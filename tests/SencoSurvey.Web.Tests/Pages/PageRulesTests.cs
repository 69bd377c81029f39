using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SencoSurvey.Web.Pages;
using SencoSurvey.Web.Survey;

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
        ["message"] = () => Render.Page<MessagePage>(new() { ["Title"] = Hostile, ["Text"] = Hostile }),
        ["outbox"] = () => OutboxPageTests.Outbox(OutboxPageTests.Mail(Hostile), OutboxPageTests.Mail(Hostile)),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_in_British_English_and_has_a_title_and_one_main_landmark(string name)
    {
        var page = await Pages[name]();

        Assert.NotNull(page.Doctype);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotNull(page.GetElementById(page.QuerySelector("a.skip, a.govuk-skip-link")!.GetAttribute("href")!.TrimStart('#')));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Headings_begin_with_one_h1_and_skip_no_level(string name)
    {
        var levels = (await Pages[name]()).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Tables_have_captions_and_their_headers_a_scope(string name)
    {
        var page = await Pages[name]();

        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.Words()));
        Assert.All(page.QuerySelectorAll("th"), header => Assert.Matches("^(col|row)$", header.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.NotNull(row.QuerySelector("th")));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_in_it_needs_an_unsafe_policy(string name)
    {
        var page = await Pages[name]();

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, img, object, embed, base, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("[href], [src]"), element => Assert.Matches("^[/#]", element.GetAttribute("href") ?? element.GetAttribute("src")!));
        Assert.Contains(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), new[] { Assets.Url("report.css"), Assets.Url("survey.css") });
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Ids_are_there_once_and_references_lead_to_them(string name)
    {
        var page = await Pages[name]();
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby"), ids));
    }

    [Fact]
    public async Task Hostile_labels_are_shown_as_text()
    {
        var page = await Pages["report with hostile labels"]();

        Assert.Equal(Hostile.Words(), page.QuerySelector(".kicker")!.Words());
        Assert.All(page.QuerySelectorAll("figure h3"), heading => Assert.Equal(Hostile.Words(), heading.Words()));
        Assert.EndsWith("signature=\"><script>", page.QuerySelector("[aria-labelledby=data] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
