using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Recipients;

namespace SencoSurvey.Functions.Http;

public sealed class PutRecipient(RecipientService recipients)
{
    [Function(nameof(PutRecipient))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/recipients/{id}")] HttpRequest request, string id)
    {
        var recipient = await RequestBody.ReadJsonAsync<Recipient>(request);
        var (listed, created) = await recipients.PutAsync(id, recipient, request.Flag("restart"), CancellationToken.None);
        return Results.Json(RecipientView.Of(listed), statusCode: created ? 201 : 200);
    }
}
