using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Functions.Http;

public sealed class ImportResponses(ImportService import)
{
    [Function(nameof(ImportResponses))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/rounds/{round}/responses/import")] HttpRequest request, string round) =>
        Results.Json(await import.ImportAsync(round, await RequestBody.ReadCsvAsync(request), request.HttpContext.RequestAborted));
}
