using System.Net;
using System.Net.Sockets;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.LocalHost.Storage;
using SencoSurvey.Services.Storage;
using Xunit;

namespace SencoSurvey.Testing;

/// <summary>
/// One Azurite for all tests of a test program, started by itself and ended with it. Every test asks for a storage account of its own, so that tests run side by
/// side without seeing each other's tables, queues and containers. Use it as an assembly fixture.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    /// <summary>Azurite reads its accounts when it starts; there are more than tests that ask for one.</summary>
    private const int Accounts = 400;

    private static readonly string Key = Convert.ToBase64String(new byte[64]);

    private readonly string folder = Directory.CreateTempSubdirectory("senco-azurite-").FullName;
    private AzuriteOptions? options;
    private AzuriteServer? server;
    private int next = -1;

    public async ValueTask InitializeAsync()
    {
        await NpmPackages.EnsureAsync(Repository.Root, _ => { }, CancellationToken.None);
        var ports = FreePorts(3);
        var accounts = string.Join(';', Enumerable.Range(0, Accounts).Select(number => $"test{number}:{Key}"));
        options = new AzuriteOptions(ports[0], ports[1], ports[2], accounts, folder, InMemory: true);
        server = await AzuriteServer.StartAsync(options, Repository.Root, CancellationToken.None);
    }

    /// <summary>The connection string of an account that nobody else has; nothing is in it.</summary>
    public string NewAccount()
    {
        var number = Interlocked.Increment(ref next);
        if (number >= Accounts) throw new InvalidOperationException($"Only {Accounts} test accounts were made: raise {nameof(AzuriteFixture)}.{nameof(Accounts)}.");
        return Connection($"test{number}", options!.BlobPort, options.QueuePort, options.TablePort);
    }

    /// <summary>An account with all tables, queues and containers.</summary>
    public async Task<(string Connection, SurveyStorage Storage)> NewStorageAsync()
    {
        var connection = NewAccount();
        var storage = StorageSetup.Connect(connection);
        await storage.CreateAsync(CancellationToken.None);
        return (connection, storage);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public static string Connection(string account, int blob, int queue, int table) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blob}/{account};QueueEndpoint=http://127.0.0.1:{queue}/{account};TableEndpoint=http://127.0.0.1:{table}/{account};";

    public static IReadOnlyList<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
