using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>
/// Weights a scope's shares by the schools that there are of each kind, or where that cannot be done, of each size. By both at once it would take the number of responses of each
/// kind and size together, which is not published. Nothing goes in but what a publication shows, and numbers of schools: so nothing comes out that was hidden.
/// </summary>
internal static class Weighting
{
    /// <param name="publication">After disclosure control.</param>
    /// <param name="schools">Those of the scope.</param>
    public static Publication Apply(Publication publication, Questionnaire questionnaire, SchoolCounts schools)
    {
        var breakdowns = SchoolBreakdown.All(publication, schools);
        return publication with
        {
            Indicators = publication.Indicators.ToDictionary(
                pair => pair.Key,
                pair => IsOfEveryone(pair.Key) ? pair.Value with { Weighted = breakdowns.Select(by => Weigh(pair.Key, pair.Value, by, publication.Base.MinimumBase)).FirstOrDefault(found => found is not null) } : pair.Value),
        };

        // How many schools there are where, say, the SENCO is leaving is not known of any group.
        bool IsOfEveryone(string id) => questionnaire.Indicators.FirstOrDefault(indicator => indicator.Id == id) is { Among: null } indicator
            && indicator.Counts.Ids.SelectMany(questionnaire.AskedFor).All(asked => questionnaire.Find(asked)?.AppliesWhen is null);
    }

    /// <summary>
    /// The strata are the groups that show this very share, and all others together: the whole less those. Where every group that has schools is shown, the others are people who did not
    /// say to which they belong, for whom no school stands: they are left out.
    /// </summary>
    /// <returns>Null where a stratum has no schools or too few answers, or there is one alone.</returns>
    private static WeightedFigure? Weigh(string id, IndicatorFigure whole, SchoolBreakdown by, int minimumBase)
    {
        if (whole is not { Status: null, Count: { } count, Base: { } total }) return null;
        var shown = by.Breakdown.Groups.Where(group => group.Indicators.GetValueOrDefault(id) is { Status: null, Count: not null, Base: not null }).ToList();
        List<(Stratum Stratum, long Count)> strata = [.. shown.Select(group => (new Stratum(group.Label, by.Schools[group.Id], group.Indicators[id].Base!.Value), group.Indicators[id].Count!.Value))];
        if (by.SchoolsBeside(shown) is > 0 and var others) strata.Add((new Stratum(Representing.Rest, others, total - strata.Sum(one => one.Stratum.Respondents)), count - strata.Sum(one => one.Count)));
        if (strata.Count < 2 || strata.Any(one => one.Stratum.Population < 1 || one.Stratum.Respondents < minimumBase)) return null;
        var found = new PostStratification([.. strata.Select(one => one.Stratum)]).Share([.. strata.Select(one => one.Count)]);
        return new WeightedFigure(100 * found.Share, 100 * found.Lower, 100 * found.Upper, found.EffectiveBase, [by.Breakdown.Question]);
    }
}
