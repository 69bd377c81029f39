using SencoSurvey.Core.Journeys;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>Which page comes when.</summary>
internal static class SurveySteps
{
    /// <summary>Where someone who comes back goes on.</summary>
    public static string Next(Visit visit) => visit.Journey.Open is { } page ? SurveyAddress.Page(visit.Round.Id, page.Id) : SurveyAddress.Answers(visit.Round.Id);

    /// <summary>After a page was saved: to the check of an unlikely answer, then onwards; back to the overview for someone who came from there, unless the change brought up new questions.</summary>
    public static string After(Visit visit, SurveyPage page, bool changing) =>
        visit.Journey.ChecksAt(page).Any() ? SurveyAddress.Checks(visit.Round.Id, page.Id, changing) : Onwards(visit, page, changing);

    /// <summary>After a check was said yes to.</summary>
    public static string Onwards(Visit visit, SurveyPage page, bool changing)
    {
        var next = changing ? visit.Journey.Open : visit.Journey.After(page);
        return next is null ? SurveyAddress.Answers(visit.Round.Id) : SurveyAddress.Page(visit.Round.Id, next.Id, changing);
    }

    public static string Before(Visit visit, SurveyPage page, bool changing) =>
        changing ? SurveyAddress.Answers(visit.Round.Id)
        : visit.Journey.Before(page) is { } before ? SurveyAddress.Page(visit.Round.Id, before.Id)
        : SurveyAddress.Start(visit.Round.Id);
}
