using SencoSurvey.Core.Geography;

namespace SencoSurvey.Testing.National;

/// <summary>How many of a round's responses come from each authority: unevenly, as authorities are, and from all of them.</summary>
internal static class AuthorityShares
{
    /// <summary>The City of London and the Isles of Scilly, which have a school each.</summary>
    private static readonly string[] OfOneSchool = ["201", "420"];

    /// <returns>A code for each response, in the order of codes.</returns>
    public static IReadOnlyList<string> Of(int responses)
    {
        var others = LocalAuthorities.All.Select(authority => authority.Code).Except(OfOneSchool).ToList();
        var weights = others.Select((_, index) => 0.25 + (2 * Math.Pow(Draw.Of(index, "authority"), 2))).ToList();
        var bounds = weights.Select((_, index) => (int)Math.Round((responses - OfOneSchool.Length) * weights.Take(index + 1).Sum() / weights.Sum())).ToList();
        return [.. OfOneSchool.Concat(others.SelectMany((code, index) => Enumerable.Repeat(code, bounds[index] - (index > 0 ? bounds[index - 1] : 0)))).Order(StringComparer.Ordinal)];
    }
}
