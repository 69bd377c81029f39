using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Survey;

/// <summary>What is written into a questionnaire, a title or an answer is shown as text, wherever it turns up.</summary>
public sealed class HostileTests(AzuriteFixture azurite)
{
    private const string Hostile = "=cmd()</title></textarea><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u2067\"'&amp;";

    private static readonly string Comment = $"{Hostile}\0{string.Concat(Enumerable.Repeat("😀", 1800))}";

    [Fact]
    public async Task Hostile_labels_and_answers_are_text_on_every_page_in_the_report_the_mail_and_the_file()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), configure: builder => builder.Services.AddSingleton<IQuestionnaires>(new QuestionnaireLibrary([("hostile.json", Document)])));
        await host.PutOpenRoundAsync("r", "hostile", new { title = Hostile });
        for (var number = 0; number < 12; number++)
            (await host.SubmitAsync("r", $"{Guid.NewGuid()}", new { localAuthority = "813", hours = number % 3, choice = number % 2 == 0 ? "one" : "two" })).EnsureSuccessStatusCode();
        using var senco = new SurveyClient(host.Http.BaseAddress!);

        AssertText(senco, await senco.GetAsync("/survey/r"), "h1");
        await senco.PressAsync(("consent", ["yes"]));
        while (!senco.Address.EndsWith("/answers", StringComparison.Ordinal))
        {
            AssertText(senco, senco, "main legend, main label");
            await senco.PressAsync(new Dictionary<string, string[]> { ["localAuthority"] = ["813"], ["hours"] = ["70"], ["choice"] = ["one"], ["several"] = ["one", "two"], ["comments"] = [Comment] }.Where(answer => senco.Asked.Contains(answer.Key)));
            if (senco.Address.Contains("/confirm", StringComparison.Ordinal))
            {
                AssertText(senco, senco, "main .govuk-inset-text");
                await senco.PressAsync();
            }
        }

        AssertText(senco, senco, "main dt", "main dd");
        await senco.PressAsync();
        Assert.Equal("Your answers are in", senco.Title);
        AssertText(senco, senco, "main caption");
        AssertText(senco, await senco.GetAsync("/survey/r/copy?all=true"), "main dt", "main dd");
        Assert.DoesNotContain('\0', senco.Html);
        AssertText(senco, await senco.GetAsync("/survey/r/privacy"), "main");

        (await host.SendAsync(HttpMethod.Post, "/api/rounds/r/close")).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/la/813")).IsSuccessStatusCode, "a publication");
        AssertText(senco, await senco.GetAsync($"/reports/r/la/813?code={TestHost.FunctionKey}"), "h3");
        var csv = await (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/la/813.csv")).Content.ReadAsStringAsync();
        Assert.Contains("'=cmd()", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=", csv, StringComparison.Ordinal);

        (await host.SendAsync(HttpMethod.Put, "/api/recipients/officer", JsonContent.Create(new { email = "officer@example.org", name = "Officer", scope = "la/813", role = "officer", frequency = "final" }))).EnsureSuccessStatusCode();
        await host.RunAsync("SendSummaryReports");
        var mails = await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => mails.GetArrayLength() > 0, "the report");
        AssertNoElement(new HtmlParser().ParseDocument(mails[0].GetProperty("html").GetString()!));
    }

    private static void AssertText(SurveyClient shown, SurveyClient _, params string[] where)
    {
        AssertNoElement(shown.Page);
        foreach (var selector in where) Assert.Contains(shown.Page.QuerySelectorAll(selector), element => element.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    private static void AssertNoElement(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script:not([src^='/assets/']), img, [onerror]"));
        Assert.DoesNotContain("alert(1)", string.Concat(page.QuerySelectorAll("script").Select(script => script.TextContent)), StringComparison.Ordinal);
    }

    private static readonly string Document = JsonSerializer.Serialize(new
    {
        id = "hostile",
        title = Hostile,
        about = Hostile,
        sections = new object[]
        {
            new
            {
                id = "one",
                title = Hostile,
                questions = new object[]
                {
                    new { type = "localAuthority", id = "localAuthority", label = Hostile, hint = Hostile, required = true },
                    new { type = "number", id = "hours", label = Hostile, hint = Hostile, minimum = 0, maximum = 100, step = 1, unit = Hostile },
                    new { type = "choice", id = "choice", label = Hostile, options = new[] { new { id = "one", label = Hostile }, new { id = "two", label = Hostile } } },
                },
            },
            new
            {
                id = "two",
                title = Hostile,
                questions = new object[]
                {
                    new { type = "choice", id = "several", label = Hostile, several = true, options = new[] { new { id = "one", label = Hostile }, new { id = "two", label = Hostile } } },
                    new { type = "text", id = "comments", label = Hostile, maximumLength = 2000 },
                },
            },
        },
        softChecks = new[] { new { id = "many", question = "hours", message = Hostile, when = new { question = "hours", above = 60 } } },
        indicators = new[] { new { id = "low", label = Hostile, wording = Hostile, counts = new { question = "hours", below = 2 } } },
        ownComparison = new { measures = new object[] { new { number = "hours", recommended = 10, recommendedBy = Hostile }, new { indicator = "low" } } },
        checklist = new { title = Hostile, source = Hostile, items = new object[] { new { text = Hostile, questions = new[] { "hours" } } } },
        breakdownBy = new[] { "choice" },
    });
}
