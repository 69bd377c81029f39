using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

/// <summary>Asks whether unlikely answers are meant.</summary>
public sealed class GetSurveyChecks(SurveyVisits visits, SurveyQuestions questions)
{
    [Function(nameof(GetSurveyChecks))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/questions/{page}/confirm")] HttpRequest request, string round, string page) =>
        visits.GetAsync(request, round, visit => Task.FromResult(questions.ShowChecks(request, visit, page)));
}
