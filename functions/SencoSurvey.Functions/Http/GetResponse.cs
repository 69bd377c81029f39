using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Functions.Http;

public sealed class GetResponse(ResponseService responses)
{
    [Function(nameof(GetResponse))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rounds/{round}/response")] HttpRequest request, string round)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(await responses.GetAsync(round, request.ResponseKey(), request.HttpContext.RequestAborted));
    }
}
