using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Services.Populations;

namespace SencoSurvey.Functions.Http;

public sealed class GetResponseRate(ResponseRateService rates)
{
    /// <summary>The rate with what it is of.</summary>
    public sealed record View(string Round, string Scope, long? Invited, long Responded, double? Rate, IReadOnlyList<PhaseResponseRate> ByPhase);

    [Function(nameof(GetResponseRate))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/rounds/{round}/response-rate/{*scope}")] HttpRequest request, string round)
    {
        // From the route alone: a platform may fill a missing parameter from the query.
        if (!Scope.TryParse(request.RouteValues["scope"] as string, null, out var scope))
            throw Refusal.Field(400, "The address is not understood.", "scope", "Must be england, region/{code} or la/{code}, of a code that there is.");
        var rate = await rates.GetAsync(round, scope, request.HttpContext.RequestAborted);
        return Results.Json(new View(round, scope.Id, rate.Invited, rate.Responded, rate.Rate, rate.ByPhase));
    }
}
