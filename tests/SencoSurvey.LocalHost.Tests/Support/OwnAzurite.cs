using SencoSurvey.LocalHost.Settings;
using SencoSurvey.LocalHost.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>Ports and a folder for an Azurite of the test's own, which keeps its data on disk: to be stopped and started again.</summary>
internal sealed class OwnAzurite : IAsyncDisposable
{
    private const string Account = "own";

    private readonly string parent = Directory.CreateTempSubdirectory("senco-own-azurite-").FullName;
    private readonly AzuriteOptions options;
    private AzuriteServer? server;

    public OwnAzurite()
    {
        var ports = Ports.Free(3);
        Connection = AzuriteFixture.Connection(Account, ports[0], ports[1], ports[2]);
        options = AzuriteOptions.Of(Connection, Folder)!;
    }

    public string Connection { get; }

    public string Folder => Path.Combine(parent, "azurite");

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
        Directory.Delete(parent, recursive: true);
    }
}
