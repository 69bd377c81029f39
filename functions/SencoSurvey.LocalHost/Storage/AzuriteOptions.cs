using System.Globalization;

namespace SencoSurvey.LocalHost.Storage;

/// <summary>How Azurite is to run, as far as the connection string says.</summary>
/// <param name="Accounts">In Azurite's form, <c>name:key;…</c>; null for its own development account.</param>
/// <param name="Folder">Where it keeps its data, log and pid.</param>
/// <param name="InMemory">Keeps nothing on disk.</param>
public sealed record AzuriteOptions(int BlobPort, int QueuePort, int TablePort, string? Accounts, string Folder, bool InMemory = false)
{
    private const string Shortcut = "UseDevelopmentStorage=true";

    public IReadOnlyList<int> Ports => [BlobPort, QueuePort, TablePort];

    /// <param name="localData">Each blob port has a folder of its own under it, so that two hosts with storage of their own do not share one.</param>
    /// <returns>Null when the connection leads away from this machine: then there is nothing to start.</returns>
    /// <exception cref="FormatException">The connection string is not understood.</exception>
    public static AzuriteOptions? Of(string connection, string localData)
    {
        if (connection.Trim().TrimEnd(';').Equals(Shortcut, StringComparison.OrdinalIgnoreCase)) return new AzuriteOptions(10000, 10001, 10002, null, Folder(10000));
        var parts = connection.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part.Length == 2 ? part[1] : throw new FormatException("The setting SurveyStorage is no connection string."), StringComparer.OrdinalIgnoreCase);
        if (Local("BlobEndpoint") is not { } blob || Local("QueueEndpoint") is not { } queue || Local("TableEndpoint") is not { } table) return null;
        return new AzuriteOptions(blob.Port, queue.Port, table.Port, $"{parts["AccountName"]}:{parts["AccountKey"]}", Folder(blob.Port));

        string Folder(int blobPort) => Path.Combine(localData, $"azurite-{Text(blobPort)}");

        Uri? Local(string name) => parts.TryGetValue(name, out var text) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.IsLoopback ? uri : null;
    }

    public IEnumerable<string> Arguments(string script)
    {
        string[] common = [script, "--silent", "--disableTelemetry", "--skipApiVersionCheck"];
        string[] ports = ["--blobPort", Text(BlobPort), "--queuePort", Text(QueuePort), "--tablePort", Text(TablePort)];
        string[] data = InMemory ? ["--inMemoryPersistence"] : ["--location", Folder];
        return [.. common, .. ports, .. data];
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
