using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>The overview of all answers, and sending them in.</summary>
public sealed class SurveyOverview(JourneyService journeys, SurveyForms forms)
{
    public IResult Show(HttpRequest request, Visit visit) => Show(request, visit, [], 200);

    public async Task<IResult> SendAsync(HttpRequest request, Visit visit)
    {
        if (await journeys.SendAsync(visit, CancellationToken.None)) return new SeeOther(SurveyAddress.Confirmation(visit.Round.Id));
        var missing = visit.Journey.Questionnaire.Questions.Where(question => question.Required && visit.Journey.Answers.Applies(question) && visit.Journey.Answers.Find(question.Id) is null);
        var errors = missing.Select(question => new PageError($"change-{question.Id}", $"Answer “{question.Label}” before you send your answers")).ToList();
        if (errors.Count == 0) errors.Add(new PageError($"change-{visit.Journey.Asked(visit.Journey.Pages[0])[0].Id}", "You have not answered anything yet: answer what you can before you send it"));
        return Show(request, visit, errors, 400);
    }

    private IResult Show(HttpRequest request, Visit visit, IReadOnlyList<PageError> errors, int status) => Page.Of<AnswersPage>(
        request,
        new
        {
            Round = visit.Round.Id,
            visit.Journey,
            Secrets = forms.Secrets(request, visit.Round.Id, visit.Key.Reveal()),
            Back = visit.Sent is null && visit.Journey.Pages is [.., var last] ? SurveyAddress.Page(visit.Round.Id, last.Id) : SurveyAddress.Start(visit.Round.Id),
            WasSent = visit.Sent is not null,
            IsUnchanged = visit.Sent is not null && !visit.HasUnsent,
            Errors = errors,
        },
        status);
}
