using System.Globalization;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>Says how like the schools that there are those are which answered, by kind and by size, as far as a publication shows it.</summary>
internal static class Representing
{
    /// <summary>What those in no shown group are called.</summary>
    public const string Rest = "All others";

    private const string Alike = "As far as the shown groups tell, the schools that answered are much like all that could: no group’s share of the answers is ten percentage points or more off its share of the schools.";

    private const string Unknown = "How like all schools those are which answered cannot be judged: too little is shown by kind and size.";

    private const string SelfSelected = "SENCOs chose for themselves whether to answer: that those who did are like the rest in the kind and size of their school does not say that they are like them in their time or their views.";

    /// <param name="publication">After disclosure control.</param>
    /// <param name="schools">Those of the scope.</param>
    public static Publication Apply(Publication publication, SchoolCounts schools)
    {
        List<SchoolBreakdown> breakdowns = [.. SchoolBreakdown.All(publication, schools).Where(by => by.Schools.Values.Any(count => count > 0) && by.Breakdown.Groups.Any(group => group.Responses > 0))];
        if (breakdowns.Count == 0) return schools.Schools == 0 ? publication : publication with { Representation = OfSchoolsAlone(schools.Schools) };
        List<string> warnings = [.. breakdowns.Select(by => Warning(Representativeness.Of(Strata(by, Answered(publication, by))))).OfType<string>()];
        return publication with
        {
            Representation = new Representation(
                schools.Schools,
                [.. breakdowns.SelectMany(by => Groups(by, Answered(publication, by)))],
                warnings.Count > 0,
                $"{(warnings.Count > 0 ? string.Join(' ', warnings) : breakdowns.Exists(TellsEnough) ? Alike : Unknown)} {SelfSelected}"),
        };
    }

    /// <summary>Where nothing is shown of their kinds and sizes.</summary>
    public static Representation OfSchoolsAlone(long schools) => new(schools, [], Doubtful: false, $"{Unknown} {SelfSelected}");

    /// <summary>Whether most schools are in groups that are shown: one large group that is like itself says nothing of the others.</summary>
    private static bool TellsEnough(SchoolBreakdown by)
    {
        var shown = by.Breakdown.Groups.Where(group => group.Responses is not null).ToList();
        return shown.Count > 1 && 2 * by.SchoolsBeside(shown) <= by.Schools.Values.Sum();
    }

    private static string? Warning(Representativeness found) => found.Warning is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"Those who answered are not like all schools: {100 * found.ShareOfRespondents:0.#}% of the answers are from the group “{found.Stratum.Name}”, to which {100 * found.ShareOfPopulation:0.#}% of the schools belong. Read figures of the whole with care, and groups by themselves.");

    /// <summary>The shown groups and all others together; these are people who did not say to which they belong, and left out, where no school is in another group.</summary>
    private static List<Stratum> Strata(SchoolBreakdown by, long answered)
    {
        var shown = by.Breakdown.Groups.Where(group => group.Responses is not null).ToList();
        List<Stratum> strata = [.. shown.Select(group => new Stratum(group.Label, by.Schools[group.Id], group.Responses!.Value))];
        if (by.SchoolsBeside(shown) is > 0 and var others) strata.Add(new Stratum(Rest, others, answered - strata.Sum(one => one.Respondents)));
        return strata;
    }

    private static IEnumerable<RepresentedGroup> Groups(SchoolBreakdown by, long answered)
    {
        var schools = by.Schools.Values.Sum();
        return by.Breakdown.Groups.Select(group => new RepresentedGroup(
            by.Breakdown.Question, group.Id, group.Label, by.Schools[group.Id], 100.0 * by.Schools[group.Id] / schools, group.Responses, 100.0 * group.Responses / answered));
    }

    /// <summary>How many said to which group they belong; where that is hidden, all who answered anything.</summary>
    private static long Answered(Publication publication, SchoolBreakdown by) =>
        publication.Choices.GetValueOrDefault(by.Breakdown.Question)?.N ?? publication.Numbers.GetValueOrDefault(by.Breakdown.Question)?.N ?? publication.Base.Responses;
}
