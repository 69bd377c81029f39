using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// A publication as a report shows it while its round is open: without figures of only some of those who answered. These are published twice at the most (see <see cref="SeenDetails"/>), and
/// a monthly report that showed them would take them from the final one.
/// </summary>
public static class WithoutDetails
{
    public static Publication Of(Publication publication, Questionnaire questionnaire) => publication with
    {
        Numbers = Keep(publication.Numbers, (id, _) => questionnaire.IsPutToAll(id), DisclosureControl.Hide)
            .ToDictionary(pair => pair.Key, pair => questionnaire.IsSum(pair.Key) ? pair.Value with { Total = null, Mean = null, Sd = null } : pair.Value),
        Choices = Keep(publication.Choices, (id, figure) => figure.Source is not null || questionnaire.IsPutToAll(id), DisclosureControl.Hide),
        Indicators = Keep(publication.Indicators, (id, _) => questionnaire.Indicators.Any(indicator => indicator.Id == id && indicator.IsOfAll(questionnaire)), Hide)
            .ToDictionary(pair => pair.Key, pair => pair.Value with { Weighted = null }), // It is made of the groups' figures.
        Relationships = [.. publication.Relationships.Select(figure => questionnaire.IsPutToAll(figure.X, figure.Y) ? figure : DisclosureControl.Hide(figure))],
        Associations = [.. (publication.Associations ?? []).Select(DisclosureControl.Hide)],
        Breakdowns = null,
        Crossings = null,
        Representation = publication.Representation is { } known ? Comparisons.Representing.OfSchoolsAlone(known.Schools) : null,
        AwaitsDetails = true,
    };

    private static IndicatorFigure Hide(IndicatorFigure figure) => DisclosureControl.Hide(figure) with { Previous = null, Others = null };

    private static Dictionary<string, T> Keep<T>(IReadOnlyDictionary<string, T> figures, Func<string, T, bool> isOfAll, Func<T, T> hide) =>
        figures.ToDictionary(pair => pair.Key, pair => isOfAll(pair.Key, pair.Value) ? pair.Value : hide(pair.Value));
}
