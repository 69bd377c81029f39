using System.Diagnostics;
using System.Globalization;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>The local host as a program of its own, as the README starts it, on ports and storage of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly Process process;
    private readonly List<string> lines = [];

    private HostProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (lines) return string.Join('\n', lines);
        }
    }

    public static HostProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SencoSurvey.LocalHost.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it says that it is up.</summary>
    public Task UpAsync() => Eventually.IsTrueAsync(
        () => process.HasExited ? throw new InvalidOperationException($"The host ended:\n{Output}") : Output.Contains("Stop with Ctrl-C", StringComparison.Ordinal),
        "the host to come up");

    /// <summary>Pulls the plug.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", [$"-{Terminate}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    /// <returns>Its exit code, once it has ended.</returns>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (lines) lines.Add(line);
    }
}
