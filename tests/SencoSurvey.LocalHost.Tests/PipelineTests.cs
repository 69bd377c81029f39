using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests;

/// <summary>The main job, end to end over HTTP: responses in, statistics and reports out.</summary>
public sealed class PipelineTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_2016_responses_come_out_as_published_figures_and_one_report()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("nl");
        foreach (var (key, answers) in Rows2016.All) Assert.Equal(HttpStatusCode.Created, (await host.SubmitAsync("nl", key, answers)).StatusCode);
        (await host.SendAsync(HttpMethod.Post, "/api/rounds/nl/close")).EnsureSuccessStatusCode();

        var publication = await Eventually.GetAsync(
            () => host.GetJsonAsync("/api/rounds/nl/statistics/la/813"),
            json => json.TryGetProperty("final", out var final) && final.GetBoolean(),
            "the final publication");
        var hours = publication.GetProperty("numbers").GetProperty("hoursAllocated");
        Assert.Equal(6.809524, hours.GetProperty("mean").GetDouble(), 6);
        Assert.Equal(6.419163, hours.GetProperty("sd").GetDouble(), 6);
        Assert.Equal(3.25, hours.GetProperty("median").GetDouble());

        (await host.SendAsync(HttpMethod.Put, "/api/recipients/officer-1", JsonContent.Create(new { email = "officer@example.org", name = "An officer", scope = "la/813", role = "officer", frequency = "final" }))).EnsureSuccessStatusCode();
        await host.RunAsync("SendSummaryReports");
        var outbox = await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => mails.GetArrayLength() > 0, "the report");
        Assert.Equal("officer@example.org", Assert.Single(outbox.EnumerateArray()).GetProperty("to").GetString());
        Assert.Contains("71.4%", outbox[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_submission_twice_at_once_is_one_response_with_one_receipt()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r");
        var key = Guid.NewGuid().ToString();
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.SubmitAsync("r", key, Rows2016.All[0].Answers)));
        Assert.Single(both, response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, both.Count(response => response.StatusCode == HttpStatusCode.OK));
        Assert.Single((await Task.WhenAll(both.Select(response => response.Content.ReadAsStringAsync()))).Distinct());
        await host.LiveAsync("r", "la/813", responses: 1);
    }

    [Fact]
    public async Task A_changed_and_a_withdrawn_response_change_the_live_figures_and_a_rebuild_gives_the_same_hash()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r");
        var keys = Rows2016.All.Take(3).Select(row => row.Key).ToList();
        foreach (var (key, answers) in Rows2016.All.Take(3)) await host.SubmitAsync("r", key, answers);
        await host.LiveAsync("r", "la/813", responses: 3);

        await host.SubmitAsync("r", keys[0], new { localAuthority = "813", hoursAllocated = 30 });
        Assert.Equal(HttpStatusCode.NoContent, (await host.SendAsync(HttpMethod.Delete, "/api/rounds/r/response", key: null, responseKey: keys[1])).StatusCode);
        var live = await Eventually.GetAsync(
            () => host.LiveAsync("r", "la/813", responses: 2),
            json => json.GetProperty("numbers").GetProperty("hoursAllocated").GetProperty("max").GetDouble() == 30,
            "the changed answer");

        var started = await host.SendAsync(HttpMethod.Post, "/api/rounds/r/rebuild");
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var status = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString()!;
        await Eventually.GetAsync(() => host.GetJsonAsync(status), json => json.GetProperty("state").GetString() == "done", "the rebuild");
        Assert.Equal(Hash(live), Hash(await host.LiveAsync("r", "la/813", responses: 2)));

        static string? Hash(JsonElement statistics) => statistics.GetProperty("build").GetProperty("tallyHash").GetString();
    }
}
