using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>A host with the product's functions that the tests of one class share, and a round in every state.</summary>
public sealed class ProductHost(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string Open = "open";
    public const string Invited = "invited";
    public const string Planned = "planned";
    public const string Closed = "closed";

    private TestHost? host;

    public TestHost Host => host!;

    public CapturedLogs Logs { get; } = new();

    public SurveyStorage Storage { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = azurite.NewAccount();
        Storage = StorageSetup.Connect(connection);
        host = await TestHost.StartAsync(connection, configure: Logs.Capture);
        await host.PutOpenRoundAsync(Open, "senco-workload-1");
        await host.PutOpenRoundAsync(Invited, "senco-workload-1", new { access = "invited" });
        await host.PutOpenRoundAsync(Planned, "senco-workload-1", new { opensOn = "2099-01-01" });
        await host.PutOpenRoundAsync(Closed, "senco-workload-1", new { closesOn = "2020-12-31" });
    }

    /// <summary>No answers, no key and no marker: as if nobody had ever asked.</summary>
    public async Task AssertNothingStoredAsync()
    {
        Assert.Empty(await Storage.Responses.QueryAsync<Azure.Data.Tables.TableEntity>().Select(row => row.RowKey).ToListAsync());
        Assert.Empty(await Storage.ResponseKeys.QueryAsync<Azure.Data.Tables.TableEntity>().Select(row => row.RowKey).ToListAsync());
        var live = await Host.GetJsonAsync($"/api/rounds/{Open}/statistics/england?live=true");
        Assert.Equal(0, live.GetProperty("base").GetProperty("responses").GetInt32());
    }

    /// <summary>An expected refusal is no news for whoever watches the log.</summary>
    public void AssertNoAlarm()
    {
        var alarms = Logs.Alarms.Select(line => line.Text).ToList();
        Logs.Clear();
        Assert.True(alarms.Count == 0, string.Join("\n", alarms));
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}
