using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>
/// Weights a scope's shares by the schools that there are of each kind and size together where the table of both shows the share, else of each kind, else of each size.
/// Nothing goes in but what a publication shows, and numbers of schools: so nothing comes out that was hidden.
/// </summary>
internal static class Weighting
{
    /// <param name="publication">After disclosure control.</param>
    /// <param name="schools">Those of the scope.</param>
    public static Publication Apply(Publication publication, Questionnaire questionnaire, SchoolCounts schools)
    {
        var crossed = SchoolCrossing.Of(publication, schools);
        var breakdowns = SchoolBreakdown.All(publication, schools);
        return publication with
        {
            Indicators = publication.Indicators.ToDictionary(pair => pair.Key, pair => IsOfEveryone(pair.Key) ? pair.Value with { Weighted = Weigh(pair.Key, pair.Value) } : pair.Value),
        };

        // How many schools there are where, say, the SENCO is leaving is not known of any group.
        bool IsOfEveryone(string id) => questionnaire.Indicators.FirstOrDefault(indicator => indicator.Id == id)?.IsOfAll(questionnaire) == true;

        WeightedFigure? Weigh(string id, IndicatorFigure whole) => whole is not { Status: null, Count: { } count, Base: { } total } ? null
            : (crossed?.Strata(id) is { } cells ? Of(cells, SchoolCrossing.By, publication.Base.MinimumBase) : null)
                ?? breakdowns.Select(by => Of(by.Strata(id, count, total), [by.Breakdown.Question], publication.Base.MinimumBase)).FirstOrDefault(found => found is not null);
    }

    /// <returns>Null where a stratum has no schools or too few answers, or there is one alone.</returns>
    private static WeightedFigure? Of(IReadOnlyList<StratumShare> strata, IReadOnlyList<string> by, int minimumBase)
    {
        if (strata.Count < 2 || strata.Any(one => one.Stratum.Population < 1 || one.Stratum.Respondents < minimumBase)) return null;
        var found = new PostStratification([.. strata.Select(one => one.Stratum)]).Share([.. strata.Select(one => one.Count)]);
        return new WeightedFigure(100 * found.Share, 100 * found.Lower, 100 * found.Upper, found.EffectiveBase, by);
    }
}
