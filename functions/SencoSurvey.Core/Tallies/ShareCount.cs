using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>How many met an indicator's condition, of how many that could, and of how many it is not known: see <see cref="IndicatorTally"/>.</summary>
public readonly record struct ShareCount(long Met, long Base, long Missing)
{
    /// <summary>Of one response.</summary>
    public static ShareCount Of(Indicator indicator, AnswerSet answers)
    {
        if (indicator.Among is { } among && among.Holds(answers) != true) return default;
        return indicator.Counts.Holds(answers) switch
        {
            null => new(0, 0, 1),
            true => new(1, 1, 0),
            false => new(0, 1, 0),
        };
    }
}
