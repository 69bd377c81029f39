using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SencoSurvey.Infra.Tests;

/// <summary>The Bicep command line from its package. It needs no network: the templates use no registry modules.</summary>
internal static class Bicep
{
    private static readonly string Path = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "BicepPath").Value!;

    public static string InfraFile(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "infra", name);

    /// <summary>Names that main.bicepparam reads, with values that must turn up nowhere.</summary>
    public static Dictionary<string, string> Secrets { get; } = new()
    {
        ["SENCO_FUNCTION_KEY"] = new('k', 32),
        ["SENCO_LINKS_SIGNING_KEY"] = new('l', 44),
        ["SENCO_SENDGRID_API_KEY"] = new('s', 40),
    };

    public static async Task<Result> Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
            "The Bicep command line comes from a package for linux-x64.");

        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SENCO_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    internal sealed record Result(int ExitCode, string Output, string Error)
    {
        /// <summary>Warnings leave the exit code at zero and stand in the error stream.</summary>
        public string OutputWithoutAnyWarning()
        {
            Assert.Equal("", Error.Trim());
            Assert.Equal(0, ExitCode);
            return Output;
        }
    }
}
