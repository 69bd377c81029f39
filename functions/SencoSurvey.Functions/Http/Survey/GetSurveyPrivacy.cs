using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Functions.Http.Survey.Support;
using SencoSurvey.Services;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class GetSurveyPrivacy(RoundService rounds, IOptions<SiteOptions> site, IOptions<DraftOptions> drafts)
{
    [Function(nameof(GetSurveyPrivacy))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/privacy")] HttpRequest request, string round) => Page.Of<PrivacyPage>(request, new
    {
        Round = await rounds.GetAsync(round, request.HttpContext.RequestAborted),
        Organiser = new Organiser(site.Value.Organiser, site.Value.Contact),
        drafts.Value.KeepDays,
        TicketCookie = ResponseTickets.Cookie,
        SurveyForms.AntiforgeryCookie,
    });
}
