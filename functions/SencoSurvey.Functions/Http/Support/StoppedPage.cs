using Microsoft.AspNetCore.Http;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>The same whether it was this press, an earlier one, or the coordinator who took them off the list.</summary>
internal static class StoppedPage
{
    public static IResult Of(HttpRequest request) =>
        Page.Of<MessagePage>(request, new { Title = "The reports are stopped", Text = "No more are sent to you. If you want them again, ask whoever runs the survey for you." });
}
