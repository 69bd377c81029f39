using Microsoft.Extensions.Configuration;

namespace SencoSurvey.LocalHost.Settings;

/// <summary>The settings file of the Functions tools, <c>local.settings.json</c>: its <c>Values</c> are what Azure calls app settings.</summary>
public static class LocalSettings
{
    public const string FileName = "local.settings.json";

    public const string SampleName = "local.settings.sample.json";

    /// <summary>Makes the file from the sample when it is missing.</summary>
    /// <returns>Whether it was made.</returns>
    public static bool MakeFromSample(string root)
    {
        var file = Path.Combine(root, FileName);
        if (File.Exists(file)) return false;

        // Whole or not at all: another host may be starting beside this one.
        var whole = Path.Combine(root, $"{FileName}.{Environment.ProcessId}");
        File.Copy(Path.Combine(root, SampleName), whole, overwrite: true);
        try
        {
            File.Move(whole, file, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(whole);
            return false;
        }
    }

    /// <exception cref="LocalHostException">The file is no JSON.</exception>
    public static IEnumerable<KeyValuePair<string, string?>> Read(string file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(file, optional: false).Build().GetSection("Values").AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null).ToList();
        }
        catch (InvalidDataException exception)
        {
            throw new LocalHostException($"{Path.GetFileName(file)} cannot be read: {exception.GetBaseException().Message}");
        }
    }
}
