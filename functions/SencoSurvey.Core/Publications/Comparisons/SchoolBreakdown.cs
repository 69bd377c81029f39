using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>A breakdown whose groups are kinds or sizes of school, and how many schools there are in each.</summary>
/// <param name="Breakdown">As it is published, but that a group of which all is hidden has as many responses as the question itself shows; null where that is hidden too.</param>
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

    /// <summary>
    /// The groups that show this very share, and all others together: the whole less those. Where every group that has schools is shown, the others are people who did not say to which
    /// they belong, for whom no school stands: they are left out.
    /// </summary>
    /// <param name="indicator">Which share.</param>
    /// <param name="count">How many it is of the whole.</param>
    /// <param name="total">How many of the whole answered what it is of.</param>
    public IReadOnlyList<StratumShare> Strata(string indicator, long count, long total)
    {
        var shown = Breakdown.Groups.Where(group => group.Indicators.GetValueOrDefault(indicator) is { Status: null, Count: not null, Base: not null }).ToList();
        List<StratumShare> strata = [.. shown.Select(group => new StratumShare(new Stratum(group.Label, Schools[group.Id], group.Indicators[indicator].Base!.Value), group.Indicators[indicator].Count!.Value))];
        if (SchoolsBeside(shown) is > 0 and var others) strata.Add(new StratumShare(new Stratum(Representing.Rest, others, total - strata.Sum(one => one.Stratum.Respondents)), count - strata.Sum(one => one.Count)));
        return strata;
    }

    /// <summary>None where the publication is not broken down so, or by other groups than schools are.</summary>
    private static IEnumerable<SchoolBreakdown> Of(Publication publication, string question, Counter<string> counts, IReadOnlyList<string> known) =>
        publication.Breakdowns?.GetValueOrDefault(question) is { } breakdown && breakdown.Groups.All(group => known.Contains(group.Id))
            ? [new(breakdown with { Groups = [.. breakdown.Groups.Select(group => group with { Responses = group.Responses ?? Answered(publication, question, group.Id) })] }, breakdown.Groups.ToDictionary(group => group.Id, group => counts[group.Id]))]
            : [];

    /// <summary>A group's figures take the minimum base; how many are in it, as one of the question's options or bands, does not.</summary>
    private static long? Answered(Publication publication, string question, string group) =>
        (publication.Choices.GetValueOrDefault(question)?.Options ?? publication.Numbers.GetValueOrDefault(question)?.Bands)?.FirstOrDefault(option => option.Id == group)?.Count;
}
