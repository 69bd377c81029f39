using Microsoft.AspNetCore.Http;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>Shows and takes any page of questions.</summary>
public sealed class SurveyQuestions(JourneyService journeys, SurveyForms forms, ReturnLinkService links)
{
    public IResult Show(HttpRequest request, Visit visit, string pageId) =>
        visit.Journey.Find(pageId) is { } page ? Show(request, visit, page, PageEntry.Of(visit.Journey.Asked(page), visit.Journey.Answers), 200) : new SeeOther(SurveySteps.Next(visit));

    public async Task<IResult> TakeAsync(HttpRequest request, Visit visit, string pageId, IFormCollection form)
    {
        if (visit.Journey.Find(pageId) is not { } page) return new SeeOther(SurveySteps.Next(visit));
        var entry = PageEntry.Read(visit.Journey.Asked(page), field => [.. form[field].Select(value => value ?? "")]);
        if (entry.Errors.Count > 0) return Show(request, visit, page, entry, 400);
        return new SeeOther(SurveySteps.After(await journeys.SaveAsync(visit, entry, CancellationToken.None), page, IsChanging(request)));
    }

    public IResult ShowChecks(HttpRequest request, Visit visit, string pageId)
    {
        if (visit.Journey.Find(pageId) is not { } page) return new SeeOther(SurveySteps.Next(visit));
        var checks = visit.Journey.ChecksAt(page).Select(check => (visit.Journey.Questionnaire.Find(check.Question)!, check.Message)).ToList();
        if (checks.Count == 0) return new SeeOther(SurveySteps.Onwards(visit, page, IsChanging(request)));
        return Page.Of<ChecksPage>(request, new
        {
            Round = visit.Round.Id,
            Page = page,
            Checks = checks.Select(check => (check.Item1.Label, string.Join(", ", AnswerWords.Of(check.Item1, visit.Journey.Answers.Find(check.Item1.Id))), check.Message)).ToList(),
            Secrets = forms.Secrets(request, visit.Round.Id, visit.Key.Reveal()),
            Changing = IsChanging(request),
        });
    }

    public async Task<IResult> AcceptChecksAsync(HttpRequest request, Visit visit, string pageId)
    {
        if (visit.Journey.Find(pageId) is not { } page) return new SeeOther(SurveySteps.Next(visit));
        await journeys.AcceptAsync(visit, page, CancellationToken.None);
        return new SeeOther(SurveySteps.Onwards(visit, page, IsChanging(request)));
    }

    private IResult Show(HttpRequest request, Visit visit, SurveyPage page, PageEntry entry, int status) => Page.Of<QuestionsPage>(
        request,
        new
        {
            Round = visit.Round.Id,
            Page = page,
            Asked = visit.Journey.Asked(page),
            Entry = entry,
            Secrets = forms.Secrets(request, visit.Round.Id, visit.Key.Reveal()),
            Number = visit.Journey.Pages.TakeWhile(other => other.Id != page.Id).Count() + 1,
            Of = visit.Journey.Pages.Count,
            Back = SurveySteps.Before(visit, page, IsChanging(request)),
            Changing = IsChanging(request),
            Known = Known(visit, page),
            ReturnLink = visit.Opened.Invitation is null && page.Id == visit.Journey.Pages[0].Id ? links.For(visit).Link : null,
        },
        status);

    private static IReadOnlyList<(string, string)> Known(Visit visit, SurveyPage page) =>
        [.. page.Questions.Where(visit.Journey.IsKnown).Select(question => (question.Name, string.Join(", ", AnswerWords.Of(question, visit.Journey.Answers.Find(question.Id)))))];

    private static bool IsChanging(HttpRequest request) => request.Query["changing"] == "true";
}
