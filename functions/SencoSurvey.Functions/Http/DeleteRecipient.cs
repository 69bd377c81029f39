using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Recipients;

namespace SencoSurvey.Functions.Http;

public sealed class DeleteRecipient(RecipientService recipients)
{
    [Function(nameof(DeleteRecipient))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/recipients/{id}")] HttpRequest request, string id)
    {
        await recipients.DeleteAsync(id, CancellationToken.None);
        return Results.NoContent();
    }
}
