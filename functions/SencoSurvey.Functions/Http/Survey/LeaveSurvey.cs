using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey;

/// <summary>Takes the cookie back, for a computer that others use.</summary>
public sealed class LeaveSurvey(SurveyVisits visits)
{
    [Function(nameof(LeaveSurvey))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "survey/{round}/leave")] HttpRequest request, string round) =>
        await visits.CarryAsync(request, round, await SurveyForms.ReadAsync(request), () =>
        {
            ResponseTickets.Forget(request.HttpContext.Response, round);
            return Task.FromResult<IResult>(new SeeOther(SurveyAddress.Start(round)));
        });
}
