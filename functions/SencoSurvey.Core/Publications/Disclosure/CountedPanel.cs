using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// The changes among the same schools, as disclosure control sees them. From a change, its interval and the number of pairs the four counts behind it can be worked out, so they are taken
/// as shown. Those who are in no pair come out by subtraction from this round's figure of the same indicator, and from the figure that the round before published: two sets of people more.
/// </summary>
internal static class CountedPanel
{
    /// <summary>A scope's change that there is nothing of, or of which the round before shows no figure: never safe, and of as many sets as the others.</summary>
    private static readonly IReadOnlyList<FigureCounts> Nothing = [new(-1, 0, -1, [0, 0, 0, 0]), new(-1, 0, -1, [0]), new(-1, 0, -1, [0])];

    /// <param name="england">All scopes of the round.</param>
    /// <param name="before">What the round before published, by scope. Where some of its answers are not in a figure, which came too late, they are in pairs all the same: then there is no change.</param>
    public static IEnumerable<CountedFigure> All(Questionnaire questionnaire, ScopeTree england, IReadOnlyDictionary<string, Publication> before)
    {
        var then = england.All.Where(scope => before.ContainsKey(scope.Scope.Id)).ToDictionary(scope => scope.Tally, scope => IndicatorsOfAll(before[scope.Scope.Id]));
        return
            from indicator in questionnaire.Indicators
            where england.Tally.Panel[indicator.Id].Pairs > 0
            select new CountedFigure(
                FigureKeys.Paired(indicator.Id),
                tally => Sets(tally.Panel[indicator.Id], tally.Indicators[indicator.Id], then.GetValueOrDefault(tally)?.GetValueOrDefault(indicator.Id)),
                [FigureKeys.Indicator(indicator.Id)])
            { IsDetail = true };
    }

    private static Dictionary<string, IndicatorFigure> IndicatorsOfAll(Publication before) => !before.Final || before.Base.Received is not null ? []
        : before.Indicators.Where(indicator => indicator.Value.Base + indicator.Value.Missing == before.Base.Responses).ToDictionary();

    private static IReadOnlyList<FigureCounts> Sets(PanelTally panel, IndicatorTally now, IndicatorFigure? then)
    {
        if (panel.Pairs == 0 || then is not { Status: null, Count: { } countThen, Base: { } baseThen }) return Nothing;
        return
        [
            // Like the options of a question: had it both times, then, now, never. That nobody changed one way would say of everyone who was there how they answered now.
            new(panel.Pairs, 0, panel.Pairs, [panel.Both, panel.OnlyThen, panel.OnlyNow, panel.Neither], NoughtTells: true),
            InNoPair(now.Base - panel.Pairs, now.Met - panel.Both - panel.OnlyNow),
            InNoPair(baseThen - panel.Pairs, countThen - panel.Both - panel.OnlyThen),
        ];
    }

    private static FigureCounts InNoPair(long people, long met) => new(people, 0, people, [met], NoughtTells: true);
}
