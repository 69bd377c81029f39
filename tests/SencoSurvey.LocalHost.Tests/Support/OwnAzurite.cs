using SencoSurvey.LocalHost.Settings;
using SencoSurvey.LocalHost.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>Ports and a folder for an Azurite of the test's own, which keeps its data on disk: to be stopped and started again.</summary>
internal sealed class OwnAzurite : IAsyncDisposable
{
    private const string Account = "own";

    private readonly AzuriteOptions options;
    private AzuriteServer? server;

    public OwnAzurite()
    {
        var ports = Ports.Free(3);
        Connection = AzuriteFixture.Connection(Account, ports[0], ports[1], ports[2]);
        options = AzuriteOptions.Of(Connection, LocalData)!;
    }

    public string Connection { get; }

    /// <summary>For the setting <c>Azurite:Folder</c>, where the local host would else use the developer's.</summary>
    public string LocalData { get; } = Directory.CreateTempSubdirectory("senco-own-azurite-").FullName;

    /// <summary>Whether an Azurite, of this test or of a host, has these ports.</summary>
    public Task<bool> AnswersAsync() => AzuriteServer.AnswersAsync(options);

    public async Task StartAsync()
    {
        await NpmPackages.EnsureAsync(Repository.Root, _ => { }, CancellationToken.None);
        server = await AzuriteServer.StartAsync(options, Repository.Root, CancellationToken.None);
    }

    public async Task StopAsync()
    {
        if (server is not null) await server.DisposeAsync();
        server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(LocalData, recursive: true);
    }
}
