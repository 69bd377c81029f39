using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Recipients;

namespace SencoSurvey.Functions.Http;

public sealed class GetRecipient(RecipientService recipients)
{
    [Function(nameof(GetRecipient))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/recipients/{id}")] HttpRequest request, string id) =>
        Results.Json(RecipientView.Of(await recipients.GetAsync(id, request.HttpContext.RequestAborted)));
}
