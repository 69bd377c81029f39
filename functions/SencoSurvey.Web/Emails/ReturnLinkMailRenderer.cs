using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Mails;
using SencoSurvey.Core.Reports;

namespace SencoSurvey.Web.Emails;

public sealed class ReturnLinkMailRenderer(IServiceProvider services, ILoggerFactory loggers) : IReturnLinkMailRenderer
{
    public const string Subject = "Your link back to the SENCO survey";

    public async Task<MailBody> RenderAsync(ReturnLink link)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReturnLinkEmail.Link)] = link });
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReturnLinkEmail>(parameters)).ToHtmlString());
        return new MailBody(Subject, string.Join("\n\n", [Subject, .. Before(link), link.Link.AbsoluteUri, .. After(link)]) + "\n", html);
    }

    internal static IReadOnlyList<string> Before(ReturnLink link) => [$"Here are your answers to “{link.Survey}”. The link opens them on any device, until {ReportFormat.Date(link.ClosesOn)}:"];

    internal static IReadOnlyList<string> After(ReturnLink link) =>
    [
        "Whoever has the link can read and change your answers: keep this mail to yourself.",
        $"Answers that are not sent in are deleted after {link.KeepDays} days in which nothing was saved.",
        "You get this because someone, most likely you, entered your address on the survey’s page. The address was used for this mail and not kept. If it was not you, delete this mail.",
    ];
}
