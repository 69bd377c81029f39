namespace SencoSurvey.Core.Tests.Publications.Editions;

/// <summary>People of whom somebody would like to know something: of some authorities and kinds, who came in a row of steps. The same ones in every round.</summary>
/// <param name="About">The number that stands for what is asked.</param>
/// <param name="Sorts">By index.</param>
internal sealed record EditionTarget(string Name, string About, int[] Sorts)
{
    /// <summary>Single ones, some pairs, the regions, all.</summary>
    private static readonly int[] Authorities = [1, 2, 4, 8, 16, 3, 5, 6, 7, 24, 28, 31];

    private static readonly string?[][] Kinds = [["a", "b", null], ["a"], ["b"], [null], ["a", null], ["b", null]];

    private static readonly (string About, bool? Few)[] Abouts = [(SyntheticSort.AnsweredByAll, null), ("hours", null), ("months", null), (SyntheticSort.AnsweredWithStays, null), (SyntheticSort.AnsweredWithStays, true), (SyntheticSort.AnsweredWithStays, false)];

    private static EditionTarget[]? all;

    public static IReadOnlyList<EditionTarget> All(IReadOnlyList<SyntheticSort> sorts, int steps) => all ??=
    [
        .. from authorities in Authorities
           from first in Enumerable.Range(0, steps)
           from last in Enumerable.Range(first, steps - first)
           from kinds in Kinds
           from asked in Abouts
           where asked.Few is null || kinds.Length == 3
           select new EditionTarget(
               $"who give {asked.About} in {authorities:b5} from {first} to {last} of {string.Join('+', kinds)} {asked.Few}",
               asked.About,
               [.. sorts.Where(sort => (authorities >> sort.AuthorityIndex) % 2 == 1 && sort.Step >= first && sort.Step <= last && kinds.Contains(sort.Kind) && sort.Number(asked.About) is not null && (asked.Few is null || sort.SaysFewHours == asked.Few)).Select(sort => sort.Index)]),
    ];
}
