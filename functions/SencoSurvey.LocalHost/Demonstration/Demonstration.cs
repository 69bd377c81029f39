using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SencoSurvey.LocalHost.Demonstration;

/// <summary>
/// Fills empty storage with something to look at, through the same HTTP API that anyone else uses: North Lincolnshire's real survey of 2016, from its 21
/// responses to the report in the outbox, and an open round for this year. Every step may be repeated, so one that was interrupted is completed at the next start.
/// </summary>
/// <param name="mailsAreKept">Whether mails go to the outbox; a demonstration sends none for real.</param>
internal sealed class Demonstration(HttpClient http, string functionKey, string masterKey, bool mailsAreKept, TimeProvider time, Action<string> say)
{
    private const string Round2016 = "2016";

    private const string Source = "North Lincolnshire's guidance on SENCO time, with the survey's results, 2016-17";

    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <returns>False when storage was not empty.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var rounds = (await http.GetFromJsonAsync<JsonElement>("/api/rounds", cancel)).EnumerateArray().Select(round => round.GetProperty("round").GetString()!).ToList();
        if (rounds.Count > 0 && !await WasInterruptedAsync(rounds, cancel)) return false;
        say(rounds.Count == 0 ? "Storage is empty: loading the demonstration over HTTP." : "The demonstration was interrupted: completing it.");
        await LoadRound2016Async(cancel);
        await OpenRoundOfThisYearAsync(cancel);
        await WaitAsync("the publication", async () => (await http.GetAsync($"/api/rounds/{Round2016}/statistics/england", cancel)).IsSuccessStatusCode, cancel);
        say($"  round {Round2016}: tallied, and published for North Lincolnshire, its region and England");
        if (mailsAreKept) await SendReportAsync(cancel);
        return true;
    }

    /// <summary>There is nothing but the demonstration, and its last step is missing.</summary>
    private async Task<bool> WasInterruptedAsync(IReadOnlyCollection<string> rounds, CancellationToken cancel) =>
        mailsAreKept
        && rounds.Contains(Round2016)
        && rounds.All(round => round == Round2016 || round == $"{time.GetUtcNow().Year}")
        && (await http.GetFromJsonAsync<JsonElement>("/dev/outbox.json", cancel)).GetArrayLength() == 0;

    private async Task LoadRound2016Async(CancellationToken cancel)
    {
        await SendAsync(HttpMethod.Put, $"/api/rounds/{Round2016}", functionKey, JsonContent.Create(new
        {
            title = "SENCO time in North Lincolnshire, 2016",
            questionnaire = "north-lincolnshire-2016",
            opensOn = "2016-09-01",
            closesOn = "2016-12-31",
            access = "open",
            reported = new[]
            {
                // Published with the rows, which do not say who they are: it stands beside them.
                new
                {
                    scope = "la/813",
                    question = "seniorLeadershipTeam",
                    label = "Is the SENCO on the senior leadership team?",
                    source = Source,
                    options = new[] { new { id = "yes", label = "Yes", count = 13 }, new { id = "no", label = "No", count = 8 } },
                },
            },
        }), cancel);
        await SendAsync(HttpMethod.Post, $"/api/rounds/{Round2016}/reopen", functionKey, null, cancel);
        using var rows = new StreamContent(typeof(Demonstration).Assembly.GetManifestResourceStream("north-lincolnshire-2016.csv")!);
        rows.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var imported = await SendAsync(HttpMethod.Post, $"/api/rounds/{Round2016}/responses/import", functionKey, rows, cancel);
        await SendAsync(HttpMethod.Post, $"/api/rounds/{Round2016}/close", functionKey, null, cancel);
        say($"  round {Round2016}: {imported.GetProperty("accepted")} responses accepted, round closed");
    }

    private async Task OpenRoundOfThisYearAsync(CancellationToken cancel)
    {
        var year = time.GetUtcNow().Year;
        await SendAsync(HttpMethod.Put, $"/api/rounds/{year}", functionKey, JsonContent.Create(new
        {
            title = $"SENCO workload {year} (demonstration)",
            questionnaire = "senco-workload-1",
            opensOn = $"{year}-01-01",
            closesOn = $"{year}-12-31",
            access = "open",
            previousRound = Round2016,
        }), cancel);
        say($"  round {year}: open");
    }

    private async Task SendReportAsync(CancellationToken cancel)
    {
        await SendAsync(HttpMethod.Put, "/api/recipients/demonstration-officer", functionKey, JsonContent.Create(new
        {
            email = "officer@example.org",
            name = "Demonstration officer",
            scope = "la/813",
            role = "officer",
            frequency = "monthly",
        }), cancel);
        await SendAsync(HttpMethod.Post, "/admin/functions/SendSummaryReports", masterKey, JsonContent.Create(new { input = "" }), cancel);
        await WaitAsync("the report", async () => (await http.GetFromJsonAsync<JsonElement>("/dev/outbox.json", cancel)).GetArrayLength() > 0, cancel);
        say("  report for a demonstration officer: in the outbox");
    }

    private static async Task WaitAsync(string what, Func<Task<bool>> isThere, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(WaitsAtMost);
        try
        {
            while (!await isThere()) await Task.Delay(Pause, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new LocalHostException($"The demonstration waited for {what} in vain: look at the log above and at /api/health.");
        }
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string address, string key, HttpContent? content, CancellationToken cancel)
    {
        using var response = await http.SendAsync(Request(method, address, key, content), cancel);
        var body = await response.Content.ReadAsStringAsync(cancel);
        if (!response.IsSuccessStatusCode) throw new LocalHostException($"The demonstration's {method} {address} was answered {(int)response.StatusCode}: {body}");
        return body.Length > 0 ? JsonElement.Parse(body) : default;
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string key, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("x-functions-key", key);
        return request;
    }
}
