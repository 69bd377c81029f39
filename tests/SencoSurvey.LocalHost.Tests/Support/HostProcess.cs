using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>
/// The local host as a process of its own, as a developer starts it; the copy beside the tests. All settings are those of the sample, whatever the
/// developer's own file says, and its data never lie in the developer's folder.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    public const int Sigint = 2;
    public const int Sigkill = 9;
    public const int Sigterm = 15;

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];
    private readonly ConcurrentQueue<string> errors = [];

    private HostProcess(Process process, int port)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Http = new HttpClient { BaseAddress = new UriBuilder("http", "localhost", Math.Min(port, IPEndPoint.MaxPort)).Uri };
        Http.DefaultRequestHeaders.Add("x-functions-key", TestHost.FunctionKey);
    }

    /// <summary>With the function key.</summary>
    public HttpClient Http { get; }

    public IReadOnlyList<string> Output => [.. output];

    public IReadOnlyList<string> Errors => [.. errors];

    public bool HasEnded => process.HasExited;

    /// <param name="settings">Over those of the sample.</param>
    public static HostProcess Start(int port, string? storage, IReadOnlyDictionary<string, string?>? settings = null, params string[] arguments)
    {
        string[] all = [Path.Combine(AppContext.BaseDirectory, "SencoSurvey.LocalHost.dll"), "--port", port.ToString(CultureInfo.InvariantCulture), .. storage is null ? [] : new[] { "--storage", storage }, .. arguments];
        var start = new ProcessStartInfo("dotnet", all) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in LocalSettings.Read(Path.Combine(Repository.Root, LocalSettings.SampleName)).Concat(settings ?? new Dictionary<string, string?>()))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new HostProcess(Process.Start(start)!, port);
    }

    public Task SaysAsync(string text) => Eventually.IsTrueAsync(
        () => Output.Any(line => line.Contains(text, StringComparison.Ordinal)) || (process.HasExited ? throw new InvalidOperationException($"It ended without saying '{text}':\n{All}") : false),
        $"'{text}' on the screen");

    public Task IsUpAsync() => SaysAsync("SencoSurvey runs at");

    public void Send(int signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndsAsync()
    {
        await Eventually.IsTrueAsync(() => process.HasExited, $"the end of the process, which says:\n{All}");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>As Ctrl-C does.</summary>
    public async Task<int> StopAsync()
    {
        Send(Sigint);
        return await EndsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        using (process)
        {
            if (!process.HasExited)
            {
                Send(Sigterm);
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
                await process.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                if (!process.HasExited) process.Kill();
            }
        }

        Http.Dispose();
    }

    private string All => string.Join('\n', Output.Concat(Errors));

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (!string.IsNullOrEmpty(line)) lines.Enqueue(line);
    }
}
