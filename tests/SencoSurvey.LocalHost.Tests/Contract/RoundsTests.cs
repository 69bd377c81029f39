using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>Making, reading, closing and reopening rounds.</summary>
public sealed class RoundsTests(AzuriteFixture azurite)
{
    private static readonly object Definition = new { title = "A round", questionnaire = "senco-workload-1", opensOn = "2020-01-01", closesOn = "2099-12-31", access = "open" };

    [Fact]
    public async Task A_round_is_made_with_defaults_and_changed_in_place_and_anyone_may_read_it()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        using var made = await PutAsync(host, "r-1", Definition);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var round = await made.JsonAsync();
        Assert.Equal("r-1", round.GetProperty("round").GetString());
        Assert.Equal("A round", round.GetProperty("title").GetString());
        Assert.Equal("senco-workload-1", round.GetProperty("questionnaire").GetString());
        Assert.Equal("2020-01-01", round.GetProperty("opensOn").GetString());
        Assert.Equal("2099-12-31", round.GetProperty("closesOn").GetString());
        Assert.Equal("open", round.GetProperty("access").GetString());
        Assert.Equal("open", round.GetProperty("state").GetString());
        Assert.Equal(10, round.GetProperty("minimumBase").GetInt32());
        Assert.Equal(3, round.GetProperty("minimumCell").GetInt32());
        Assert.Equal(JsonValueKind.Null, round.GetProperty("previousRound").ValueKind);

        await host.PutOpenRoundAsync("r-0");
        using var changed = await PutAsync(host, "r-1", new { title = "Another title", questionnaire = "senco-workload-1", opensOn = "2098-01-01", closesOn = "2099-12-31", access = "invited", minimumBase = 20, minimumCell = 5, previousRound = "r-0" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var read = await host.Http.GetAsync("/api/rounds/r-1");
        var now = await read.JsonAsync();
        Assert.Equal((await changed.JsonAsync()).GetRawText(), now.GetRawText());
        Assert.Equal("Another title", now.GetProperty("title").GetString());
        Assert.Equal("invited", now.GetProperty("access").GetString());
        Assert.Equal("planned", now.GetProperty("state").GetString());
        Assert.Equal(20, now.GetProperty("minimumBase").GetInt32());
        Assert.Equal(5, now.GetProperty("minimumCell").GetInt32());
        Assert.Equal("r-0", now.GetProperty("previousRound").GetString());
    }

    [Fact]
    public async Task Rounds_are_listed_for_anyone_the_latest_first()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        Assert.Equal("[]", await host.Http.GetStringAsync("/api/rounds"));
        await host.PutOpenRoundAsync("old", more: new { opensOn = "2018-01-01" });
        await host.PutOpenRoundAsync("new", more: new { opensOn = "2024-01-01" });
        await host.PutOpenRoundAsync("middle", more: new { opensOn = "2021-01-01" });
        var rounds = JsonElement.Parse(await host.Http.GetStringAsync("/api/rounds"));
        Assert.Equal(["new", "middle", "old"], rounds.EnumerateArray().Select(round => round.GetProperty("round").GetString()));
    }

    [Fact]
    public async Task A_closed_round_takes_nothing_until_it_is_reopened_and_closing_twice_changes_nothing()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r");
        var (key, answers) = Rows2016.All[0];
        await host.SubmitAsync("r", key, answers);

        using var closed = await host.SendAsync(HttpMethod.Post, "/api/rounds/r/close");
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        var first = await closed.JsonAsync();
        Assert.Equal("closed", first.GetProperty("state").GetString());
        await Problem.AssertAsync(await host.SubmitAsync("r", key, new { localAuthority = "813", hoursAllocated = 5 }), 409, "round");
        await Problem.AssertAsync(await host.SendAsync(HttpMethod.Delete, "/api/rounds/r/response", key: null, responseKey: key), 409, "round");
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: key)).StatusCode);
        Assert.Equal(first.GetRawText(), await (await host.SendAsync(HttpMethod.Post, "/api/rounds/r/close")).Content.ReadAsStringAsync());

        using var reopened = await host.SendAsync(HttpMethod.Post, "/api/rounds/r/reopen");
        Assert.Equal("open", (await reopened.JsonAsync()).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.OK, (await host.SubmitAsync("r", key, new { localAuthority = "813", hoursAllocated = 5 })).StatusCode);
    }

    [Fact]
    public async Task The_questionnaire_cannot_change_once_there_are_responses()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        await host.PutOpenRoundAsync("r");
        await host.SubmitAsync("r", Rows2016.All[0].Key, Rows2016.All[0].Answers);
        await Problem.AssertAsync(await PutAsync(host, "r", Definition), 409, "questionnaire");
        Assert.Equal("north-lincolnshire-2016", (await host.GetJsonAsync("/api/rounds/r")).GetProperty("questionnaire").GetString());
    }

    [Fact]
    public async Task A_rebuild_is_accepted_with_the_address_that_says_how_far_it_is()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r");
        foreach (var (key, answers) in Rows2016.All.Take(2)) await host.SubmitAsync("r", key, answers);
        await host.LiveAsync("r", "england", responses: 2);

        using var started = await host.SendAsync(HttpMethod.Post, "/api/rounds/r/rebuild");
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var address = (await started.JsonAsync()).GetProperty("status").GetString()!;
        Assert.Equal(address, started.Headers.Location?.OriginalString);
        await Problem.AssertAsync(await host.Http.GetAsync(address), 401, "x-functions-key");
        var done = await Eventually.GetAsync(() => host.GetJsonAsync(address), status => status.GetProperty("state").GetString() == "done", "the rebuild");
        Assert.Equal(1, done.GetProperty("partitions").GetInt32());
        Assert.Equal(1, done.GetProperty("done").GetInt32());
    }

    private static Task<HttpResponseMessage> PutAsync(TestHost host, string id, object definition) => host.SendAsync(HttpMethod.Put, $"/api/rounds/{id}", JsonContent.Create(definition));
}
