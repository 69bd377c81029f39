using System.Diagnostics.CodeAnalysis;

namespace SencoSurvey.Core.Geography;

/// <summary>What a figure is about: one authority (<c>la/813</c>), one region (<c>region/E12000003</c>) or <c>england</c>; in a school group's own round that group alone (<c>trust/tr00001</c>).</summary>
public sealed record Scope : IParsable<Scope>
{
    /// <summary>How one is written, for whoever wrote something else.</summary>
    public const string Rule = "england, region/{code}, la/{code} or trust/{id}";

    private const string OfTrust = "trust/";

    /// <summary>The whole country.</summary>
    public static readonly Scope England = new("england", "England");

    private Scope(string id, string name)
    {
        Id = id;
        Name = name;
    }

    /// <summary>As it stands in addresses and publications, for example <c>la/813</c>.</summary>
    public string Id { get; }

    /// <summary>The area's name in full, for example <c>North Lincolnshire</c>. A school group's is known in its round alone: see <see cref="Rounds.Round.Find"/>.</summary>
    public string Name { get; }

    /// <summary>The id without the slash, which storage keys do not allow: <c>la-813</c>.</summary>
    public string Key => Id.Replace('/', '-');

    /// <summary>Publications of England and its regions are for anyone; an authority's or a school group's are for its own readers.</summary>
    public bool IsPublic => this == England || Id.StartsWith("region/", StringComparison.Ordinal);

    public bool IsTrust => Id.StartsWith(OfTrust, StringComparison.Ordinal);

    /// <param name="authority">By code.</param>
    public static string IdOf(string authority) => authority.StartsWith(OfTrust, StringComparison.Ordinal) ? authority : $"la/{authority}";

    public static Scope Of(Trust trust) => new(OfTrust + trust.Id, trust.Name);

    public static Scope Of(LocalAuthority authority) => new(IdOf(authority.Code), authority.Name);

    public static Scope Of(Region region) => new($"region/{region.Code}", region.Name);

    public static Scope Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var scope) ? scope : throw new FormatException($"'{s}' is no scope: use {Rule}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Scope result)
    {
        result = s?.Split('/') switch
        {
            ["england"] => England,
            ["la", var code] when LocalAuthorities.TryGet(code, out var authority) => Of(authority),
            ["region", var code] when LocalAuthorities.Regions.FirstOrDefault(region => region.Code == code) is { } region => Of(region),
            ["trust", var id] when Trust.Rule().IsMatch(id) => Of(new Trust(id, $"school group {id}")),
            _ => null,
        };
        return result is not null;
    }

    /// <summary>Whether responses from <paramref name="authority"/> belong to this scope. In a school group's round all do.</summary>
    public bool Includes(LocalAuthority authority) => IsTrust || this == England || this == Of(authority) || this == Of(authority.Region);

    /// <summary>By their ids.</summary>
    public bool Equals(Scope? other) => Id == other?.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;
}
