using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Journeys;

/// <summary>What is kept of one SENCO's way through the survey, from wherever it is kept.</summary>
/// <param name="Known">Answers that the invitation brings.</param>
/// <param name="Sent">The answers that were sent in before; null when none were.</param>
/// <param name="Saved">What was saved since, as JSON by question id; empty for a question that was seen and left empty.</param>
/// <param name="Accepted">The soft checks that were said yes to: by id, with what they were said yes to.</param>
public sealed record JourneyState(
    IReadOnlyDictionary<string, Answer> Known,
    AnswerSet? Sent,
    IReadOnlyDictionary<string, string> Saved,
    IReadOnlyDictionary<string, string> Accepted)
{
    public bool IsSeen(string question) =>
        Saved.ContainsKey(question) || Known.ContainsKey(question) || (Sent?.Questionnaire.Find(question) is { } asked && Sent.Applies(asked));

    /// <summary>All that is known, what was saved last before what was sent before. Answers that do not apply, or that no longer fit their question, are left out.</summary>
    public AnswerSet AnswersTo(Questionnaire questionnaire)
    {
        var answers = new Dictionary<string, Answer>();
        var set = new AnswerSet(questionnaire, answers);
        foreach (var question in questionnaire.Questions)
        {
            if (set.Applies(question) && AnswerTo(question) is { } answer) answers[question.Id] = answer;
        }

        return set;
    }

    private Answer? AnswerTo(Question question)
    {
        if (Known.TryGetValue(question.Id, out var known)) return known;
        if (!Saved.TryGetValue(question.Id, out var saved)) return Sent?.Find(question.Id);
        return saved.Length > 0 && question.TryRead(JsonElement.Parse(saved), out var answer, out _) ? answer : null;
    }
}
