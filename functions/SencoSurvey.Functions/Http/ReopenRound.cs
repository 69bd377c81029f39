using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Functions.Http;

public sealed class ReopenRound(RoundService rounds)
{
    [Function(nameof(ReopenRound))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/rounds/{round}/reopen")] HttpRequest request, string round) =>
        Results.Json(RoundView.Of(await rounds.ReopenAsync(round, CancellationToken.None), rounds));
}
