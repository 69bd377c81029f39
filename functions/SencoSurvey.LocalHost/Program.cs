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
    await using var azurite = await StartStorageAsync(settings["SurveyStorage"] ?? throw new LocalHostException("The setting SurveyStorage is missing."), asked.Reset, stopping.Token);
    await using var app = LocalHostApp.Build(settings.AsEnumerable(), asked.Port);
    await app.StartAsync(stopping.Token);
    if (asked.Demonstration)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{asked.Port}") };
        await new Demonstration(http, settings["Keys:Function"]!, settings["Keys:Master"]!, TimeProvider.System, Console.WriteLine).LoadAsync(app.Lifetime.ApplicationStopping);
    }

    Welcome.Print(asked.Port);
    await app.WaitForShutdownAsync();
    Console.WriteLine("Stopped.");
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
    try
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, port);
        listener.Start();
    }
    catch (SocketException)
    {
        throw new LocalHostException($"Port {port} is in use: end the program that has it, or choose another with --port.");
    }
}

static async Task<AzuriteServer?> StartStorageAsync(string connection, bool reset, CancellationToken cancel)
{
    AzuriteServer? azurite = null;
    if (AzuriteOptions.Of(connection, Path.Combine(Repository.LocalData, "azurite")) is { } options)
    {
        await AzuriteServer.WaitForOrphanAsync(options, cancel);
        if (!await AzuriteServer.AnswersAsync(options))
        {
            await NpmPackages.EnsureAsync(Repository.Root, Console.WriteLine, cancel);
            azurite = await AzuriteServer.StartAsync(options, Repository.Root, cancel);
        }
    }
    else if (reset)
    {
        throw new LocalHostException("--reset deletes everything, so it is for storage on this machine only.");
    }

    var storage = StorageSetup.Connect(connection);
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
