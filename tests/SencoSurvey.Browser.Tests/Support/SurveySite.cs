using Microsoft.Playwright;
using SencoSurvey.Testing;

namespace SencoSurvey.Browser.Tests.Support;

/// <summary>A host with rounds in every state that the tests of one class share.</summary>
public sealed class SurveySite(AzuriteFixture azurite, BrowserFixture browser) : IAsyncLifetime
{
    public const string Open = "open";
    public const string Planned = "planned";
    public const string Closed = "closed";
    public const string Invited = "invited";

    private TestHost? host;

    public TestHost Host => host!;

    public async ValueTask InitializeAsync()
    {
        var port = AzuriteFixture.FreePorts(1)[0];
        host = await TestHost.StartAsync(azurite.NewAccount(), new Dictionary<string, string?> { ["Site:BaseAddress"] = $"http://localhost:{port}" }, port: port);
        await host.PutOpenRoundAsync(Open, "senco-workload-1");
        await host.PutOpenRoundAsync(Invited, "senco-workload-1", new { access = "invited" });
        await host.PutOpenRoundAsync(Planned, "senco-workload-1", new { opensOn = "2099-01-01" });
        await host.PutOpenRoundAsync(Closed, "senco-workload-1", new { closesOn = "2020-12-31" });
    }

    public Task<Senco> SencoAsync(BrowserNewContextOptions? options = null) => Senco.AtAsync(browser.Browser, new Uri($"http://localhost:{Host.Http.BaseAddress!.Port}"), options);

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}
