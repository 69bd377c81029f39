namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>Everything that can be added up from groups of people.</summary>
internal static class Unions
{
    public static IEnumerable<HashSet<int>> Of(IReadOnlyList<HashSet<int>> parts) =>
        Enumerable.Range(1, (1 << parts.Count) - 1).Select(set => parts.Where((_, place) => (set >> place) % 2 == 1).SelectMany(part => part).ToHashSet());
}
