using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Functions.Http;

public sealed class GetRound(RoundService rounds)
{
    [Function(nameof(GetRound))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rounds/{round}")] HttpRequest request, string round) =>
        Results.Json(RoundView.Of(await rounds.GetAsync(round, request.HttpContext.RequestAborted), rounds));
}
