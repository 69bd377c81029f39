using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Rebuilding;

namespace SencoSurvey.Functions.Http;

public sealed class GetRebuild(RebuildService rebuilds)
{
    [Function(nameof(GetRebuild))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/rounds/{round}/rebuilds/{id}")] HttpRequest request, string round, string id) =>
        Results.Json(await rebuilds.StatusAsync(round, id, request.HttpContext.RequestAborted));
}
