using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

/// <summary>A copy of what was sent in, to print.</summary>
public sealed class GetSurveyCopy(SurveyVisits visits)
{
    [Function(nameof(GetSurveyCopy))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/copy")] HttpRequest request, string round) =>
        visits.GetAsync(request, round, visit => Task.FromResult(SurveySent.Copy(request, visit)), withSent: true, whenClosed: true);
}
