using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.YearOnYear;

/// <summary>
/// Counts how schools that answered two rounds did so: of each indicator that counts the same of the same in both, and whose questions are put to everyone. Where a question is for some
/// alone, those who were asked it twice are others than those who were asked it once, and their number would tell how they answered what leads to it.
/// </summary>
public sealed class Panel(Questionnaire now, Questionnaire then)
{
    private readonly IReadOnlyList<(Indicator Now, Indicator Then)> indicators =
    [
        .. now.Indicators
            .Where(indicator => IsForEveryone(now, indicator) && SameQuestion.Of(now, then, indicator))
            .Select(indicator => (indicator, then.Indicators.First(known => known.Id == indicator.Id))),
    ];

    /// <summary>Whether there is anything to count.</summary>
    public bool HasAny => indicators.Count > 0;

    /// <summary>Counts a school. Where it did not answer a question in one of the rounds, it is no pair for the indicators of that question.</summary>
    /// <param name="tally">Of this round, in which the school's answers are counted too.</param>
    public void Count(Tally tally, AnswerSet answers, AnswerSet answersThen)
    {
        foreach (var (indicator, before) in indicators)
        {
            if (indicator.Counts.Holds(answers) is { } met && before.Counts.Holds(answersThen) is { } metThen) tally.Panel[indicator.Id].Add(metThen, met);
        }
    }

    private static bool IsForEveryone(Questionnaire questionnaire, Indicator indicator) =>
        indicator.Among is null && indicator.Counts.Ids.SelectMany(questionnaire.AskedFor).All(id => questionnaire.Find(id) is { AppliesWhen: null });
}
