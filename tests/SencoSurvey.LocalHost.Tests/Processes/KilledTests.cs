using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Processes;

/// <summary>The host with an Azurite of its own, which must not outlive it, nor lose what was acknowledged.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task A_host_that_was_killed_is_started_again_at_once_and_everything_acknowledged_is_there_and_counted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix\'s.");
        await using var azurite = new OwnAzurite();
        var port = Ports.Free(1)[0];
        var settings = new Dictionary<string, string?> { ["Azurite:Folder"] = azurite.LocalData };
        var acknowledged = 0;
        await using (var first = HostProcess.Start(port, azurite.Connection, settings, "--empty"))
        {
            await first.IsUpAsync();
            (await first.Http.PutAsJsonAsync("/api/rounds/r", new { title = "A round", questionnaire = "north-lincolnshire-2016", opensOn = "2020-01-01", closesOn = "2099-12-31", access = "open" })).EnsureSuccessStatusCode();
            foreach (var (key, answers) in Rows2016.All)
            {
                Assert.Equal(HttpStatusCode.Created, (await SubmitAsync(first.Http, key, answers)).StatusCode);
                acknowledged++;
            }

            first.Send(HostProcess.Sigkill);
            Assert.NotEqual(0, await first.EndsAsync());
        }

        await using var second = HostProcess.Start(port, azurite.Connection, settings, "--empty");
        await second.IsUpAsync();
        foreach (var (key, answers) in Rows2016.All) Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(second.Http, key, answers)).StatusCode);
        await Eventually.GetAsync(
            async () => await second.Http.GetFromJsonAsync<JsonElement>("/api/rounds/r/statistics/england?live=true"),
            live => live.GetProperty("base").GetProperty("responses").GetInt32() == acknowledged,
            "all responses to be counted");
        Assert.Equal(0, await second.StopAsync());
        Assert.False(await azurite.AnswersAsync(), "Azurite outlived its host.");
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient http, string key, object answers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/rounds/r/response") { Content = JsonContent.Create(new { answers }) };
        request.Headers.Add("Response-Key", key);
        return await http.SendAsync(request);
    }
}
