using System.Text.Json.Nodes;
using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>A questionnaire's answers as JSON Schema, draft 2020-12. What depends on another answer is said in the description; the server checks it.</summary>
public static class AnswerSchema
{
    public static JsonObject Of(Questionnaire questionnaire)
    {
        var properties = new JsonObject();
        foreach (var question in questionnaire.Questions) properties[question.Id] = Of(question);
        foreach (var derived in questionnaire.Derived.Where(derived => derived.Ratio is null))
            properties[derived.Id] = new JsonObject { ["type"] = "number", ["description"] = $"{derived.Label}. Worked out by the server; if given, it must be {WorkedOut(derived)}." };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = questionnaire.Title,
            ["description"] = questionnaire.About,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. questionnaire.Questions.Where(question => question is { Required: true, AppliesWhen: null }).Select(question => JsonValue.Create(question.Id))]),
            ["additionalProperties"] = false,
        };
    }

    private static string WorkedOut(DerivedNumber derived) => derived.Difference is { } difference
        ? $"{difference.Of} less {difference.Minus}"
        : $"the sum of {string.Join(" and ", derived.Sum!)}";

    private static JsonObject Of(Question question)
    {
        var schema = question switch
        {
            NumberQuestion number => new JsonObject { ["type"] = "number", ["minimum"] = number.Minimum, ["maximum"] = number.Maximum, ["multipleOf"] = number.Step },
            ChoiceQuestion { Several: true } choice => new JsonObject { ["type"] = "array", ["items"] = Enumeration(choice.Options.Select(option => option.Id)), ["minItems"] = 1, ["uniqueItems"] = true },
            ChoiceQuestion choice => Enumeration(choice.Options.Select(option => option.Id)),
            TextQuestion text => new JsonObject { ["type"] = "string", ["maxLength"] = text.MaximumLength },
            LocalAuthorityQuestion => Enumeration(LocalAuthorities.All.Select(authority => authority.Code)),
            _ => throw new InvalidOperationException($"No schema for {question.GetType().Name}."),
        };
        schema["title"] = question.Label;
        if (question.AppliesWhen is { } condition) schema["description"] = $"Only after a fitting answer to {condition.Question}.";
        return schema;
    }

    private static JsonObject Enumeration(IEnumerable<string> values) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
}
