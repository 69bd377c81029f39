using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class SendSurveyAnswers(SurveyVisits visits, SurveyOverview overview)
{
    [Function(nameof(SendSurveyAnswers))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "survey/{round}/answers")] HttpRequest request, string round) =>
        visits.PostAsync(request, round, (visit, _) => overview.SendAsync(request, visit), withSent: true);
}
