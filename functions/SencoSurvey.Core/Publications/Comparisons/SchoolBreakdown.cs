using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>A breakdown whose groups are kinds or sizes of school, and how many schools there are in each.</summary>
/// <param name="Breakdown">As it is published: how many responses a hidden group has is not known.</param>
/// <param name="Schools">By the group's id. Schools of unknown kind or size are in none.</param>
internal sealed record SchoolBreakdown(Breakdown Breakdown, IReadOnlyDictionary<string, long> Schools)
{
    /// <summary>Of a publication's breakdowns those that the schools are counted by: by kind first, which says more of a SENCO's work than size.</summary>
    public static IReadOnlyList<SchoolBreakdown> All(Publication publication, SchoolCounts schools) =>
    [
        .. Of(publication, SchoolPhases.QuestionId, schools.ByPhase(), SchoolPhases.All),
        .. Of(publication, SchoolSizes.QuestionId, schools.BySize(), [.. SchoolSizes.All.Select(size => size.Id)]),
    ];

    /// <summary>How many schools there are in groups other than these.</summary>
    public long SchoolsBeside(IEnumerable<GroupFigures> groups) => Schools.Values.Sum() - groups.Sum(group => Schools[group.Id]);

    /// <summary>None where the publication is not broken down so, or by other groups than schools are.</summary>
    private static IEnumerable<SchoolBreakdown> Of(Publication publication, string question, Counter<string> counts, IReadOnlyList<string> known) =>
        publication.Breakdowns?.GetValueOrDefault(question) is { } breakdown && breakdown.Groups.All(group => known.Contains(group.Id))
            ? [new(breakdown, breakdown.Groups.ToDictionary(group => group.Id, group => counts[group.Id]))]
            : [];
}
