using Microsoft.AspNetCore.Http;
using SencoSurvey.Core.Reports;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Web.Pages;

namespace SencoSurvey.Functions.Http;

public sealed class GetReport(StatisticsService statistics, ReadAccess access)
{
    [Function(nameof(GetReport))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{round}/{*scope}")] HttpRequest request, string round)
    {
        var scope = StatisticsRequest.ScopeOf(request);
        access.Demand(request, scope, live: false);
        var (publication, _) = await statistics.GetAsync(round, scope, by: null, live: false, request.HttpContext.RequestAborted);
        return Page.Of<ReportPage>(request, new { Content = ReportContent.Of(publication), LinkQuery = request.QueryString.Value });
    }
}
