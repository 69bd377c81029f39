using Microsoft.Playwright;
using SencoSurvey.Browser.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.Browser.Tests.Pages;

/// <summary>A report on paper and on a phone: nothing is left out that cannot be opened or is out of sight.</summary>
public sealed class ReportLayoutTests(SurveySite site) : IClassFixture<SurveySite>
{
    private static readonly string Report = $"/reports/{SurveySite.Published}/la/813?code={TestHost.FunctionKey}";

    [Fact]
    public async Task The_tables_of_drawings_are_printed_though_they_are_closed_on_a_screen()
    {
        await using var senco = await site.SencoAsync(new() { ViewportSize = new() { Width = 1000, Height = 900 } });
        await senco.OpenAsync(Report);
        var tables = senco.Page.Locator("figure.chart details table");
        Assert.NotEqual(0, await tables.CountAsync());
        Assert.False(await tables.First.IsVisibleAsync());

        await senco.Page.EmulateMediaAsync(new() { Media = Media.Print });

        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 }) await senco.Page.PdfAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "report on paper.pdf"), Format = "A4" });
        foreach (var table in await tables.AllAsync())
        {
            Assert.True(await table.IsVisibleAsync());
            Assert.InRange((await table.BoundingBoxAsync())!.Height, 20, 5000);
        }

        Assert.Equal(0, await senco.Page.Locator("figure.chart summary:visible").CountAsync());
    }

    [Fact]
    public async Task On_a_phone_the_compared_groups_need_no_scrolling()
    {
        await using var senco = await site.SencoAsync(new() { ViewportSize = new() { Width = 320, Height = 568 } });
        await senco.OpenAsync(Report);
        var region = senco.Page.Locator(".scroll:has(.compared)");
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 }) await region.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "compared groups 320.png") });

        Assert.True(await region.EvaluateAsync<bool>("element => element.scrollWidth <= element.clientWidth"));
        Assert.Equal("\"Responses\"", await region.Locator("tbody td").First.EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content"));
    }
}
