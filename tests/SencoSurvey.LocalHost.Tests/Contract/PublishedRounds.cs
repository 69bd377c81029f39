using System.Net.Http.Json;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>A host on which rounds were published and a report was mailed: for tests that only read.</summary>
public sealed class PublishedRounds(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>The rows of 2016, closed: published for la/813, its region and England.</summary>
    public const string Closed = "nl-2016";

    /// <summary>Open, with few enough responses for a small minimum base: broken down by phase.</summary>
    public const string Open = "workload";

    private TestHost? host;

    public TestHost Host => host!;

    public CapturedLogs Logs { get; } = new();

    /// <summary>The report's mail as the outbox shows it.</summary>
    public JsonElement Mail { get; private set; }

    /// <summary>The link in the mail, from its path on.</summary>
    public string Link { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(azurite.NewAccount(), configure: Logs.Capture);
        await host.PutOpenRoundAsync(Closed, more: new { title = "Time in 2016" });
        await host.PutOpenRoundAsync(Open, "senco-workload-1", new { minimumBase = 3, minimumCell = 1 });
        foreach (var (key, answers) in Rows2016.All) (await host.SubmitAsync(Closed, key, answers)).EnsureSuccessStatusCode();
        foreach (var hours in new[] { 3, 4, 5, 6 })
            (await host.SubmitAsync(Open, Guid.NewGuid().ToString(), new { localAuthority = "813", phase = "primary", hoursAllocated = hours })).EnsureSuccessStatusCode();
        (await host.SendAsync(HttpMethod.Post, $"/api/rounds/{Closed}/close")).EnsureSuccessStatusCode();
        foreach (var scope in new[] { $"{Closed}/statistics/england", $"{Open}/statistics/england" })
            await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, $"/api/rounds/{scope}")).IsSuccessStatusCode, $"the publication of {scope}");

        (await host.SendAsync(HttpMethod.Put, "/api/recipients/officer-1", JsonContent.Create(new { email = "officer@example.org", name = "An officer", scope = "la/813", role = "officer", frequency = "final" }))).EnsureSuccessStatusCode();
        await host.RunAsync("SendSummaryReports");
        Mail = (await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => mails.GetArrayLength() > 0, "the report"))[0];
        Link = Mail.GetProperty("text").GetString()!.Split().Select(word => Uri.TryCreate(word, UriKind.Absolute, out var uri) ? uri.PathAndQuery : "").First(path => path.Contains("signature=", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class PublishedRoundsGroup : ICollectionFixture<PublishedRounds>
{
    public const string Name = "published rounds";
}
