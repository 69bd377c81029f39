using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Journeys;

/// <summary>A small questionnaire with a way through it that forks, and people at different points of it.</summary>
internal static class Way
{
    /// <summary>The school, its pupils, staying or why not, helpers (where there are more than ten pupils), comments.</summary>
    public static readonly Questionnaire Questionnaire = Document(
        """
        { "id": "school", "title": "Your school", "questions": [
            { "type": "localAuthority", "id": "localAuthority", "label": "Where?", "required": true },
            { "type": "choice", "id": "kind", "label": "What kind?", "options": [ { "id": "a", "label": "A" }, { "id": "b", "label": "B" } ] } ] },
        { "id": "pupils", "title": "Your pupils", "questions": [
            { "type": "number", "id": "support", "label": "At SEN Support?", "minimum": 0, "maximum": 2000, "step": 1, "unit": "pupils" },
            { "type": "number", "id": "plans", "label": "With plans?", "minimum": 0, "maximum": 2000, "step": 1, "unit": "pupils" } ] },
        { "id": "future", "title": "Your plans", "questions": [
            { "type": "choice", "id": "stays", "label": "Staying?", "required": true, "options": [ { "id": "yes", "label": "Yes" }, { "id": "no", "label": "No" } ] },
            { "type": "choice", "id": "why", "label": "Why not?", "required": true, "appliesWhen": { "question": "stays", "anyOf": [ "no" ] }, "options": [ { "id": "workload", "label": "Workload" }, { "id": "pay", "label": "Pay" } ] },
            { "type": "number", "id": "months", "label": "When?", "appliesWhen": { "question": "stays", "anyOf": [ "no" ] }, "minimum": 0, "maximum": 12, "step": 1, "unit": "months" } ] },
        { "id": "large", "title": "Large schools", "questions": [
            { "type": "number", "id": "helpers", "label": "How many helpers?", "appliesWhen": { "question": "total", "above": 10 }, "minimum": 0, "maximum": 50, "step": 1, "unit": "helpers" } ] },
        { "id": "end", "title": "Anything else", "questions": [
            { "type": "text", "id": "comments", "label": "Anything else?", "maximumLength": 2000 } ] }
        """,
        """
        , "derived": [ { "id": "total", "label": "Pupils with SEND", "unit": "pupils", "sum": [ "support", "plans" ] } ],
        "softChecks": [
            { "id": "manyPlans", "question": "plans", "message": "More plans than support?", "when": { "question": "plans", "minus": "support", "above": 0 } },
            { "id": "manyPupils", "question": "plans", "message": "So many?", "when": { "question": "total", "above": 500 } },
            { "id": "soon", "question": "months", "message": "So soon?", "when": { "question": "months", "below": 1 } },
            { "id": "rare", "question": "kind", "message": "Is it that kind?", "when": { "question": "kind", "anyOf": [ "b" ] } } ]
        """);

    /// <summary>A document of these sections.</summary>
    /// <param name="rest">Further members of the document, after a comma.</param>
    public static Questionnaire Document(string sections, string rest = "") =>
        QuestionnaireDocument.Read("small.json", $$"""{ "id": "small", "title": "Small", "about": "Made for tests.", "sections": [ {{sections}} ]{{rest}} }""");

    /// <summary>Someone who has sent nothing in.</summary>
    /// <param name="saved">By question id: an answer as JSON, or nothing for a question that was seen and left empty.</param>
    public static Journey Saved(params (string Question, string Json)[] saved) => new(Questionnaire, State(saved));

    public static JourneyState State(params (string Question, string Json)[] saved) =>
        new(new Dictionary<string, Answer>(), null, saved.ToDictionary(answer => answer.Question, answer => answer.Json), new Dictionary<string, string>());

    public static AnswerSet Answers(string json) => AnswersJson.Read(Questionnaire, json);

    /// <summary>All answers so far, in one spelling.</summary>
    public static string Json(this Journey journey) => AnswersJson.Write(journey.Answers);

    public static SurveyPage Page(this Journey journey, string id) => Assert.IsType<SurveyPage>(journey.Find(id));

    public static string Ids(this IEnumerable<SurveyPage> pages) => string.Join(' ', pages.Select(page => page.Id));

    public static string Ids(this IEnumerable<Question> questions) => string.Join(' ', questions.Select(question => question.Id));

    /// <summary>What is entered when the page's fields hold these values.</summary>
    public static PageEntry Enter(IEnumerable<Question> asked, params (string Field, string Value)[] posted) =>
        PageEntry.Read(asked, field => [.. posted.Where(value => value.Field == field).Select(value => value.Value)]);
}
