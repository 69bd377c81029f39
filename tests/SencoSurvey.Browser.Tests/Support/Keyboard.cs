using Microsoft.Playwright;

namespace SencoSurvey.Browser.Tests.Support;

/// <summary>Someone who has a keyboard and nothing else: goes from field to field with Tab, and sees where the focus is.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 80;

    private const string Focused = "() => { const at = document.activeElement; return [at.name ?? '', at.type ?? '', at.tagName === 'BUTTON' || at.tagName === 'A' ? at.innerText.trim() : '']; }";

    /// <summary>Goes once through the page's fields and answers those that it knows an answer to.</summary>
    public async Task FillAsync(IReadOnlyDictionary<string, string[]> answers)
    {
        var done = new HashSet<string>();
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (name, type, _) = await WhereAsync();
            if (type == "submit") return;
            if (!answers.TryGetValue(name, out var values)) continue;
            if (type == "checkbox")
            {
                if (await page.EvaluateAsync<string>("document.activeElement.value") is { } option && values.Contains(option)) await page.Keyboard.PressAsync("Space");
            }
            else if (done.Add(name))
            {
                await AnswerAsync(type, values[0]);
            }
        }

        throw new InvalidOperationException($"No button was reached with Tab at {page.Url}.");
    }

    /// <summary>Presses the button that the focus is on, or comes to.</summary>
    public async Task PressAsync(string button)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if ((await WhereAsync()).Words == button)
            {
                await page.EvaluateAsync("window.isStillThere = true");
                await page.Keyboard.PressAsync("Enter");
                await page.WaitForFunctionAsync("() => !window.isStillThere && document.readyState === 'complete'");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"'{button}' was not reached with Tab at {page.Url}.");
    }

    private async Task AnswerAsync(string type, string value)
    {
        switch (type)
        {
            case "radio":
                // The first is chosen with Space, the others with the arrows.
                await page.Keyboard.PressAsync("Space");
                for (var tries = 0; tries < MostStops && await page.EvaluateAsync<string>("document.activeElement.value") != value; tries++) await page.Keyboard.PressAsync("ArrowDown");
                break;
            case "select-one":
                await page.Keyboard.TypeAsync(await page.EvaluateAsync<string>("value => [...document.activeElement.options].find(option => option.value === value).text", value));
                break;
            default:
                await page.Keyboard.TypeAsync(value);
                break;
        }
    }

    private async Task<(string Name, string Type, string Words)> WhereAsync() => await page.EvaluateAsync<string[]>(Focused) is [var name, var type, var words] ? (name, type, words) : default;
}
