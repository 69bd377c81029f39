using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SencoSurvey.LocalHost.Storage;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.Processes;

/// <summary>Command one, as a newcomer meets it: the program with an Azurite that it starts by itself.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task The_demonstration_is_loaded_once_and_survives_a_pulled_plug_and_a_restart_until_reset_empties_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        await using var azurite = new OwnAzurite();
        var port = Ports.Free(1)[0];
        var settings = new Dictionary<string, string?> { ["Azurite:Folder"] = azurite.LocalData };
        await using (var first = HostProcess.Start(port, azurite.Connection, settings))
        {
            await first.IsUpAsync();
            Assert.Contains(first.Output, line => line.Contains("loading the demonstration", StringComparison.Ordinal));
            Assert.Contains(first.Output, line => line.Contains("21 responses accepted", StringComparison.Ordinal));
            await AssertLoadedAsync(first.Http);
            await AssertAddressesLeadSomewhereAsync(first.Output, port);
            first.Send(HostProcess.Sigkill);
            Assert.NotEqual(0, await first.EndsAsync());
        }

        await using (var second = HostProcess.Start(port, azurite.Connection, settings))
        {
            await second.IsUpAsync();
            Assert.DoesNotContain(second.Output, line => line.Contains("demonstration", StringComparison.Ordinal));
            await AssertLoadedAsync(second.Http);
            Assert.Equal(0, await second.StopAsync());
            Assert.Equal("Stopped.", second.Output[^1]);
            Assert.Empty(second.Errors);
            Assert.False(await azurite.AnswersAsync(), "Azurite outlived its host.");
        }

        await using var third = HostProcess.Start(port, azurite.Connection, settings, "--reset", "--empty");
        await third.IsUpAsync();
        Assert.Equal(0, (await third.Http.GetFromJsonAsync<JsonElement>("/api/rounds")).GetArrayLength());
        Assert.Equal(0, (await third.Http.GetFromJsonAsync<JsonElement>("/dev/outbox.json")).GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await third.Http.GetAsync("/api/recipients/demonstration-officer")).StatusCode);
        Assert.Equal(0, await third.StopAsync());
    }

    [Fact]
    public void Storage_elsewhere_is_never_started() =>
        Assert.Null(AzuriteOptions.Of("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=AAAA;BlobEndpoint=https://a.example.org/;QueueEndpoint=https://a.example.org/;TableEndpoint=https://a.example.org/", Path.GetTempPath()));

    [Fact]
    public void Two_hosts_with_storage_of_their_own_keep_it_apart()
    {
        static string Connection(int blob) => Testing.AzuriteFixture.Connection("own", blob, blob + 1, blob + 2);
        Assert.NotEqual(AzuriteOptions.Of(Connection(20_000), Path.GetTempPath())!.Folder, AzuriteOptions.Of(Connection(20_010), Path.GetTempPath())!.Folder);
    }

    private static async Task AssertLoadedAsync(HttpClient http)
    {
        var rounds = (await http.GetFromJsonAsync<JsonElement>("/api/rounds")).EnumerateArray().ToList();
        Assert.Equal(["open", "closed"], rounds.Select(round => round.GetProperty("state").GetString()));
        Assert.Equal("2016", rounds[1].GetProperty("round").GetString());
        Assert.Equal(1, (await http.GetFromJsonAsync<JsonElement>("/dev/outbox.json")).GetArrayLength());
        var publication = await http.GetFromJsonAsync<JsonElement>("/api/rounds/2016/statistics/la/813");
        Assert.Equal(21, publication.GetProperty("base").GetProperty("responses").GetInt32());
        Assert.Equal(13, publication.GetProperty("choices").GetProperty("seniorLeadershipTeam").GetProperty("options")[0].GetProperty("count").GetInt32());
    }

    private static async Task AssertAddressesLeadSomewhereAsync(IEnumerable<string> output, int port)
    {
        var addresses = output.SelectMany(line => line.Split()).Where(word => word.StartsWith($"http://localhost:{port}/", StringComparison.Ordinal)).ToList();
        Assert.Contains(addresses, address => address.Contains("/reports/2016/", StringComparison.Ordinal));
        Assert.Contains(addresses, address => address.EndsWith("/dev/outbox", StringComparison.Ordinal));
        using var stranger = new HttpClient();
        foreach (var address in addresses) Assert.True((await stranger.GetAsync(address)).IsSuccessStatusCode, $"{address} is not there.");
    }
}
