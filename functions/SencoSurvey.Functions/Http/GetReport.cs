using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
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
        try
        {
            var scope = StatisticsRequest.ScopeOf(request);
            access.Demand(request, scope, live: false);
            var (publication, _) = await statistics.GetAsync(round, scope, by: null, live: false, request.HttpContext.RequestAborted);
            return Page.Of<ReportPage>(request, new { Content = ReportContent.Of(publication), LinkQuery = request.QueryString.Value });
        }
        catch (Refusal refusal)
        {
            // Whoever follows a link is a person: a page, not a problem document.
            return Page.Of<MessagePage>(request, new { Title = refusal.Message, Text = refusal.Advice }, refusal.Status);
        }
    }
}
