using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

/// <summary>The private link that leads back.</summary>
public sealed class GetSurveyReturn(SurveyVisits visits, SurveyReturn links)
{
    [Function(nameof(GetSurveyReturn))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/return")] HttpRequest request, string round) =>
        visits.GetAsync(request, round, visit => Task.FromResult(links.Show(request, visit)), withSent: true);
}
