using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Reports.Sections;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Web.Pages;

namespace SencoSurvey.Functions.Http;

public sealed class GetReport(StatisticsService statistics, ReadAccess access, IQuestionnaires questionnaires)
{
    [Function(nameof(GetReport))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{round}/{*scope}")] HttpRequest request, string round)
    {
        // From the route alone: a platform may fill a missing parameter from the query.
        if (!Scope.TryParse(request.RouteValues["scope"] as string, null, out var scope)) throw Refusal.NotFound("Reports are of England, a region, a local authority or a school group.");
        access.Demand(request, scope, live: false);
        var cancel = request.HttpContext.RequestAborted;
        var by = request.Query["by"].ToString();
        var (publication, of) = await statistics.GetForReportAsync(round, scope, withDetails: by.Length > 0, cancel);
        return Page.Of<ReportPage>(request, new
        {
            Report = FullReport.Of(publication, of.Definition.Questionnaire, by.Length > 0 ? by : null, questionnaires.Find(of.Definition.Questionnaire)),
            LinkQuery = request.QueryString.Value,
            Places = scope.IsPublic ? Places.In(round, scope, await statistics.ScopesAsync(of, cancel)) : null,
        });
    }
}
