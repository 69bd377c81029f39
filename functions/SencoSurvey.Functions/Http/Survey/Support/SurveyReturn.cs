using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>The private link by which a SENCO comes back: shown, and mailed.</summary>
public sealed class SurveyReturn(ReturnLinkService links, SurveyForms forms)
{
    public IResult Show(HttpRequest request, Visit visit) => Show(request, visit, 200, isMailed: request.Query["mailed"] == "true");

    public async Task<IResult> MailAsync(HttpRequest request, Visit visit, IFormCollection form)
    {
        var address = EntryText.Clean(form[ReturnPage.EmailField].ToString()).Trim();
        try
        {
            await links.MailAsync(visit, address, CancellationToken.None);
            return new SeeOther($"{SurveyAddress.Return(visit.Round.Id)}?mailed=true");
        }
        catch (Refusal refusal) when (refusal.Status == 400)
        {
            return Show(request, visit, 400, isMailed: false, address, refusal.Advice);
        }
    }

    private IResult Show(HttpRequest request, Visit visit, int status, bool isMailed, string? email = null, string? error = null) => Page.Of<ReturnPage>(
        request,
        new
        {
            Round = visit.Round.Id,
            Link = links.For(visit),
            Secrets = forms.Secrets(request, visit.Round.Id, visit.Key.Reveal()),
            Continue = visit.Sent is null ? SurveySteps.Next(visit) : SurveyAddress.Start(visit.Round.Id),
            IsMailed = isMailed,
            Email = email,
            Error = error,
        },
        status);
}
