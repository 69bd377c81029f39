using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SencoSurvey.Core;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Reports;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>The way in: a link with a code, a typed code, or in an open round nothing but consent.</summary>
public sealed class SurveyStart(RoundService rounds, JourneyService journeys, ResponseTickets tickets, SurveyForms forms, SurveyVisits visits, IOptions<SiteOptions> site)
{
    /// <summary>Takes the code out of the address, where it would stay in histories and be seen over a shoulder.</summary>
    public async Task<IResult> LetInAsync(HttpRequest request, string roundId, string code)
    {
        try
        {
            var visit = await journeys.OpenAsync(roundId, code, withSent: false, request.HttpContext.RequestAborted);
            tickets.Remember(request.HttpContext.Response, roundId, visit.Key.Reveal());
            return new SeeOther(SurveyAddress.Start(roundId));
        }
        catch (Refusal refusal) when (refusal.Status == 403)
        {
            var round = await rounds.GetAsync(roundId, request.HttpContext.RequestAborted);
            return round.Definition.Access == Access.Invited
                ? ShowStart(request, round, null, status: 403, errors: [new PageError(StartPage.CodeField, "This invitation link is not known here. Enter the code from your invitation")])
                : Message(request, round, 403, "This link does not work", "It may have been cut off when it was copied. Open it once more from where you kept it.");
        }
    }

    public async Task<IResult> ShowAsync(HttpRequest request, string roundId)
    {
        var round = await rounds.GetAsync(roundId, request.HttpContext.RequestAborted);
        var visit = tickets.FromCookie(request, roundId) is { } key ? await TryOpenAsync(request, roundId, key) : null;
        if (visit is { Sent: not null } or { Draft: not null, State: RoundState.Open }) return ShowReturning(request, visit);
        return rounds.StateOf(round) switch
        {
            RoundState.Planned => Message(request, round, 200, "The survey has not opened yet", $"It opens on {ReportFormat.Date(round.Definition.OpensOn)}. Come back then, with the same link."),
            RoundState.Closed when visit?.Draft is not null => Message(request, round, 200, "The survey has closed", "What you had saved was not sent in, so it does not count; it will be deleted. We are sorry: thank you for the time that you gave."),
            RoundState.Closed => Message(request, round, 200, "The survey has closed", "It takes no more answers. Thank you for your interest."),
            _ => ShowStart(request, round, visit?.Key.Reveal()),
        };
    }

    public async Task<IResult> BeginAsync(HttpRequest request, string roundId)
    {
        var form = await SurveyForms.ReadAsync(request);
        return await visits.CarryAsync(request, roundId, form, async () =>
        {
            var round = await rounds.GetAsync(roundId, request.HttpContext.RequestAborted);
            if (rounds.StateOf(round) != RoundState.Open) return new SeeOther(SurveyAddress.Start(roundId));
            var code = EntryText.Clean(form[StartPage.CodeField].ToString());
            var key = tickets.FromForm(form, roundId) ?? (round.Definition.Access == Access.Invited ? code : ResponseKey.New().Reveal());
            var consented = form[StartPage.ConsentField] == "yes";
            var visit = await TryOpenAsync(request, roundId, key);
            var errors = new List<PageError>();
            if (visit is null) errors.Add(new PageError(StartPage.CodeField, string.IsNullOrWhiteSpace(code) ? "Enter your invitation code" : "This code is not known here. Check it against your invitation"));
            if (!consented) errors.Add(new PageError(StartPage.ConsentField, "Tick the box if you agree to take part"));
            if (visit is null || !consented) return ShowStart(request, round, visit is null ? null : key, 400, errors, code, consented);
            await journeys.BeginAsync(visit, CancellationToken.None);
            tickets.Remember(request.HttpContext.Response, roundId, visit.Key.Reveal());
            return new SeeOther(visit.Sent is null && visit.Journey.Open is { } page ? SurveyAddress.Page(roundId, page.Id) : SurveyAddress.Start(roundId));
        });
    }

    private async Task<Visit?> TryOpenAsync(HttpRequest request, string round, string key)
    {
        try
        {
            return await journeys.OpenAsync(round, key, withSent: true, request.HttpContext.RequestAborted);
        }
        catch (Refusal refusal) when (refusal.Status is 401 or 403)
        {
            return null;
        }
    }

    private IResult ShowReturning(HttpRequest request, Visit visit) => Page.Of<ReturningPage>(request, new
    {
        visit.Round,
        Secrets = forms.Secrets(request, visit.Round.Id, visit.Key.Reveal()),
        IsOpen = visit.State == RoundState.Open,
        Sent = visit.Sent is { } sent ? new Acknowledgement(visit.Reference, sent.ReceivedAt) : null,
        visit.HasUnsent,
        Continue = SurveySteps.Next(visit),
    });

    /// <param name="key">Of the response to be begun. In an open round it is made with the page, so that pressing "Start now" twice begins one.</param>
    private IResult ShowStart(HttpRequest request, Round round, string? key, int status = 200, IReadOnlyList<PageError>? errors = null, string? code = null, bool consented = false)
    {
        var isOpen = round.Definition.Access == Access.Open;
        return Page.Of<StartPage>(
            request,
            new
            {
                Round = round,
                Organiser = new Organiser(site.Value.Organiser, site.Value.Contact),
                Secrets = forms.Secrets(request, round.Id, key ?? (isOpen ? ResponseKey.New().Reveal() : null)),
                Required = rounds.QuestionnaireOf(round).Questions.Where(question => question.Required && isOpen).Select(question => question.Label).ToList(),
                AsksCode = !isOpen && key is null,
                Code = code,
                Consented = consented,
                Errors = errors ?? [],
            },
            status);
    }

    private static IResult Message(HttpRequest request, Round round, int status, string title, string text) =>
        Page.Of<MessagePage>(request, new { Title = title, Text = text, Round = round.Id }, status);
}
