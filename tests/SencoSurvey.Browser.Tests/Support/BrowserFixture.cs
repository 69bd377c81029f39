using Microsoft.Playwright;

namespace SencoSurvey.Browser.Tests.Support;

/// <summary>One Chromium for all tests; every test opens a context of its own in it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>The variable that names another browser than those that are looked for.</summary>
    private const string Variable = "CHROMIUM";

    /// <summary>First the one that has no window of its own: it takes half the time.</summary>
    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var found = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);
        if (found is null && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
            throw new InvalidOperationException($"These tests need Chromium or Chrome. Install one (on Debian and Ubuntu: apt install chromium), or name it in the variable {Variable}.");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = found,
            // No sandbox, as containers often run as root; and nothing that calls home.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
    }
}
