using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Functions.Http;

public sealed class CloseRound(RoundService rounds)
{
    [Function(nameof(CloseRound))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/rounds/{round}/close")] HttpRequest request, string round) =>
        Results.Json(RoundView.Of(await rounds.CloseAsync(round, CancellationToken.None), rounds));
}
