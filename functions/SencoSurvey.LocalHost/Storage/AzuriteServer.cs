using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SencoSurvey.LocalHost.Storage;

/// <summary>An Azurite of our own. It ends with this process, however that ends: see azurite-runner.mjs.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process runner;

    private AzuriteServer(Process runner) => this.runner = runner;

    /// <summary>Whether something answers at all three ports.</summary>
    /// <exception cref="LocalHostException">Something answers at some of them only: not a storage emulator.</exception>
    public static async Task<bool> AnswersAsync(AzuriteOptions options)
    {
        var answers = await Task.WhenAll(options.Ports.Select(AnswersAsync));
        if (answers.All(yes => yes)) return true;
        if (!answers.Any(yes => yes)) return false;
        var taken = options.Ports.Where((_, index) => answers[index]);
        throw new LocalHostException($"Port {string.Join(" and ", taken)} is in use by another program, but storage needs {string.Join(", ", options.Ports)}. End that program, or set other ports in SurveyStorage.");
    }

    /// <param name="root">The folder that has node_modules.</param>
    /// <exception cref="LocalHostException">It did not come up; the message says where its log is.</exception>
    public static async Task<AzuriteServer> StartAsync(AzuriteOptions options, string root, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Folder);
        var log = Path.Combine(options.Folder, "azurite.log");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, WorkingDirectory = options.Folder };
        if (options.Accounts is not null) start.Environment["AZURITE_ACCOUNTS"] = options.Accounts;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Storage", "azurite-runner.mjs"));
        start.ArgumentList.Add(PidFile(options));
        start.ArgumentList.Add(log);
        foreach (var argument in options.Arguments(Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js"))) start.ArgumentList.Add(argument);
        var server = new AzuriteServer(Process.Start(start)!);
        var began = Stopwatch.GetTimestamp();
        while (!(await Task.WhenAll(options.Ports.Select(AnswersAsync))).All(yes => yes))
        {
            if (server.runner.HasExited || Stopwatch.GetElapsedTime(began) > StartsWithin)
            {
                await server.DisposeAsync();
                throw new LocalHostException($"Azurite did not start. It said: {string.Join(' ', File.ReadLines(log).TakeLast(3))} ({log})");
            }

            await Task.Delay(Pause, cancel);
        }

        return server;
    }

    /// <summary>Waits for an Azurite whose host was killed and that is just stopping, so that nobody relies on it.</summary>
    public static async Task WaitForOrphanAsync(AzuriteOptions options, CancellationToken cancel)
    {
        if (!File.Exists(PidFile(options))) return;
        var began = Stopwatch.GetTimestamp();
        while (ReadPids(PidFile(options)) is { } pids && !IsAlive(pids.Parent) && (IsAlive(pids.Runner) || IsAlive(pids.Azurite)) && Stopwatch.GetElapsedTime(began) < StopsWithin) await Task.Delay(Pause, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        using (runner)
        {
            runner.StandardInput.Close();
            using var patience = new CancellationTokenSource(StopsWithin);
            try
            {
                await runner.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                runner.Kill(entireProcessTree: true);
            }
        }
    }

    private static string PidFile(AzuriteOptions options) => Path.Combine(options.Folder, "azurite.pid.json");

    private static Pids? ReadPids(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Pids>(File.ReadAllText(file), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed record Pids(int Runner, int Parent, int Azurite);
}
