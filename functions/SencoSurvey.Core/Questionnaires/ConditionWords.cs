using System.Globalization;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>Conditions as sentences say them.</summary>
internal static class ConditionWords
{
    /// <summary>For example <c>the answer to "Staying?" (stays) is "No" or "Not sure"</c>.</summary>
    public static string Of(Questionnaire questionnaire, Condition condition)
    {
        var subject = condition.Minus is { } minus
            ? $"{Name(questionnaire, condition.Question)} less {Name(questionnaire, minus)}"
            : $"the answer to {Name(questionnaire, condition.Question)}";
        return $"{subject} is {string.Join(" and ", Bounds(questionnaire, condition))}";
    }

    /// <summary>The question as it is asked, with its id.</summary>
    public static string Name(Questionnaire questionnaire, string id) =>
        $"\"{questionnaire.Find(id)?.Label ?? questionnaire.Derived.First(derived => derived.Id == id).Label}\" ({id})";

    private static IEnumerable<string> Bounds(Questionnaire questionnaire, Condition condition)
    {
        if (condition.AnyOf is { } options) yield return string.Join(" or ", options.Select(id => $"\"{OptionLabel(questionnaire, condition.Question, id)}\""));
        if (condition.Above is { } above) yield return $"above {Text(above)}";
        if (condition.AtLeast is { } least) yield return $"at least {Text(least)}";
        if (condition.Below is { } below) yield return $"below {Text(below)}";
    }

    private static string OptionLabel(Questionnaire questionnaire, string question, string option) =>
        (questionnaire.Find(question) as ChoiceQuestion)?.Options.FirstOrDefault(one => one.Id == option)?.Label ?? option;

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
