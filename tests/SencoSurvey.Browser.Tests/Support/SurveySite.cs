using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SencoSurvey.Services.Links;
using SencoSurvey.Testing;

namespace SencoSurvey.Browser.Tests.Support;

/// <summary>A host with rounds in every state that the tests of one class share.</summary>
public sealed class SurveySite(AzuriteFixture azurite, BrowserFixture browser) : IAsyncLifetime
{
    public const string Open = "open";
    public const string Planned = "planned";
    public const string Closed = "closed";
    public const string Invited = "invited";

    /// <summary>Open, and never with enough responses to be published.</summary>
    public const string Quiet = "quiet";

    /// <summary>Open, with enough synthetic responses to be published.</summary>
    public const string Published = "published";

    private readonly Lock once = new();
    private Task<ReportRounds>? reports;
    private TestHost? host;
    private int lastUrn = 100_000;

    public TestHost Host => host!;

    /// <summary>Publishes and mails reports, at the first call: that takes a while, in which other pages can be looked at.</summary>
    public Task<ReportRounds> ReportsAsync()
    {
        lock (once) return reports ??= ReportRounds.PublishAsync(Host);
    }

    public async ValueTask InitializeAsync()
    {
        var port = AzuriteFixture.FreePorts(1)[0];
        host = await TestHost.StartAsync(azurite.NewAccount(), new Dictionary<string, string?> { ["Site:BaseAddress"] = $"http://localhost:{port}" }, port: port);
        await host.PutOpenRoundAsync(Open, "senco-workload-1");
        await host.PutOpenRoundAsync(Quiet, "senco-workload-1");
        await host.PutOpenRoundAsync(Invited, "senco-workload-1", new { access = "invited" });
        await host.PutOpenRoundAsync(Planned, "senco-workload-1", new { opensOn = "2099-01-01" });
        await host.PutOpenRoundAsync(Closed, "senco-workload-1", new { closesOn = "2020-12-31" });
        await host.PutOpenRoundAsync(Published, "senco-workload-1");
        foreach (var number in Enumerable.Range(0, 24))
        {
            var answers = new { localAuthority = "813", phase = number % 2 == 0 ? "primary" : "secondary", senSupport = 20 + number, ehcp = number, hoursAllocated = 2 + (number % 6 * 2.5) };
            (await host.SubmitAsync(Published, $"{Guid.NewGuid()}", answers)).EnsureSuccessStatusCode();
        }

        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, $"/api/rounds/{Published}/statistics/england")).IsSuccessStatusCode, "a publication of England");
    }

    /// <summary>Invites a synthetic school.</summary>
    /// <returns>The path and query of the link in its invitation.</returns>
    public async Task<string> InviteAsync()
    {
        var urn = Interlocked.Increment(ref lastUrn);
        using var response = await Host.SendAsync(HttpMethod.Post, $"/api/rounds/{Invited}/invitations", new StringContent($"urn,localAuthority,phase,schoolPupils\n{urn},813,primary,210", Encoding.UTF8, "text/csv"));
        var lines = (await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Uri(lines[1].Split(',')[^1]).PathAndQuery;
    }

    /// <summary>Puts a synthetic recipient on the list.</summary>
    /// <returns>The path and query of the link by which they stop the reports.</returns>
    public async Task<string> ListAsync(string recipient)
    {
        var body = new { email = $"{recipient}@example.org", name = "A synthetic recipient", scope = "england", role = "leader", frequency = "final" };
        (await Host.SendAsync(HttpMethod.Put, $"/api/recipients/{recipient}", JsonContent.Create(body))).EnsureSuccessStatusCode();
        return Host.Services.GetRequiredService<StopLink>().PathOf(recipient);
    }

    /// <summary>Sends the answers of a synthetic SENCO in over the API.</summary>
    /// <returns>The key.</returns>
    public static async Task<string> SubmitAsync(Senco senco, string round)
    {
        var key = Guid.NewGuid().ToString("D");
        var response = await senco.Page.Context.APIRequest.PutAsync($"/api/rounds/{round}/response", new()
        {
            Headers = new Dictionary<string, string> { ["Response-Key"] = key },
            DataObject = new { answers = new { localAuthority = "813", phase = "primary", senSupport = 31, ehcp = 4, hoursAllocated = 6.5, qualifiedTeacher = "yes", comments = "A synthetic comment.\nOn two lines." } },
        });
        Assert.True(response.Ok, await response.TextAsync());
        return key;
    }

    public Task<Senco> SencoAsync(BrowserNewContextOptions? options = null) => Senco.AtAsync(browser.Browser, new Uri($"http://localhost:{Host.Http.BaseAddress!.Port}"), options);

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}
