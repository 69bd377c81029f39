using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>The parts of a public scope that have reports of their own, for those who look for theirs.</summary>
public sealed record Places(string Round, IReadOnlyList<Place> All)
{
    /// <param name="published">The ids of the scopes of which figures are published.</param>
    /// <returns>Null of a local authority, which has no parts.</returns>
    public static Places? In(string round, Scope scope, IReadOnlySet<string> published)
    {
        var regions = LocalAuthorities.Regions.Where(region => scope == Scope.England || scope == Scope.Of(region)).OrderBy(region => region.Name, StringComparer.Ordinal).ToList();
        return regions.Count == 0 ? null : new(round, [.. regions.Select(region => Place.Of(region, published))]);
    }
}

/// <param name="Scope">The region's id.</param>
/// <param name="Published">Whether it has figures of its own.</param>
/// <param name="Authorities">Those of its authorities that have figures, by name.</param>
public sealed record Place(string Scope, string Name, bool Published, IReadOnlyList<(string Scope, string Name)> Authorities)
{
    internal static Place Of(Region region, IReadOnlySet<string> published) => new(
        Geography.Scope.Of(region).Id,
        region.Name,
        published.Contains(Geography.Scope.Of(region).Id),
        [.. LocalAuthorities.In(region).Select(Geography.Scope.Of).Where(scope => published.Contains(scope.Id)).OrderBy(scope => scope.Name, StringComparer.Ordinal).Select(scope => (scope.Id, scope.Name))]);
}
