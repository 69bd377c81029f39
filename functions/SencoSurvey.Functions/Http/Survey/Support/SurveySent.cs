using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>What there is once answers were sent in. Without any, all of it leads to the start page.</summary>
public sealed class SurveySent(JourneyService journeys, SurveyForms forms)
{
    public async Task<IResult> ConfirmAsync(HttpRequest request, Visit visit)
    {
        if (visit.Sent is not { } sent) return new SeeOther(SurveyAddress.Start(visit.Round.Id));
        return Page.Of<ConfirmationPage>(request, new
        {
            visit.Round,
            Receipt = new Acknowledgement(visit.Reference, sent.ReceivedAt),
            Figures = await journeys.CompareAsync(visit, request.HttpContext.RequestAborted),
            Secrets = forms.Secrets(request, visit.Round.Id, visit.Key.Reveal()),
            IsOpen = visit.State == RoundState.Open,
            visit.HasUnsent,
        });
    }

    public static IResult Copy(HttpRequest request, Visit visit) => visit.Sent is not { } sent
        ? new SeeOther(SurveyAddress.Start(visit.Round.Id))
        : Page.Of<CopyPage>(request, new
        {
            visit.Round,
            Receipt = new Acknowledgement(visit.Reference, sent.ReceivedAt),
            sent.Answers,
            All = request.Query["all"] == "true",
        });

    public IResult AskWithdrawal(HttpRequest request, Visit visit) => Page.Of<WithdrawPage>(request, new
    {
        Round = visit.Round.Id,
        Secrets = forms.Secrets(request, visit.Round.Id, visit.Key.Reveal()),
        WasSent = visit.Sent is not null,
    });

    public async Task<IResult> WithdrawAsync(HttpRequest request, Visit visit)
    {
        try
        {
            await journeys.WithdrawAsync(visit, CancellationToken.None);
        }
        catch (Refusal refusal) when (refusal.Status == 404)
        {
            // The button was pressed twice.
        }

        ResponseTickets.Forget(request.HttpContext.Response, visit.Round.Id);
        return Page.Of<MessagePage>(request, new
        {
            Title = "Your answers are deleted",
            Text = "If you had sent them in, the statistics forget them when they are next worked out. Until the survey closes you can take part again.",
            Round = visit.Round.Id,
            Next = ((string, string)?)(SurveyAddress.Start(visit.Round.Id), "Back to the survey’s start page"),
        });
    }
}
