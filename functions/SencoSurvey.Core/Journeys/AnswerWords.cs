using System.Globalization;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Journeys;

/// <summary>An answer as people read it.</summary>
public static class AnswerWords
{
    /// <returns>A line for each thing said; none where the question was not answered.</returns>
    public static IReadOnlyList<string> Of(Question question, Answer? answer) => (question, answer) switch
    {
        (_, null) => [],
        (NumberQuestion number, NumberAnswer given) => [WithUnit(given, number.Unit)],
        (ChoiceQuestion choice, ChoiceAnswer given) => [.. choice.Options.Where(option => given.Options.Contains(option.Id)).Select(option => option.Label)],
        (LocalAuthorityQuestion, ChoiceAnswer given) => LocalAuthorities.TryGet(given.Options[0], out var authority) ? [authority.Name] : [],
        (_, TextAnswer given) => EntryText.Clean(given.Text).Split('\n'),
        _ => [],
    };

    /// <summary>As it is typed: <c>1210</c>, <c>12.5</c>.</summary>
    public static string Plain(NumberAnswer answer) => answer.Value.ToDecimal().ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>As it is read: <c>1,210 pupils</c>, <c>1 hour a week</c>.</summary>
    private static string WithUnit(NumberAnswer answer, string unit)
    {
        var words = unit.Split(' ');
        if (answer.Value == 1) words[0] = words[0].TrimEnd('s');
        return $"{answer.Value.ToDecimal().ToString("#,0.####", CultureInfo.InvariantCulture)} {string.Join(' ', words)}";
    }
}
