using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class GetSurveyConfirmation(SurveyVisits visits, SurveySent sent)
{
    [Function(nameof(GetSurveyConfirmation))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/confirmation")] HttpRequest request, string round) =>
        visits.GetAsync(request, round, visit => sent.ConfirmAsync(request, visit), withSent: true, whenClosed: true);
}
