using System.Collections;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>A set of figures that are shown, in few characters: a bit for each figure of the questionnaire, and the crossed tables.</summary>
public static class ShownFigures
{
    public static string Pack(Questionnaire questionnaire, IReadOnlySet<string> shown)
    {
        var bits = new BitArray([.. Keys(questionnaire).Select(shown.Contains)]);
        var bytes = new byte[(bits.Count + 7) / 8];
        bits.CopyTo(bytes, 0);
        return Convert.ToBase64String(bytes) + ShownCrossings.Pack(questionnaire, shown);
    }

    /// <param name="packed">Of the same questionnaire.</param>
    public static IReadOnlySet<string> Unpack(Questionnaire questionnaire, string packed)
    {
        var (figures, crossings) = packed.IndexOf('|', StringComparison.Ordinal) is var at and >= 0 ? (packed[..at], packed[at..]) : (packed, "");
        var bits = new BitArray(Convert.FromBase64String(figures));
        return Keys(questionnaire).Where((_, index) => index < bits.Count && bits[index]).Concat(ShownCrossings.Unpack(questionnaire, crossings)).ToHashSet();
    }

    private static IEnumerable<string> Keys(Questionnaire questionnaire)
    {
        var wholes = CountedFigure.OfWholes(questionnaire).Select(figure => figure.Key).ToList();
        return wholes.Concat(questionnaire.Breakdowns.SelectMany(by => by.Groups.SelectMany(group => wholes
            .Where(BrokenDown.Keys(questionnaire, by).Contains)
            .Select(figure => FigureKeys.InGroup(by.Id, group.Id, figure))
            .Prepend(FigureKeys.Group(by.Id, group.Id)))))
            .Concat(questionnaire.Indicators.Select(indicator => FigureKeys.Paired(indicator.Id)));
    }
}
