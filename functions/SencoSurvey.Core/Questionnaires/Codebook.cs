using System.Globalization;
using CsvHelper;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>What the ids in files and figures stand for: every question, option and derived number of a questionnaire, and the groups that bands and sets of them make, in its order.</summary>
public static class Codebook
{
    /// <summary>As a CSV file (RFC 4180) with a heading.</summary>
    public static string Csv(Questionnaire questionnaire)
    {
        using var writer = new StringWriter();
        using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            foreach (var fields in Rows(questionnaire).Select(row => row.Fields).Prepend(CodebookRow.Columns))
            {
                foreach (var field in fields) csv.WriteField(field);
                csv.NextRecord();
            }
        }

        return writer.ToString();
    }

    public static IEnumerable<CodebookRow> Rows(Questionnaire questionnaire) =>
    [
        .. questionnaire.Questions.SelectMany(question => Rows(questionnaire, question)),
        .. questionnaire.Derived.Select(derived => Row(questionnaire, derived)),
        .. questionnaire.Groupings.SelectMany(grouping => Rows(questionnaire, grouping)),
    ];

    private static IEnumerable<CodebookRow> Rows(Questionnaire questionnaire, Question question)
    {
        var row = new CodebookRow(question.Id, "", question.Label, question.Hint, null, null, null, null, null, null, Asked(questionnaire, question), Indicators(questionnaire, question.Id));
        return question switch
        {
            NumberQuestion number => [row with { Type = "number", Unit = number.Unit, Minimum = number.Minimum, Maximum = number.Maximum, Step = number.Step }],
            ChoiceQuestion choice => choice.Options.Select(option => row with { Type = choice.Several ? "choices" : "choice", Option = option.Id, OptionLabel = option.Label }),
            TextQuestion text => [row with { Type = "text", Maximum = text.MaximumLength }],
            LocalAuthorityQuestion => [row with { Type = "localAuthority" }],
            _ => throw new InvalidOperationException($"No line of a codebook for {question.GetType().Name}."),
        };
    }

    private static CodebookRow Row(Questionnaire questionnaire, DerivedNumber derived) => new(
        derived.Id, "derived", derived.Label, null, derived.Unit, null, null, null, null, null, WorkedOut(questionnaire, derived), Indicators(questionnaire, derived.Id));

    /// <summary>What looks like a question's option but is a band of its number, or a set of its options; a response belongs to the first that fits.</summary>
    private static IEnumerable<CodebookRow> Rows(Questionnaire questionnaire, Grouping grouping) => grouping.Groups.Index().Select(group => new CodebookRow(
        grouping.Id, "group", grouping.Label, null, null, null, null, null, group.Item.Id, group.Item.Label, WorkedOut(questionnaire, group.Item, isFirst: group.Index == 0), ""));

    private static string Asked(Questionnaire questionnaire, Question question) =>
        (question.AppliesWhen is { } condition ? $"Only where {ConditionWords.Of(questionnaire, condition)}; " : "Of everyone; ") + (question.Required ? "must be answered." : "may be left out.");

    private static string WorkedOut(Questionnaire questionnaire, DerivedNumber derived) => derived.Ratio is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"Not asked: {Times(ratio)}{ConditionWords.Name(questionnaire, ratio.Of)}, divided by {ConditionWords.Name(questionnaire, ratio.Per)}; it does not apply where that is 0.")
        : derived.Difference is { } difference
        ? $"Not asked: {ConditionWords.Name(questionnaire, difference.Of)}, less {ConditionWords.Name(questionnaire, difference.Minus)}; below 0 where that is more."
        : $"Not asked: the sum of {string.Join(" and ", derived.Sum!.Select(id => ConditionWords.Name(questionnaire, id)))}.";

    private static string WorkedOut(Questionnaire questionnaire, Group group, bool isFirst) =>
        $"Not asked: where {ConditionWords.Of(questionnaire, group.When)}{(isFirst ? "" : ", and none of the groups before fits")}.";

    private static string Times(Ratio ratio) => ratio.Times == 1 ? "" : $"{ratio.Times.ToString(CultureInfo.InvariantCulture)} times ";

    /// <summary>Those that count or choose by it, directly or through a derived number.</summary>
    private static string Indicators(Questionnaire questionnaire, string id) => string.Join('\n', questionnaire.Indicators
        .Where(indicator => RestsOn(indicator).Any(used => used == id || questionnaire.AskedFor(used).Contains(id)))
        .Select(indicator => $"{indicator.Id}: {indicator.Wording}"));

    private static IEnumerable<string> RestsOn(Indicator indicator) => indicator.Counts.Ids.Concat(indicator.Among?.Ids ?? []);
}
