using System.ComponentModel;
using System.Diagnostics;

namespace SencoSurvey.LocalHost.Storage;

/// <summary>
/// Installs the npm packages that package-lock.json pins, when they are missing or others. A build does the same (SencoSurvey.Web/Assets/Assets.targets); this
/// is for what was built before.
/// </summary>
public static class NpmPackages
{
    /// <param name="root">The folder with package.json.</param>
    /// <param name="say">Told before it starts, since it takes a while.</param>
    /// <exception cref="LocalHostException">There is no Node.js, or the installation failed.</exception>
    public static async Task EnsureAsync(string root, Action<string> say, CancellationToken cancel)
    {
        if (AreThere(root)) return;
        await using var turn = await TakeTurnAsync(root, cancel);
        if (AreThere(root)) return;
        say("Installing the npm packages: this happens once and takes about a minute.");
        var (exit, output) = await RunAsync(root, cancel);
        if (exit != 0) throw new LocalHostException($"npm ci failed:{Environment.NewLine}{output}");
    }

    /// <summary>npm writes this file last of all, so an installation that was interrupted is not taken for a whole one.</summary>
    private static bool AreThere(string root)
    {
        var written = new FileInfo(Path.Combine(root, "node_modules", ".package-lock.json"));
        return written.Exists && written.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(root, "package-lock.json"));
    }

    /// <summary>Two hosts, two test programs or a build must not install into one folder at the same time.</summary>
    private static async Task<FileStream> TakeTurnAsync(string root, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(root, ".local"));
        for (;;)
        {
            try
            {
                return new FileStream(Path.Combine(root, ".local", "npm.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancel);
            }
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(string root, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            var output = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(cancel), npm.StandardError.ReadToEndAsync(cancel));
            await npm.WaitForExitAsync(cancel);
            return (npm.ExitCode, string.Concat(output).Trim());
        }
        catch (Win32Exception)
        {
            throw new LocalHostException("Node.js 20.19 or newer is needed (it runs Azurite, the local stand-in for Azure Storage), and 'npm' was not found.");
        }
    }
}
