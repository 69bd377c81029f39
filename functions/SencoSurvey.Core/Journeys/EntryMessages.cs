using System.Globalization;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Journeys;

/// <summary>Says to a SENCO, in plain words, what to enter instead.</summary>
internal static class EntryMessages
{
    public static string Missing(Question question) => question.Prompt ?? question switch
    {
        NumberQuestion or TextQuestion => $"Enter an answer to “{question.Label}”",
        _ => $"Choose an answer to “{question.Label}”",
    };

    /// <param name="text">What was entered; not empty.</param>
    public static string Wrong(Question question, string text) => question switch
    {
        NumberQuestion number => WrongNumber(number, text),
        TextQuestion limited => $"Your answer must be {limited.MaximumLength.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer: it has {text.EnumerateRunes().Count().ToString("N0", CultureInfo.InvariantCulture)}",
        _ => question.Prompt ?? "Choose one of the answers below",
    };

    private static string WrongNumber(NumberQuestion question, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return question.Prompt ?? $"Enter a number, like {Plain(question.Minimum + question.Step)}";
        if (number < question.Minimum || number > question.Maximum) return $"{question.Name} must be from {Plain(question.Minimum)} to {Plain(question.Maximum)}";
        return question.Step == 1
            ? $"{question.Name} must be a whole number, like {Plain(decimal.Round(number))}"
            : $"{question.Name} must be in steps of {Plain(question.Step)}, like {Plain(decimal.Round(number / question.Step) * question.Step)}";
    }

    private static string Plain(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
