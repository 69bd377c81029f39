using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SencoSurvey.Browser.Tests.Support;

/// <summary>Someone at a browser. Whatever the browser complains of, and whatever it asks of another site, is kept.</summary>
public sealed class Senco : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = [];

    private Senco(IBrowserContext context, IPage page, Uri site)
    {
        this.context = context;
        Page = page;
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != site.Authority) complaints.Enqueue($"asked {request.Url}");
        };
        context.RequestFinished += async (_, request) =>
        {
            if (await request.HeaderValueAsync("referer") is { Length: > 0 } referer) complaints.Enqueue($"told {request.Url} that it came from {referer}");
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // That a page was answered 400, 403 or 404 is said there too, and is what some tests are about.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)) complaints.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Of the last page that was asked for.</summary>
    public int Status { get; private set; }

    public IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>The page's path and query.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    public static async Task<Senco> AtAsync(IBrowser browser, Uri site, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = site.ToString();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        var senco = new Senco(context, await context.NewPageAsync(), site);
        senco.Page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == senco.Page.MainFrame) senco.Status = response.Status;
        };
        return senco;
    }

    public Task OpenAsync(string address) => Page.GotoAsync(address);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task BeginAsync(string round)
    {
        await OpenAsync($"/survey/{round}");
        await ConsentAsync();
    }

    public async Task ConsentAsync()
    {
        await Page.GetByLabel("I am a SENCO in England, I have read this, and I agree to take part").CheckAsync();
        await PressAsync("Start now");
    }

    /// <summary>Fills in the fields that the page has, by their names.</summary>
    public async Task FillAsync(IReadOnlyDictionary<string, string[]> answers)
    {
        foreach (var (name, values) in answers)
        {
            var fields = Page.Locator($"main [name='{name}']");
            if (await fields.CountAsync() == 0) continue;
            foreach (var value in values)
            {
                switch (await fields.First.EvaluateAsync<string>("field => field.type"))
                {
                    case "radio" or "checkbox":
                        await Page.Locator($"main [name='{name}'][value='{value}']").CheckAsync();
                        break;
                    case "select-one":
                        await fields.SelectOptionAsync(value);
                        break;
                    default:
                        await fields.FillAsync(value);
                        break;
                }
            }
        }
    }

    /// <summary>Answers every page until all answers are to be checked.</summary>
    public async Task AnswerAllAsync(IReadOnlyDictionary<string, string[]> answers, Func<Task>? atEachPage = null)
    {
        while (!Address.EndsWith("/answers", StringComparison.Ordinal))
        {
            await FillAsync(answers);
            if (atEachPage is not null) await atEachPage();
            await PressAsync("Save and continue");
        }

        if (atEachPage is not null) await atEachPage();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
