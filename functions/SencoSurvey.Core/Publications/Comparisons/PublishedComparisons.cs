using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>What a publication says beside its figures: they follow from the published ones, and from numbers of schools.</summary>
public static class PublishedComparisons
{
    /// <param name="publication">After disclosure control.</param>
    /// <param name="schools">Those of the scope; null where they are not known.</param>
    /// <param name="groupsAreOfAll">Where they leave some out, they do not tell how like all schools those are that answered.</param>
    public static Publication Apply(Publication publication, Questionnaire questionnaire, SchoolCounts? schools, bool groupsAreOfAll = true)
    {
        var compared = OtherGroups.Apply(publication);
        if (!groupsAreOfAll) return schools is { Schools: > 0 and var known } ? compared with { Representation = Representing.OfSchoolsAlone(known) } : compared;
        return schools is null ? compared : Representing.Apply(Weighting.Apply(compared, questionnaire, schools), schools);
    }
}
