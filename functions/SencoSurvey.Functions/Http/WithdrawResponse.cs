using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Functions.Http;

public sealed class WithdrawResponse(ResponseService responses)
{
    [Function(nameof(WithdrawResponse))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/rounds/{round}/response")] HttpRequest request, string round)
    {
        await responses.WithdrawAsync(round, request.ResponseKey(), CancellationToken.None);
        return Results.NoContent();
    }
}
