using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class AcceptSurveyChecks(SurveyVisits visits, SurveyQuestions questions)
{
    [Function(nameof(AcceptSurveyChecks))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "survey/{round}/questions/{page}/confirm")] HttpRequest request, string round, string page) =>
        visits.PostAsync(request, round, (visit, _) => questions.AcceptChecksAsync(request, visit, page));
}
