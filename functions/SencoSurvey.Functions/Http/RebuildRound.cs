using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Rebuilding;

namespace SencoSurvey.Functions.Http;

public sealed class RebuildRound(RebuildService rebuilds)
{
    /// <param name="Status">The address that says how far it is.</param>
    public sealed record Started(string Status);

    [Function(nameof(RebuildRound))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/rounds/{round}/rebuild")] HttpRequest request, string round)
    {
        var status = $"/api/rounds/{round}/rebuilds/{await rebuilds.StartAsync(round, CancellationToken.None)}";
        return Results.Accepted(status, new Started(status));
    }
}
