using System.Globalization;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>Which crossed tables are shown, in few characters: the key of each, and the places of its shown indicators. Few scopes show many, so hidden ones take no room.</summary>
internal static class ShownCrossings
{
    private const char Between = '|';
    private const char BeforeIndicators = ':';

    public static string Pack(Questionnaire questionnaire, IReadOnlySet<string> shown) => string.Concat(shown.Where(FigureKeys.IsCrossing).Order(StringComparer.Ordinal).Select(table =>
        $"{Between}{table}{BeforeIndicators}{string.Join('.', questionnaire.Indicators.Index().Where(indicator => shown.Contains(Key(table, indicator.Item))).Select(indicator => indicator.Index.ToString(CultureInfo.InvariantCulture)))}"));

    /// <param name="packed">Of the same questionnaire.</param>
    public static IEnumerable<string> Unpack(Questionnaire questionnaire, string packed)
    {
        foreach (var part in packed.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf(BeforeIndicators, StringComparison.Ordinal);
            yield return part[..at];
            foreach (var index in part[(at + 1)..].Split('.', StringSplitOptions.RemoveEmptyEntries)) yield return Key(part[..at], questionnaire.Indicators[int.Parse(index, CultureInfo.InvariantCulture)]);
        }
    }

    private static string Key(string table, Indicator indicator) => $"{table}:{FigureKeys.Indicator(indicator.Id)}";
}
