using System.Net;
using System.Net.Sockets;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Processes;

/// <summary>What the person at the machine can mend is one clear line, an exit code that is not 0, and no stack trace.</summary>
public sealed class MistakesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_port_that_is_in_use()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await AssertOneLineAsync($"Port {port} is in use", port, azurite.NewAccount());
    }

    [Fact]
    public async Task A_port_that_is_in_use_at_the_newer_address_alone()
    {
        if (!Socket.OSSupportsIPv6) return;
        using var other = new TcpListener(IPAddress.IPv6Loopback, 0);
        other.Server.DualMode = false;
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await AssertOneLineAsync($"Port {port} is in use", port, azurite.NewAccount());
    }

    [Fact]
    public Task A_port_that_there_is_not() => AssertOneLineAsync("port", 99999, azurite.NewAccount());

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=a")]
    [InlineData("BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:2/a;TableEndpoint=http://127.0.0.1:3/a")]
    [InlineData("AccountName=a;AccountKey=no key;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:2/a;TableEndpoint=http://127.0.0.1:3/a")]
    public Task A_connection_string_that_is_none(string storage) => AssertOneLineAsync("SurveyStorage", Ports.Free(1)[0], storage);

    [Fact]
    public async Task A_port_of_storage_that_another_program_has()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (taken, free) = (((IPEndPoint)other.LocalEndpoint).Port, Ports.Free(2));
        await AssertOneLineAsync($"Port {taken} is in use", Ports.Free(1)[0], AzuriteFixture.Connection("own", taken, free[0], free[1]));
    }

    [Fact]
    public Task Reset_of_storage_that_is_elsewhere() =>
        AssertOneLineAsync("this machine only", Ports.Free(1)[0], "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=AAAA;EndpointSuffix=storage.invalid", arguments: "--reset");

    [Theory]
    [InlineData("Links:SigningKey", "too short", "SigningKey")]
    [InlineData("Links:ValidDays", "0", "ValidDays")]
    [InlineData("Links:ValidDays", "soon", "ValidDays")]
    [InlineData("Keys:Function", "short", "Function")]
    [InlineData("Email:From", "nobody", "From")]
    [InlineData("Schedules:Sweep", "every now and then", "SweepMarkers")]
    [InlineData("Schedules:Sweep", "*/5 * * * *", "SweepMarkers")]
    public Task A_setting_that_is_wrong(string name, string value, string named) =>
        AssertOneLineAsync(named, Ports.Free(1)[0], azurite.NewAccount(), new Dictionary<string, string?> { [name] = value });

    private static async Task AssertOneLineAsync(string text, int port, string storage, IReadOnlyDictionary<string, string?>? settings = null, params string[] arguments)
    {
        await using var host = HostProcess.Start(port, storage, settings, arguments);
        Assert.NotEqual(0, await host.EndsAsync());
        Assert.Contains(text, Assert.Single(host.Errors), StringComparison.Ordinal);

        // In a fresh checkout the first host of all makes the settings file, and says so.
        Assert.DoesNotContain(host.Output, line => !line.StartsWith("Made ", StringComparison.Ordinal));
    }
}
