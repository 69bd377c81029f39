using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class BeginSurvey(SurveyStart start)
{
    [Function(nameof(BeginSurvey))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "survey/{round}")] HttpRequest request, string round) => start.BeginAsync(request, round);
}
