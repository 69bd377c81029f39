using Microsoft.Playwright;
using SencoSurvey.Browser.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.Browser.Tests.Journeys;

/// <summary>The whole survey, from the start page to the confirmation, as different people go through it.</summary>
public sealed class WaysThroughTests(SurveySite site) : IClassFixture<SurveySite>
{
    [Fact]
    public Task Without_scripts() => GoAsync(new() { JavaScriptEnabled = false });

    [Fact]
    public Task On_a_phone_320_pixels_wide() => GoAsync(new() { ViewportSize = new() { Width = 320, Height = 568 }, IsMobile = true, HasTouch = true }, NoSidewaysScrollingAsync);

    /// <remarks>A window of 1280 by 1024 at 400% is one of 320 by 256: https://www.w3.org/WAI/WCAG22/Understanding/reflow.html</remarks>
    [Fact]
    public Task At_400_per_cent() => GoAsync(new() { ViewportSize = new() { Width = 320, Height = 256 }, DeviceScaleFactor = 4 }, NoSidewaysScrollingAsync);

    [Fact]
    public Task In_forced_colours() => GoAsync(new() { ForcedColors = ForcedColors.Active });

    [Fact]
    public Task On_a_desktop() => GoAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });

    [Fact]
    public async Task With_the_keyboard_alone()
    {
        await using var senco = await site.SencoAsync();
        var keyboard = new Keyboard(senco.Page);
        await senco.OpenAsync($"/survey/{SurveySite.Open}");
        await keyboard.FillAsync(new Dictionary<string, string[]> { ["consent"] = ["yes"] });
        await keyboard.PressAsync("Start now");
        while (!senco.Address.EndsWith("/answers", StringComparison.Ordinal))
        {
            await keyboard.FillAsync(SurveyAnswers.Leaving);
            await keyboard.PressAsync("Save and continue");
        }

        await keyboard.PressAsync("Send my answers");
        Assert.Equal("Your answers are in – SencoSurvey", await senco.Page.TitleAsync());
        Assert.Empty(senco.Complaints);
    }

    [Fact]
    public async Task On_two_devices_days_apart()
    {
        await using var phone = await site.SencoAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await phone.BeginAsync(SurveySite.Open);
        await phone.FillAsync(SurveyAnswers.Leaving);
        await phone.PressAsync("Save and continue");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Save and come back later" }).ClickAsync();
        var link = await phone.Page.Locator(".return-link a").GetAttributeAsync("href");

        await using var desktop = await site.SencoAsync();
        await desktop.OpenAsync(link!);
        Assert.Equal($"/survey/{SurveySite.Open}", desktop.Address);
        await desktop.Page.GetByRole(AriaRole.Button, new() { Name = "Continue where you were" }).ClickAsync();
        Assert.EndsWith("/questions/roles", desktop.Address, StringComparison.Ordinal);
        await desktop.AnswerAllAsync(SurveyAnswers.Leaving);
        Assert.Contains("North Lincolnshire", await desktop.Page.Locator("#row-localAuthority").InnerTextAsync(), StringComparison.Ordinal);
        await desktop.PressAsync("Send my answers");
        var reference = await desktop.Page.Locator(".reference").First.InnerTextAsync();

        await phone.Page.ReloadAsync();
        await phone.OpenAsync($"/survey/{SurveySite.Open}");
        Assert.Equal(reference, await phone.Page.Locator(".reference").First.InnerTextAsync());
    }

    private async Task GoAsync(BrowserNewContextOptions options, Func<Senco, Task>? atEachPage = null)
    {
        await using var senco = await site.SencoAsync(options);
        await senco.BeginAsync(SurveySite.Open);
        await senco.AnswerAllAsync(SurveyAnswers.Leaving, atEachPage is null ? null : () => atEachPage(senco));
        await senco.PressAsync("Send my answers");
        Assert.Equal("Your answers are in – SencoSurvey", await senco.Page.TitleAsync());
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}$", await senco.Page.Locator(".reference").First.InnerTextAsync());
        if (atEachPage is not null) await atEachPage(senco);
        Assert.Empty(senco.Complaints);
    }

    private static async Task NoSidewaysScrollingAsync(Senco senco) =>
        Assert.True(await senco.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{senco.Address} scrolls sideways.");
}
