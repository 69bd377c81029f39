using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Journeys;

/// <summary>How far one SENCO is through the survey, and what comes next.</summary>
public sealed class Journey
{
    private readonly JourneyState state;

    public Journey(Questionnaire questionnaire, JourneyState state)
    {
        this.state = state;
        Questionnaire = questionnaire;
        Answers = state.AnswersTo(questionnaire);
        Pages = [.. SurveyPage.Of(questionnaire).Where(page => Asked(page).Count > 0)];
    }

    public Questionnaire Questionnaire { get; }

    /// <summary>Those of the answers so far that apply.</summary>
    public AnswerSet Answers { get; }

    /// <summary>The pages that have something to ask, given the answers so far.</summary>
    public IReadOnlyList<SurveyPage> Pages { get; }

    /// <summary>Whether a required question is still to be answered.</summary>
    public bool IsIncomplete => Questionnaire.Questions.Any(question => question.Required && Answers.Applies(question) && Answers.Find(question.Id) is null);

    /// <summary>Where someone who comes back goes on: the first page with a question that was never shown or is still to be answered; null when nothing is left but to check.</summary>
    public SurveyPage? Open => Pages.FirstOrDefault(page => Asked(page).Any(question => !state.IsSeen(question.Id) || (question.Required && Answers.Find(question.Id) is null)));

    /// <summary>Whether anything was asked and saved before.</summary>
    public bool HasBegun => Questionnaire.Questions.Any(question => !IsKnown(question) && state.IsSeen(question.Id));

    /// <summary>The same with a page's answers saved.</summary>
    public Journey With(PageEntry entry)
    {
        var saved = new Dictionary<string, string>(state.Saved);
        foreach (var (question, answer) in entry.Answers) saved[question] = answer is null ? "" : AnswersJson.Write(answer);
        return new Journey(Questionnaire, state with { Saved = saved });
    }

    public SurveyPage? Find(string pageId) => Pages.FirstOrDefault(page => page.Id == pageId);

    /// <summary>Where a question is asked.</summary>
    public SurveyPage? PageOf(Question question) => Pages.FirstOrDefault(page => Asked(page).Contains(question));

    /// <summary>The page's questions that apply and whose answers are not known from an invitation.</summary>
    public IReadOnlyList<Question> Asked(SurveyPage page) => [.. page.Questions.Where(question => Answers.Applies(question) && !IsKnown(question))];

    /// <summary>Whether the invitation says it.</summary>
    public bool IsKnown(Question question) => state.Known.ContainsKey(question.Id);

    public SurveyPage? Before(SurveyPage page) => Pages.TakeWhile(other => other.Id != page.Id).LastOrDefault();

    public SurveyPage? After(SurveyPage page) => Pages.SkipWhile(other => other.Id != page.Id).Skip(1).FirstOrDefault();

    /// <summary>The soft checks that stand at the page's questions and to which the SENCO has not yet said yes.</summary>
    public IEnumerable<SoftCheck> ChecksAt(SurveyPage page) =>
        Answers.SoftChecks.Where(check => Asked(page).Any(question => question.Id == check.Question) && state.Accepted.GetValueOrDefault(check.Id) != Fingerprint(check));

    /// <summary>What a yes to the check was said to: with other numbers it is asked again.</summary>
    public string Fingerprint(SoftCheck check) => string.Join('|', check.When.Ids.Select(id => Answers.Number(id)?.ToString() ?? string.Join(',', Answers.Choice(id)?.Options ?? [])));
}
