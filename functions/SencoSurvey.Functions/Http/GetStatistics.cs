using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services;
using SencoSurvey.Services.Publishing;

namespace SencoSurvey.Functions.Http;

public sealed class GetStatistics(StatisticsService statistics, ReadAccess access, IOptions<SiteOptions> site)
{
    [Function(nameof(GetStatistics))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rounds/{round}/statistics/{*scope}")] HttpRequest request, string round)
    {
        var asked = StatisticsRequest.Of(request);
        access.Demand(request, asked.Scope, asked.Live, asked.IsByAuthority);
        var (publication, of) = await statistics.GetAsync(round, asked.Scope, asked.By, asked.Live, request.HttpContext.RequestAborted);
        return await asked.AnswerAsync(publication, of.Definition, site.Value);
    }
}
