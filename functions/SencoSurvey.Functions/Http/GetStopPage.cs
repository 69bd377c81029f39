using Microsoft.AspNetCore.Http;
using SencoSurvey.Core.Geography;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http;

public sealed class GetStopPage(StopService stops, StopLink link)
{
    [Function(nameof(GetStopPage))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stop/{recipient}")] HttpRequest request, string recipient) =>
        await stops.FindAsync(recipient, request.Query["signature"].ToString(), request.HttpContext.RequestAborted) is { IsStopped: false } listed
            ? Page.Of<StopPage>(request, new { ScopeName = Scope.Parse(listed.Recipient.Scope).Name, Action = link.PathOf(listed.Id) })
            : StoppedPage.Of(request);
}
