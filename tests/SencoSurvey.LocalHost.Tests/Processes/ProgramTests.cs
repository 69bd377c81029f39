using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.LocalHost.Storage;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Processes;

/// <summary>Command one, as a newcomer meets it: the program with an Azurite that it starts by itself.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task The_demonstration_is_loaded_once_and_survives_a_pulled_plug_and_a_restart()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        var ports = AzuriteFixture.FreePorts(4);
        var storage = AzuriteFixture.Connection("program", ports[0], ports[1], ports[2]);
        var folder = AzuriteOptions.Of(storage, Repository.LocalData)!.Folder;
        string[] arguments = ["--port", ports[3].ToString(CultureInfo.InvariantCulture), "--storage", storage];
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{ports[3]}") };
        try
        {
            await using (var first = HostProcess.Start(arguments))
            {
                await first.UpAsync();
                Assert.Contains("21 responses accepted", first.Output, StringComparison.Ordinal);
                Assert.Contains($"http://localhost:{ports[3]}/dev/outbox", first.Output, StringComparison.Ordinal);
                Assert.Equal(1, await MailsAsync(http));
                await first.KillAsync();
            }

            await using (var second = HostProcess.Start(arguments))
            {
                await second.UpAsync();
                Assert.DoesNotContain("loading the demonstration", second.Output, StringComparison.Ordinal);
                Assert.Equal(1, await MailsAsync(http));
                Assert.Equal(21, (await http.GetFromJsonAsync<JsonElement>("/api/rounds/2016/statistics/england")).GetProperty("base").GetProperty("responses").GetInt32());
                Assert.Equal(0, await second.TerminateAsync());
                Assert.EndsWith("Stopped.", second.Output, StringComparison.Ordinal);
                Assert.All(ports, port => Assert.False(Answers(port), $"Something still answers at {port}."));
            }

            await using (var third = HostProcess.Start([.. arguments, "--reset", "--empty"]))
            {
                await third.UpAsync();
                Assert.Equal(0, (await http.GetFromJsonAsync<JsonElement>("/api/rounds")).GetArrayLength());
                Assert.Equal(0, await MailsAsync(http));
                Assert.Equal(0, await third.TerminateAsync());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_port_in_use_gives_one_clear_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var host = HostProcess.Start("--port", port.ToString(CultureInfo.InvariantCulture));
        Assert.NotEqual(0, await host.ExitAsync());
        await Eventually.IsTrueAsync(() => host.Output.Length > 0, "the line");
        Assert.Equal($"Port {port} is in use: end the program that has it, or choose another with --port.", host.Output.Split('\n')[^1]);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_port_that_another_program_has_gives_one_clear_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var ports = AzuriteFixture.FreePorts(3);
        var storage = AzuriteFixture.Connection("program", ports[0], ports[1], ((IPEndPoint)taken.LocalEndpoint).Port);
        await using var host = HostProcess.Start("--port", ports[2].ToString(CultureInfo.InvariantCulture), "--storage", storage);
        Assert.NotEqual(0, await host.ExitAsync());
        await Eventually.IsTrueAsync(() => host.Output.Contains("in use by another program", StringComparison.Ordinal), "the line");
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_elsewhere_is_never_started() =>
        Assert.Null(AzuriteOptions.Of("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=AAAA;BlobEndpoint=https://a.example.org/;QueueEndpoint=https://a.example.org/;TableEndpoint=https://a.example.org/", Repository.LocalData));

    private static async Task<int> MailsAsync(HttpClient http) => (await http.GetFromJsonAsync<JsonElement>("/dev/outbox.json")).GetArrayLength();

    private static bool Answers(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
