using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Journeys;

/// <summary>What was entered on one page: as it was typed, what it means, and what is wrong with it.</summary>
/// <param name="Typed">By question id.</param>
/// <param name="Answers">By question id; null where the question was left empty.</param>
/// <param name="Errors">By question id, in the page's order.</param>
public sealed record PageEntry(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Typed,
    IReadOnlyDictionary<string, Answer?> Answers,
    IReadOnlyList<EntryError> Errors)
{
    /// <param name="posted">The values of the form field with the question's id; empty when there is no such field.</param>
    public static PageEntry Read(IEnumerable<Question> asked, Func<string, IReadOnlyList<string>> posted)
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>();
        var answers = new Dictionary<string, Answer?>();
        var errors = new List<EntryError>();
        foreach (var question in asked)
        {
            IReadOnlyList<string> values = [.. posted(question.Id).Select(EntryText.Clean)];
            typed[question.Id] = values;
            var text = question is ChoiceQuestion { Several: true } ? string.Join(';', values) : values is [.., var last] ? last : "";
            var read = question is NumberQuestion number ? EntryText.Number(text, number.Unit) : text;
            if (string.IsNullOrWhiteSpace(text))
            {
                answers[question.Id] = null;
                if (question.Required) errors.Add(new EntryError(question.Id, EntryMessages.Missing(question)));
            }
            else if (read is not null && question.TryRead(read, out var answer, out _))
                answers[question.Id] = answer;
            else
                errors.Add(new EntryError(question.Id, EntryMessages.Wrong(question, read ?? text)));
        }

        return new PageEntry(typed, answers, errors);
    }

    /// <summary>As a page shows answers that stand.</summary>
    public static PageEntry Of(IEnumerable<Question> asked, AnswerSet answers) =>
        new(asked.ToDictionary(question => question.Id, question => Typing(answers.Find(question.Id))), new Dictionary<string, Answer?>(), []);

    public string? ErrorOf(Question question) => Errors.FirstOrDefault(error => error.Question == question.Id)?.Message;

    private static IReadOnlyList<string> Typing(Answer? answer) => answer switch
    {
        NumberAnswer number => [AnswerWords.Plain(number)],
        ChoiceAnswer choice => choice.Options,
        TextAnswer text => [EntryText.Clean(text.Text)],
        _ => [],
    };
}

public sealed record EntryError(string Question, string Message);
