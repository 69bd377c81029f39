using Microsoft.AspNetCore.Http;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Functions.Http;

public sealed class PutRound(RoundService rounds)
{
    [Function(nameof(PutRound))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/rounds/{round}")] HttpRequest request, string round)
    {
        var definition = await RequestBody.ReadJsonAsync<RoundDefinition>(request);
        var (saved, created) = await rounds.PutAsync(round, definition, CancellationToken.None);
        return Results.Json(RoundView.Of(saved, rounds), statusCode: created ? 201 : 200);
    }
}
