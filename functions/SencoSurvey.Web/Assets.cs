using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace SencoSurvey.Web;

/// <param name="Gzip">The content compressed, like <paramref name="Brotli"/>; done once, by the build.</param>
/// <param name="Immutable">Asked for by the name that carries its hash, so whoever has it may keep it for ever.</param>
public sealed record Asset(ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Gzip, ReadOnlyMemory<byte> Brotli, string ContentType, string Hash, bool Immutable);

/// <summary>The files that pages need, which this assembly carries.</summary>
public static class Assets
{
    private const string Folder = "assets/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
    }.ToFrozenDictionary();

    private static readonly Dictionary<string, string> HashedNames = [];

    private static readonly FrozenDictionary<string, Asset> ByName = Load();

    /// <param name="name"><c>report.css</c>, or the same with its hash: <c>report.0123456789.css</c>.</param>
    public static Asset? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>An address that changes when the content does: <c>/assets/report.0123456789.css</c>.</summary>
    public static string Url(string name) => $"/{Folder}{HashedNames[name]}";

    private static FrozenDictionary<string, Asset> Load()
    {
        var assets = new Dictionary<string, Asset>();
        var resources = Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal));
        foreach (var resource in resources.Where(resource => ContentTypes.ContainsKey(Path.GetExtension(resource))))
        {
            var content = Read(resource);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..10];
            var name = resource[Folder.Length..];
            var extension = Path.GetExtension(name);
            var asset = new Asset(content, Read($"{resource}.gz"), Read($"{resource}.br"), ContentTypes[extension], hash, Immutable: false);
            HashedNames[name] = $"{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}";
            assets[name] = asset;
            assets[HashedNames[name]] = asset with { Immutable = true };
        }

        return assets.ToFrozenDictionary();
    }

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
