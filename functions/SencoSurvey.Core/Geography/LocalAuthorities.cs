using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace SencoSurvey.Core.Geography;

/// <param name="Code">GSS code, E12000001 to E12000009.</param>
public sealed record Region(string Code, string Name);

/// <param name="Code">The DfE's three digits, for example 813: they outlive boundary changes, so everything is keyed by them.</param>
/// <param name="Gss">The ONS's nine characters, which change with boundaries.</param>
public sealed record LocalAuthority(string Code, string Gss, string Name, Region Region)
{
    /// <summary>Whether this is no authority, but a school group in the place of all: see <see cref="Trust.AsPlace"/>.</summary>
    public bool IsTrust => Scope.Of(this).IsTrust;
}

/// <summary>The authorities in England with education duties, from <c>local-authorities.csv</c> beside this file.</summary>
public static class LocalAuthorities
{
    private static readonly FrozenDictionary<string, LocalAuthority> ByCode = Read().ToFrozenDictionary(authority => authority.Code);

    public static IReadOnlyList<LocalAuthority> All { get; } = [.. ByCode.Values.OrderBy(authority => authority.Code, StringComparer.Ordinal)];

    public static IReadOnlyList<Region> Regions { get; } =
        [.. ByCode.Values.Select(authority => authority.Region).Distinct().OrderBy(region => region.Code, StringComparer.Ordinal)];

    public static bool TryGet(string code, [MaybeNullWhen(false)] out LocalAuthority authority) => ByCode.TryGetValue(code, out authority);

    /// <summary>For codes that were kept: of an authority, or of a school group in the place of all.</summary>
    /// <param name="among">Where the school group is.</param>
    /// <returns>Null where it is neither.</returns>
    public static LocalAuthority? Find(string code, IEnumerable<LocalAuthority> among) => TryGet(code, out var authority) ? authority : among.FirstOrDefault(place => place.Code == code);

    public static IEnumerable<LocalAuthority> In(Region region) => All.Where(authority => authority.Region == region);

    private static IEnumerable<LocalAuthority> Read()
    {
        using var stream = typeof(LocalAuthorities).Assembly.GetManifestResourceStream("local-authorities.csv")!;
        using var reader = new StreamReader(stream);
        using var csv = new CsvHelper.CsvReader(reader, System.Globalization.CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<Row>().Select(row => new LocalAuthority(row.code, row.gss, row.name, new Region(row.regionCode, row.regionName)))];
    }

#pragma warning disable IDE1006, CA1812 // The names are the file's column names; CsvHelper makes the rows.
    private sealed record Row(string code, string gss, string name, string regionCode, string regionName);
#pragma warning restore IDE1006, CA1812
}
