using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

/// <summary>Check your answers.</summary>
public sealed class GetSurveyAnswers(SurveyVisits visits, SurveyOverview overview)
{
    [Function(nameof(GetSurveyAnswers))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/answers")] HttpRequest request, string round) =>
        visits.GetAsync(request, round, visit => Task.FromResult(overview.Show(request, visit)), withSent: true);
}
