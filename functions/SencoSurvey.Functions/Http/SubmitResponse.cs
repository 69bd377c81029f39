using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Functions.Http;

public sealed class SubmitResponse(ResponseService responses)
{
    /// <summary>The body.</summary>
    /// <param name="Answers">By question id.</param>
    public sealed record Body(JsonElement Answers);

    [Function(nameof(SubmitResponse))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/rounds/{round}/response")] HttpRequest request, string round)
    {
        var body = await RequestBody.ReadJsonAsync<Body>(request);

        // Once read, it is carried through, whether the caller is still there or not.
        var (receipt, created) = await responses.SubmitAsync(round, request.ResponseKey(), body.Answers, CancellationToken.None);
        return Results.Json(receipt, statusCode: created ? 201 : 200);
    }
}
