using System.Text.Json;
using System.Text.Json.Nodes;

namespace SencoSurvey.Core.Answers;

/// <summary>One spelling for the same answers, whatever the order, spacing and decimals they came in: what is stored, and compared.</summary>
public static class AnswersJson
{
    public static string Write(AnswerSet answers)
    {
        var json = new JsonObject();
        foreach (var question in answers.Questionnaire.Questions)
        {
            if (answers.Find(question.Id) is { } answer) json[question.Id] = Node(answer);
        }

        return json.ToJsonString();
    }

    /// <summary>One answer, in the same spelling.</summary>
    public static string Write(Answer answer) => Node(answer).ToJsonString();

    /// <summary>Reads what <see cref="Write(AnswerSet)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stored answers do not fit the questionnaire any more: it was changed under a round.</exception>
    public static AnswerSet Read(Questionnaires.Questionnaire questionnaire, string json)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new Errors();
        return AnswerReader.FromJson(questionnaire, document.RootElement, errors)
            ?? throw new InvalidDataException($"Stored answers do not fit questionnaire {questionnaire.Id}: {string.Join(", ", errors.ByField.Keys)}.");
    }

    private static JsonNode Node(Answer answer) => answer switch
    {
        NumberAnswer number => JsonValue.Create(number.Value.ToDecimal()),
        ChoiceAnswer { Several: false } choice => JsonValue.Create(choice.Options[0]),
        ChoiceAnswer choice => new JsonArray([.. choice.Options.Select(option => JsonValue.Create(option))]),
        TextAnswer text => JsonValue.Create(text.Text),
        _ => throw new InvalidOperationException($"No JSON for {answer.GetType().Name}."),
    };
}
