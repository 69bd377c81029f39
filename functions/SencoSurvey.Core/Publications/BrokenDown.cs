using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications;

/// <summary>
/// Which figures a breakdown has: not those of questions that break statistics down themselves, or one table would be shown from two sides. And by what is known of SENCOs alone, such as the
/// years in the role, there is no number that is known of every school: its total, or a quartile, can be true of one set of schools only, and would say whose SENCOs are in the group.
/// </summary>
internal static class BrokenDown
{
    public static bool HasChoice(Questionnaire questionnaire, string id) => !questionnaire.BreakdownBy.Contains(id);

    public static bool HasIndicator(Grouping by, Indicator indicator) => indicator.Counts.Question != by.Id;

    private static bool MayHaveNumber(Questionnaire questionnaire, Grouping by, string id) => questionnaire.IsKnownOfSchools(by.Id) || !questionnaire.IsKnownOfSchools(id);

    /// <summary>By their keys in a publication of a whole.</summary>
    public static IReadOnlySet<string> Keys(Questionnaire questionnaire, Grouping by) => questionnaire.NumberIds.Where(id => MayHaveNumber(questionnaire, by, id)).Select(FigureKeys.Number)
        .Concat(questionnaire.Derived.Where(derived => derived.Sum is not null && MayHaveNumber(questionnaire, by, derived.Id)).Select(derived => FigureKeys.Moments(derived.Id)))
        .Concat(questionnaire.ChoiceQuestions.Where(question => HasChoice(questionnaire, question.Id)).Select(question => FigureKeys.Choice(question.Id)))
        .Concat(questionnaire.Indicators.Where(indicator => HasIndicator(by, indicator)).Select(indicator => FigureKeys.Indicator(indicator.Id)))
        .ToHashSet();

    /// <summary>Which indicators a crossed table has: their places in the questionnaire, by their keys in a publication of a whole.</summary>
    public static IReadOnlyDictionary<string, int> Crossed(Questionnaire questionnaire, Crossing crossing) => questionnaire.Indicators.Index()
        .Where(indicator => HasIndicator(crossing.Rows, indicator.Item) && HasIndicator(crossing.Columns, indicator.Item))
        .ToDictionary(indicator => FigureKeys.Indicator(indicator.Item.Id), indicator => indicator.Index);
}
