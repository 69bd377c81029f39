using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using SencoSurvey.Browser.Tests.Support;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.Testing;

namespace SencoSurvey.Browser.Tests.Pages;

/// <summary>What was found at a page in one state.</summary>
/// <param name="Violations">Of axe's rules, on a desktop and, in dark colours, on a phone.</param>
/// <param name="Invalid">What html-validate says of the HTML as it came from the server.</param>
/// <param name="ScrollsSideways">On a phone 320 pixels wide.</param>
public sealed record Seen(int Status, string Title, string? Focused, IReadOnlyList<string> Violations, IReadOnlyList<string> Complaints, bool ScrollsSideways)
{
    public IReadOnlyList<string> Invalid { get; set; } = [];
}

/// <summary>
/// Visits every page in every state once, and keeps what is to be judged. With the variable SCREENSHOTS set, pictures of all of them lie in the folder
/// <c>screenshots</c> beside the tests, to be looked at.
/// </summary>
public sealed class Gallery(AzuriteFixture azurite, BrowserFixture browser) : IAsyncLifetime
{
    /// <summary>The success criteria of WCAG 2.2, A and AA, and what axe calls best practices.</summary>
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    /// <summary>Those that may come out otherwise in dark colours on a phone: contrast, and the size of what is to be touched.</summary>
    private static readonly string[] RulesOfLooks = ["wcag2aa", "wcag22aa"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly bool TakesPictures = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 };

    private readonly SurveySite site = new(azurite, browser);
    private readonly Dictionary<string, Seen> seen = [];

    public Seen this[string state] => seen[state];

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        _ = site.ReportsAsync();
        var html = Directory.CreateTempSubdirectory("senco-html-").FullName;
        var pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
        var visits = PageStates.All.Concat(PageStates.Mails).Index().ToList();
        await Parallel.ForEachAsync(visits, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (visit, _) =>
        {
            var (number, (state, goAsync)) = visit;
            var name = $"{number:00} {string.Concat(state.Where(letter => char.IsLetterOrDigit(letter) || letter == ' '))}";
            var found = await VisitAsync(goAsync, Path.Combine(html, $"{number}.html"), Path.Combine(pictures, name));
            lock (seen) seen[state] = found;
        });
        foreach (var (number, messages) in await ValidateAsync(html)) seen[visits[number].Item.Key].Invalid = messages;
        Directory.Delete(html, recursive: true);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    private async Task<Seen> VisitAsync(Func<SurveySite, Senco, Task> goAsync, string html, string picture)
    {
        await using var senco = await site.SencoAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var source = "";
        senco.Page.Response += async (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Status is not (302 or 303)) source = await TextAsync(response) ?? source;
        };
        await goAsync(site, senco);
        if ((await senco.Page.TitleAsync()).StartsWith("Error: ", StringComparison.Ordinal)) await senco.Page.WaitForFunctionAsync("document.activeElement !== document.body");
        var focused = await senco.Page.EvaluateAsync<string>("document.activeElement.className");
        var title = await senco.Page.TitleAsync();
        await Eventually.IsTrueAsync(() => WebUtility.HtmlDecode(source).Contains($"<title>{title}</title>", StringComparison.Ordinal), $"the source of {title}");
        await File.WriteAllTextAsync(html, source);
        await senco.Page.EvaluateAsync(Axe);
        var violations = await ViolationsAsync(senco.Page, Rules, "desktop");
        await PictureAsync(senco.Page, $"{picture} 1280");

        await senco.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await senco.Page.SetViewportSizeAsync(320, 568);
        var sideways = await senco.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        violations = [.. violations, .. await ViolationsAsync(senco.Page, RulesOfLooks, "phone, dark")];
        await PictureAsync(senco.Page, $"{picture} 320 dark");
        await senco.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await PictureAsync(senco.Page, $"{picture} 320");
        return new Seen(senco.Status, title, focused, violations, senco.Complaints, sideways);
    }

    /// <summary>The HTML as it came; null of a page that was left again before it could be read.</summary>
    private static async Task<string?> TextAsync(IResponse response)
    {
        try
        {
            return await response.TextAsync();
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (TakesPictures) await page.ScreenshotAsync(new() { Path = $"{name}.png", FullPage = true });
    }

    /// <remarks>The package's own RunAxe opens a second page for every run, for the sake of frames, of which the pages have none: twice the time.</remarks>
    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string[] rules, string where)
    {
        var results = await page.EvaluateAsync<JsonElement>("rules => axe.run({ runOnly: rules, resultTypes: ['violations'] })", rules);
        return
        [
            .. from violation in results.GetProperty("violations").EnumerateArray()
               let places = violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString())
               select $"{where}: {violation.GetProperty("id")}, {violation.GetProperty("help")}: {string.Join("; ", places)}",
        ];
    }

    /// <summary>One run of html-validate for all pages: https://html-validate.org</summary>
    private static async Task<IReadOnlyList<(int Number, IReadOnlyList<string> Messages)>> ValidateAsync(string folder)
    {
        var report = Path.Combine(folder, "report.json"); // Not to the output: Node ends before all of a long one is written.
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "node_modules", "html-validate", "bin", "html-validate.mjs"), "--config", Path.Combine(AppContext.BaseDirectory, "Pages", "html-validate.json"), "--formatter", $"json={report}", folder])
        {
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (!File.Exists(report)) throw new InvalidOperationException($"html-validate did not run: {errors}");
        return
        [
            .. from file in JsonElement.Parse(await File.ReadAllTextAsync(report)).EnumerateArray()
               select (int.Parse(Path.GetFileNameWithoutExtension(file.GetProperty("filePath").GetString()!), System.Globalization.CultureInfo.InvariantCulture),
                   (IReadOnlyList<string>)[.. file.GetProperty("messages").EnumerateArray().Select(message => $"{message.GetProperty("ruleId")} at line {message.GetProperty("line")}: {message.GetProperty("message")}")]),
        ];
    }
}
