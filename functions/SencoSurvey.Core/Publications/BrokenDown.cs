using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications;

/// <summary>Which figures a breakdown has: not those of questions that break statistics down themselves, or one table would be shown from two sides.</summary>
internal static class BrokenDown
{
    public static bool HasChoice(Questionnaire questionnaire, string id) => !questionnaire.BreakdownBy.Contains(id);

    public static bool HasIndicator(Grouping by, Indicator indicator) => indicator.Counts.Question != by.Id;

    /// <summary>By their keys in a publication of a whole.</summary>
    public static IReadOnlySet<string> Keys(Questionnaire questionnaire, Grouping by) => questionnaire.NumberIds.Select(FigureKeys.Number)
        .Concat(questionnaire.Derived.Where(derived => derived.Sum is not null).Select(derived => FigureKeys.Moments(derived.Id)))
        .Concat(questionnaire.ChoiceQuestions.Where(question => HasChoice(questionnaire, question.Id)).Select(question => FigureKeys.Choice(question.Id)))
        .Concat(questionnaire.Indicators.Where(indicator => HasIndicator(by, indicator)).Select(indicator => FigureKeys.Indicator(indicator.Id)))
        .ToHashSet();

    /// <summary>Which indicators a crossed table has: their places in the questionnaire, by their keys in a publication of a whole.</summary>
    public static IReadOnlyDictionary<string, int> Crossed(Questionnaire questionnaire, Crossing crossing) => questionnaire.Indicators.Index()
        .Where(indicator => HasIndicator(crossing.Rows, indicator.Item) && HasIndicator(crossing.Columns, indicator.Item))
        .ToDictionary(indicator => FigureKeys.Indicator(indicator.Item.Id), indicator => indicator.Index);
}
