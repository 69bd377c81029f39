using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class WithdrawSurvey(SurveyVisits visits, SurveySent sent)
{
    [Function(nameof(WithdrawSurvey))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "survey/{round}/withdraw")] HttpRequest request, string round) =>
        visits.PostAsync(request, round, (visit, _) => sent.WithdrawAsync(request, visit), withSent: true);
}
