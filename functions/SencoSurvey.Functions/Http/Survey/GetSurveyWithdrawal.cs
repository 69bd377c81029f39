using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class GetSurveyWithdrawal(SurveyVisits visits, SurveySent sent)
{
    [Function(nameof(GetSurveyWithdrawal))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/withdraw")] HttpRequest request, string round) =>
        visits.GetAsync(request, round, visit => Task.FromResult(sent.AskWithdrawal(request, visit)), withSent: true);
}
