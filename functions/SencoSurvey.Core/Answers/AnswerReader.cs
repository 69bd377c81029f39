using System.Text.Json;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Answers;

/// <summary>Turns what came in into valid answers, or says, by question id, what is wrong with it.</summary>
public static class AnswerReader
{
    /// <summary>Reads the <c>answers</c> object of a request; null leaves a question unanswered.</summary>
    /// <param name="known">What the invitation says, by question id: it need not be answered, and must not be contradicted.</param>
    /// <returns>The answers with those that are known, or null when <paramref name="errors"/> has any.</returns>
    public static AnswerSet? FromJson(Questionnaire questionnaire, JsonElement answers, Errors errors, IReadOnlyDictionary<string, Answer>? known = null)
    {
        if (answers.ValueKind != JsonValueKind.Object)
        {
            errors.Add("answers", "Must be an object with an answer by question id.");
            return null;
        }

        var given = new Dictionary<string, JsonElement>();
        foreach (var property in answers.EnumerateObject())
        {
            if (!property.TryGetName(out var name)) errors.Add("answers", "Has a name that is no text.");
            else if (!given.TryAdd(name, property.Value)) errors.Add(Shorten(name), "Is answered twice.");
        }

        foreach (var (name, _) in given.Where(answer => answer.Value.ValueKind == JsonValueKind.Null)) given.Remove(name);
        return From(questionnaire, given, (Question question, JsonElement value, out Answer? answer, out string? error) => question.TryRead(value, out answer, out error), value => value.GetRawText(), errors, known);
    }

    /// <summary>Reads a line of a CSV file, whose columns are named by question id; an empty cell leaves a question unanswered.</summary>
    /// <inheritdoc cref="FromJson" path="/param"/>
    /// <inheritdoc cref="FromJson" path="/returns"/>
    public static AnswerSet? FromCells(Questionnaire questionnaire, IReadOnlyDictionary<string, string> cells, Errors errors, IReadOnlyDictionary<string, Answer>? known = null)
    {
        var given = cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Value)).ToDictionary();
        return From(questionnaire, given, (Question question, string value, out Answer? answer, out string? error) => question.TryRead(value, out answer, out error), value => value, errors, known);
    }

    private delegate bool ReadOne<T>(Question question, T value, out Answer? answer, out string? error);

    private static AnswerSet? From<T>(Questionnaire questionnaire, Dictionary<string, T> given, ReadOne<T> read, Func<T, string> rawText, Errors errors, IReadOnlyDictionary<string, Answer>? known)
    {
        var answers = new Dictionary<string, Answer>();
        var set = new AnswerSet(questionnaire, answers);
        foreach (var question in questionnaire.Questions)
        {
            var invitationSays = known?.GetValueOrDefault(question.Id);
            if (!given.Remove(question.Id, out var value))
            {
                if (!set.Applies(question)) continue;
                if (invitationSays is not null) answers[question.Id] = invitationSays;
                else errors.Unless(!question.Required, question.Id, "Must be answered.");
            }
            else if (!read(question, value, out var answer, out var error))
                errors.Add(question.Id, error!);
            else if (!set.Applies(question))
                errors.Add(question.Id, $"Does not apply after the answer to {question.AppliesWhen!.Question}: leave it out.");
            else if (invitationSays is not null && answer != invitationSays)
                errors.Add(question.Id, $"The invitation says {invitationSays.ToCell()}: leave it out, or give the same.");
            else
                answers[question.Id] = answer!;
        }

        foreach (var derived in questionnaire.Derived)
        {
            if (given.Remove(derived.Id, out var value) && !IsExactly(set.Number(derived.Id), rawText(value)))
                errors.Add(derived.Id, "Is worked out from other answers: leave it out, or give exactly what follows from them.");
        }

        foreach (var unknown in given.Keys) errors.Add(Shorten(unknown), $"The questionnaire {questionnaire.Id} has no such question.");
        return errors.Any ? null : set;
    }

    private static bool IsExactly(Rational? derived, string text) =>
        derived is { } number && DecimalText.TryRead(text, 28, out var given) && given == number.ToDecimal();

    /// <summary>Cuts a long name, never through the middle of a surrogate pair.</summary>
    private static string Shorten(string name) => name.Length <= 100 ? name : name[..(char.IsHighSurrogate(name[99]) ? 99 : 100)];
}
