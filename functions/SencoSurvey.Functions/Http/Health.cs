using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Health;

namespace SencoSurvey.Functions.Http;

public sealed class Health(HealthService health)
{
    [Function(nameof(Health))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request)
    {
        var report = await health.CheckAsync(request.HttpContext.RequestAborted);
        if (report.Queues is null) request.HttpContext.Response.Headers.RetryAfter = Problems.RetryAfter;
        return Results.Json(report, statusCode: report.Queues is null ? 503 : 200);
    }
}
