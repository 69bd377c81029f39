using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.YearOnYear;

/// <summary>
/// Sets a round's indicators beside those of the round before: whoever answered then against whoever answers now. Many schools are in both, which the interval does not know
/// of, so it is rather too wide than too narrow; beside it stands the change among those schools alone, where they are known.
/// </summary>
public static class Change
{
    private const string Broken = "not compared, because the question, its answers or those who are asked it have changed since.";

    /// <param name="publication">Of a scope, after disclosure control.</param>
    /// <param name="questionnaire">Its round's.</param>
    /// <param name="before">The earlier round's publication of the same scope.</param>
    /// <param name="askedBefore">The earlier round's questionnaire.</param>
    /// <param name="paired">The change among the same schools, by indicator, where it is shown.</param>
    public static Publication Since(Publication publication, Questionnaire questionnaire, Publication before, Questionnaire askedBefore, IReadOnlyDictionary<string, PairedFigure>? paired = null) => publication with
    {
        Indicators = publication.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Previous = Previous(pair.Key, pair.Value, before, questionnaire, askedBefore, paired?.GetValueOrDefault(pair.Key)) }),
    };

    private static PreviousFigure? Previous(string id, IndicatorFigure figure, Publication before, Questionnaire questionnaire, Questionnaire askedBefore, PairedFigure? paired)
    {
        if (before.Indicators.GetValueOrDefault(id) is not { } then) return null;
        if (!SameQuestion.Of(questionnaire, askedBefore, questionnaire.Indicators.First(indicator => indicator.Id == id))) return new PreviousFigure(before.Round, null, null, null, null, null, Reading: Broken);
        if (figure is not { Status: null, Count: { } count, Base: { } total } || then is not { Status: null, Count: { } countThen, Base: { } totalThen }) return null;
        var found = ProportionDifference.OfIndependent(count, total, countThen, totalThen);
        return new PreviousFigure(before.Round, countThen, totalThen, then.Percent, then.Lower, then.Upper, 100 * found.Difference, 100 * found.Lower, 100 * found.Upper, DifferenceReading.Of(found, "the round before"), paired);
    }
}
