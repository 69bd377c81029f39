namespace SencoSurvey.LocalHost.Settings;

/// <summary>The checkout that this program was built in.</summary>
public static class Repository
{
    /// <exception cref="LocalHostException">The program was taken out of it.</exception>
    public static string Root { get; } = Find();

    /// <summary>Data of the local host; git ignores it.</summary>
    public static string LocalData => Path.Combine(Root, ".local");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SencoSurvey.sln"))) return folder.FullName;
        }

        throw new LocalHostException("The local host runs inside its checkout: no folder above it has SencoSurvey.sln.");
    }
}
