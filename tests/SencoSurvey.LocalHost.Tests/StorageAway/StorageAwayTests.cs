using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.StorageAway;

/// <summary>Storage that goes away and comes back, on the same ports and with what it had.</summary>
public sealed class StorageAwayTests
{
    private static readonly TimeSpan AFewSeconds = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task While_it_is_away_every_request_is_soon_a_503_and_when_it_is_back_nothing_acknowledged_is_missing_or_uncounted()
    {
        await using var azurite = new OwnAzurite();
        await azurite.StartAsync();
        var logs = new CapturedLogs();
        await using var host = await TestHost.StartAsync(azurite.Connection, configure: logs.Capture);
        await host.PutOpenRoundAsync("r");
        var acknowledged = Rows2016.All.Take(5).ToList();
        foreach (var (key, answers) in acknowledged) Assert.Equal(HttpStatusCode.Created, (await host.SubmitAsync("r", key, answers)).StatusCode);

        // Before most of it is counted.
        await azurite.StopAsync();
        var late = Rows2016.All[5];
        await AssertUnavailableAsync(() => host.SubmitAsync("r", late.Key, late.Answers));
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: acknowledged[0].Key));
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Delete, "/api/rounds/r/response", key: null, responseKey: acknowledged[0].Key));
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Get, "/api/rounds"));
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/england?live=true"));
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Post, "/api/rounds/r/close"));
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Post, "/api/rounds/r/rebuild"));
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Put, "/api/recipients/one", JsonContent.Create(new { email = "a@example.org", name = "A", scope = "england", role = "officer", frequency = "final" })));
        using var health = await SoonAsync(() => host.Http.GetAsync("/api/health"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("storage unavailable", (await health.JsonAsync()).GetProperty("status").GetString());

        // What needs no storage works on.
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/api/questionnaires/north-lincolnshire-2016")).StatusCode);
        await Problem.AssertAsync(await host.SubmitRawAsync("r", late.Key, "no JSON"), 400, "body");

        await azurite.StartAsync();
        await Eventually.IsTrueAsync(async () => (await host.Http.GetAsync("/api/health")).StatusCode == HttpStatusCode.OK, "health");
        foreach (var (key, _) in acknowledged) Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: key)).StatusCode);
        await Problem.AssertAsync(await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: late.Key), 404);
        Assert.Equal("open", (await host.GetJsonAsync("/api/rounds/r")).GetProperty("state").GetString());
        await host.LiveAsync("r", "la/813", responses: 5);
        Assert.Equal(HttpStatusCode.Created, (await host.SubmitAsync("r", late.Key, late.Answers)).StatusCode);
        await host.LiveAsync("r", "la/813", responses: 6);
        Assert.DoesNotContain(logs.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_message_at_work_when_it_goes_comes_again_when_it_is_back()
    {
        await using var azurite = new OwnAzurite();
        await azurite.StartAsync();
        await using var host = await TestHost.StartAsync(azurite.Connection, configure: new CapturedLogs().Capture);
        await host.PutOpenRoundAsync("r", more: new { minimumBase = 1, minimumCell = 1 });
        await host.SubmitAsync("r", Rows2016.All[0].Key, Rows2016.All[0].Answers);
        await host.LiveAsync("r", "la/813", responses: 1);

        // The message to publish is on its way now.
        await azurite.StopAsync();
        await AssertUnavailableAsync(() => host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/england"));
        await azurite.StartAsync();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/england")).StatusCode == HttpStatusCode.OK, "the publication");
    }

    private static async Task AssertUnavailableAsync(Func<Task<HttpResponseMessage>> send)
    {
        using var response = await SoonAsync(send);
        await Problem.AssertAsync(response, 503);
        Assert.InRange(response.Headers.RetryAfter?.Delta ?? default, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    private static async Task<HttpResponseMessage> SoonAsync(Func<Task<HttpResponseMessage>> send)
    {
        var began = Stopwatch.GetTimestamp();
        var response = await send();
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, AFewSeconds);
        return response;
    }
}
