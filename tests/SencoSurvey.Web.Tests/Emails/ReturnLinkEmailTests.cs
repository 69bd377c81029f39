using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Mails;
using SencoSurvey.Web.Emails;
using SencoSurvey.Web.Tests.Survey;

namespace SencoSurvey.Web.Tests.Emails;

public sealed class ReturnLinkEmailTests
{
    private const string Address = $"https://survey.example/survey/2026?return={Made.Key}";

    [Theory]
    [InlineData("Here are your answers to “SENCO workload survey 2026”. The link opens them on any device, until 31 December 2026:")]
    [InlineData(Address)]
    [InlineData("Whoever has the link can read and change your answers")]
    [InlineData("deleted after 60 days in which nothing was saved")]
    [InlineData("The address was used for this mail and not kept.")]
    public async Task HTML_and_text_both_say(string words)
    {
        var mail = await MailAsync();

        Assert.Contains(words, Render.Parse(mail.Html).Body!.Words(), StringComparison.Ordinal);
        Assert.Contains(words, mail.Text.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_is_the_only_one_and_nothing_is_fetched()
    {
        var mail = await MailAsync();
        var html = Render.Parse(mail.Html);

        Assert.Equal(Address, Assert.Single(html.QuerySelectorAll("[href]")).GetAttribute("href"));
        Assert.Contains($"\n{Address}\n", mail.Text, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("img, script, style, link, svg, form, [src], [background]"));
        Assert.Equal("en-GB", html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_subject_gives_neither_the_link_nor_the_survey_away() => Assert.Equal("Your link back to the SENCO survey", (await MailAsync(Made.Hostile)).Subject);

    [Fact]
    public async Task A_hostile_title_is_text()
    {
        var html = Render.Parse((await MailAsync(Made.Hostile)).Html);

        Assert.Empty(html.QuerySelectorAll("script, img"));
        Assert.Contains(Made.Hostile, html.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<MailBody> MailAsync(string survey = "SENCO workload survey 2026")
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new ReturnLinkMailRenderer(services, NullLoggerFactory.Instance).RenderAsync(new ReturnLink(survey, new Uri(Address), new DateOnly(2026, 12, 31), 60));
    }
}
