using Microsoft.AspNetCore.Http;
using SencoSurvey.Core.Populations;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Populations;

namespace SencoSurvey.Functions.Http;

public sealed class GetResponseRate(ResponseRateService rates)
{
    /// <summary>The rate with what it is of.</summary>
    public sealed record View(string Round, string Scope, long? Invited, long Responded, double? Rate, IReadOnlyList<PhaseResponseRate> ByPhase);

    [Function(nameof(GetResponseRate))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/rounds/{round}/response-rate/{*scope}")] HttpRequest request, string round)
    {
        var scope = StatisticsRequest.ScopeOf(request);
        var rate = await rates.GetAsync(round, scope, request.HttpContext.RequestAborted);
        return Results.Json(new View(round, scope.Id, rate.Invited, rate.Responded, rate.Rate, rate.ByPhase));
    }
}
