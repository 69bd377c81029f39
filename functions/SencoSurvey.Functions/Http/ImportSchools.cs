using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Populations;

namespace SencoSurvey.Functions.Http;

public sealed class ImportSchools(RegisterService register)
{
    [Function(nameof(ImportSchools))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/rounds/{round}/schools")] HttpRequest request, string round) =>
        Results.Json(await register.ReplaceAsync(round, await RequestBody.ReadRegisterAsync(request), request.HttpContext.RequestAborted));
}
