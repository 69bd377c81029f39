using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Functions.Http;

public sealed class GetRounds(RoundService rounds)
{
    [Function(nameof(GetRounds))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rounds")] HttpRequest request) =>
        Results.Json((await rounds.ListAsync(request.HttpContext.RequestAborted)).Select(round => RoundView.Of(round, rounds)));
}
