using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>What a publication says beside its figures: they follow from the published ones, and from numbers of schools.</summary>
public static class PublishedComparisons
{
    /// <param name="publication">After disclosure control.</param>
    /// <param name="schools">Those of the scope; null where they are not known.</param>
    public static Publication Apply(Publication publication, Questionnaire questionnaire, SchoolCounts? schools)
    {
        var compared = OtherGroups.Apply(publication);
        return schools is null ? compared : Representing.Apply(Weighting.Apply(compared, questionnaire, schools), schools);
    }
}
