using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.LocalHost;
using SencoSurvey.LocalHost.Demonstration;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.LocalHost.Storage;
using SencoSurvey.Services.Storage;

return await CommandLine.RunAsync(args, async asked =>
{
    try
    {
        await RunAsync(asked);
        return 0;
    }
    catch (Exception exception) when (exception is LocalHostException or QuestionnaireException or OptionsValidationException)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
});

static async Task RunAsync(CommandLine asked)
{
    using var stopping = new CancellationTokenSource();
    var settings = ReadSettings(asked);
    DemandFree(asked.Port);
    await using var azurite = await StartStorageAsync(settings, asked.Reset, stopping.Token);
    await using var app = LocalHostApp.Build(settings.AsEnumerable(), asked.Port);
    CheckSettings(app.Services);
    await app.StartAsync(stopping.Token);
    if (asked.Demonstration) await LoadDemonstrationAsync(app, asked.Port, settings);
    if (!app.Lifetime.ApplicationStopping.IsCancellationRequested) Welcome.Print(asked.Port, TimeProvider.System.GetUtcNow().Year);
    await app.WaitForShutdownAsync();
    Console.WriteLine("Stopped.");
}

static async Task LoadDemonstrationAsync(WebApplication app, int port, IConfiguration settings)
{
    using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
    var stopping = app.Lifetime.ApplicationStopping;
    try
    {
        await new Demonstration(http, settings["Keys:Function"]!, settings["Keys:Master"]!, string.IsNullOrEmpty(settings["SendGrid:ApiKey"]), TimeProvider.System, Console.WriteLine).LoadAsync(stopping);
    }
    catch (Exception exception) when (stopping.IsCancellationRequested && exception is (OperationCanceledException or HttpRequestException or LocalHostException))
    {
        Console.WriteLine("The demonstration is not complete: the next start completes it.");
    }
    catch (LocalHostException exception)
    {
        Console.WriteLine(exception.Message); // The host is up, and worth looking at all the same.
    }
}

static IConfiguration ReadSettings(CommandLine asked)
{
    if (LocalSettings.MakeFromSample(Repository.Root)) Console.WriteLine($"Made {LocalSettings.FileName} from {LocalSettings.SampleName}.");
    var configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(LocalSettings.Read(Path.Combine(Repository.Root, LocalSettings.FileName)))
        .AddEnvironmentVariables();
    if (asked.Storage is not null) configuration.AddInMemoryCollection([new("SurveyStorage", asked.Storage)]);
    if (asked.Port != 7071) configuration.AddInMemoryCollection([new("Site:BaseAddress", $"http://localhost:{asked.Port}")]);
    return configuration.Build();
}

static void DemandFree(int port)
{
    if (port is < 1 or > IPEndPoint.MaxPort) throw new LocalHostException($"There is no port {port}: choose one from 1 to {IPEndPoint.MaxPort} with --port.");
    foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new LocalHostException($"Port {port} is in use: end the program that has it, or choose another with --port.");
        }
        catch (SocketException)
        {
            // This machine has no such address: the web server does without it too.
        }
    }
}

// Before the host does it, which would log what is wrong as a crash.
static void CheckSettings(IServiceProvider services)
{
    try
    {
        services.GetRequiredService<IStartupValidator>().Validate();

        // Making the listeners reads the schedules.
        _ = services.GetServices<IHostedService>();
    }
    catch (AggregateException exception)
    {
        throw new LocalHostException(string.Join(Environment.NewLine, exception.InnerExceptions.Select(inner => inner.Message)));
    }
    catch (InvalidOperationException exception)
    {
        // A value of the wrong type: the message has its name.
        throw new LocalHostException(exception.Message);
    }
}

static (AzuriteOptions? Local, SurveyStorage Storage) ReadStorage(IConfiguration settings)
{
    var connection = settings[StorageSetup.Setting] ?? throw new LocalHostException($"The setting {StorageSetup.Setting} is missing.");
    try
    {
        return (AzuriteOptions.Of(connection, settings["Azurite:Folder"] ?? Repository.LocalData), StorageSetup.Connect(connection));
    }
    catch (Exception exception) when (exception is FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException)
    {
        throw new LocalHostException($"The setting {StorageSetup.Setting} is no connection string of a storage account: see {LocalSettings.SampleName}.");
    }
}

static async Task<AzuriteServer?> StartStorageAsync(IConfiguration settings, bool reset, CancellationToken cancel)
{
    AzuriteServer? azurite = null;
    var (local, storage) = ReadStorage(settings);
    if (local is not null)
    {
        await AzuriteServer.WaitForOrphanAsync(local, cancel);
        if (!await AzuriteServer.AnswersAsync(local))
        {
            await NpmPackages.EnsureAsync(Repository.Root, Console.WriteLine, cancel);
            azurite = await AzuriteServer.StartAsync(local, Repository.Root, cancel);
        }
    }
    else if (reset)
    {
        throw new LocalHostException("--reset deletes everything, so it is for storage on this machine only.");
    }

    try
    {
        if (reset) await storage.DeleteAsync(cancel);
        await storage.CreateAsync(cancel);
    }
    catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
    {
        if (azurite is not null) await azurite.DisposeAsync();
        throw new LocalHostException($"Storage does not answer: check the setting SurveyStorage. ({exception.GetBaseException().Message})");
    }

    return azurite;
}
