using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Storage;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>
/// Lets a SENCO in at every page: finds out whose answers they are, and sees to it that a form is ours. Who cannot be let in is led to the start page; what was
/// typed and could not be saved is carried along.
/// </summary>
public sealed class SurveyVisits(JourneyService journeys, ResponseTickets tickets, SurveyForms forms)
{
    /// <summary>Shows a page to someone who has consented, and so has a draft or has sent answers in.</summary>
    /// <param name="withSent">Whether the page shows what was sent in.</param>
    /// <param name="whenClosed">Whether the page is for after the close too.</param>
    public async Task<IResult> GetAsync(HttpRequest request, string round, Func<Visit, Task<IResult>> show, bool withSent = false, bool whenClosed = false)
    {
        if (tickets.FromCookie(request, round) is not { } key) return new SeeOther(SurveyAddress.Start(round));
        if (await OpenAsync(request, round, key, withSent) is not { } visit) return new SeeOther(SurveyAddress.Start(round));
        var isForNow = visit.State == RoundState.Open || (whenClosed && visit.State == RoundState.Closed);
        return isForNow && visit is not { Draft: null, Sent: null } ? await show(visit) : new SeeOther(SurveyAddress.Start(round));
    }

    public async Task<IResult> PostAsync(HttpRequest request, string round, Func<Visit, IFormCollection, Task<IResult>> take, bool withSent = false)
    {
        var form = await SurveyForms.ReadAsync(request);
        return await CarryAsync(request, round, form, async () =>
        {
            if ((form.ContainsKey(FormSecrets.TicketField) ? tickets.FromForm(form, round) : tickets.FromCookie(request, round)) is not { } key) return new SeeOther(SurveyAddress.Start(round));
            if (await OpenAsync(request, round, key, withSent) is not { } visit) return new SeeOther(SurveyAddress.Start(round));
            if (visit.State != RoundState.Open) return new SeeOther(SurveyAddress.Start(round));
            if (tickets.FromCookie(request, round) != key) tickets.Remember(request.HttpContext.Response, round, key);
            return await take(visit, form);
        });
    }

    /// <summary>Takes a form that is ours. One that cannot be taken now comes back with all that was typed, to be sent again by one press.</summary>
    public async Task<IResult> CarryAsync(HttpRequest request, string round, IFormCollection form, Func<Task<IResult>> take)
    {
        var isOurs = await forms.IsOursAsync(request);
        if (!isOurs && !IsFromHere(request)) throw Refusal.Field(400, "This did not come from the survey's own pages.", "form", "Nothing was saved or changed. Open the survey by your own link, and try again there.");
        if (!isOurs)
            return Retry(request, round, form, 400, "Please send this page once more", "We could not make sure that it came from this survey’s pages: your browser may have deleted its cookies, or not accept any. What you entered is still here.");
        try
        {
            return await take();
        }
        catch (Exception exception) when (StorageFaults.IsUnavailable(exception))
        {
            request.HttpContext.Response.Headers.RetryAfter = Problems.RetryAfter;
            return Retry(request, round, form, 503, "We could not save this page just now", "What you entered is still here, and all earlier pages are saved. Wait a moment, then try again.");
        }
    }

    /// <summary>
    /// Whether the browser says that one of our pages sent the form, and only the cookie is missing. What another site made it send must not be offered to be sent
    /// once more: one press would make it ours. https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
    /// </summary>
    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin";

    private async Task<Visit?> OpenAsync(HttpRequest request, string round, string key, bool withSent)
    {
        try
        {
            return await journeys.OpenAsync(round, key, withSent, request.HttpContext.RequestAborted);
        }
        catch (Refusal refusal) when (refusal.Status is 401 or 403)
        {
            // The invitation was replaced by a newer one.
            ResponseTickets.Forget(request.HttpContext.Response, round);
            return null;
        }
    }

    private IResult Retry(HttpRequest request, string round, IFormCollection form, int status, string title, string text) => Page.Of<RetryPage>(
        request,
        new { Title = title, Text = text, Action = request.Path.Value + request.QueryString.Value, Fields = SurveyForms.Typed(form, forms.Secrets(request, round, null)) },
        status);
}
