using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Journeys;

/// <summary>Questions that stand together on one page of the survey.</summary>
/// <param name="Id">Of its first question; stands in the page's address.</param>
/// <param name="Title">For when it asks several.</param>
public sealed record SurveyPage(string Id, string Title, Section Section, IReadOnlyList<Question> Questions)
{
    /// <summary>A page that asks one thing is called what it asks.</summary>
    public string TitleFor(IReadOnlyList<Question> asked) => asked.Count == 1 ? asked[0].Label : Title;

    /// <summary>
    /// A page ends where its section does, where a question starts a new one, and before a question that depends on one of the page: without scripts, an answer
    /// takes effect with the next page.
    /// </summary>
    public static IReadOnlyList<SurveyPage> Of(Questionnaire questionnaire)
    {
        var pages = new List<SurveyPage>();
        foreach (var section in questionnaire.Sections)
        {
            var page = new List<Question>();
            foreach (var question in section.Questions)
            {
                if (page.Count > 0 && (question.StartsPage is not null || DependsOn(questionnaire, question, page)))
                {
                    Add(section, page);
                    page = [];
                }

                page.Add(question);
            }

            if (page.Count > 0) Add(section, page);
        }

        return pages;

        void Add(Section section, List<Question> questions)
        {
            var isFirst = pages.Count == 0 || pages[^1].Section != section;
            pages.Add(new SurveyPage(questions[0].Id, questions[0].StartsPage ?? (isFirst ? section.Title : $"{section.Title} (continued)"), section, questions));
        }
    }

    private static bool DependsOn(Questionnaire questionnaire, Question question, List<Question> page) =>
        question.AppliesWhen is { } condition && condition.Ids.SelectMany(questionnaire.AskedFor).Intersect(page.Select(earlier => earlier.Id)).Any();
}
