using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using SencoSurvey.Core.Mails;
using SencoSurvey.Core.Reports.Mails;

namespace SencoSurvey.Web.Emails;

public sealed class ReportMailRenderer(IServiceProvider services, ILoggerFactory loggers) : IReportMailRenderer
{
    public async Task<MailBody> RenderAsync(ReportMailContent content, Uri link, DateOnly linkExpires, Uri stop)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(ReportEmail.Content)] = content,
            [nameof(ReportEmail.Link)] = link,
            [nameof(ReportEmail.LinkExpires)] = linkExpires,
            [nameof(ReportEmail.Stop)] = stop,
        });
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportEmail>(parameters)).ToHtmlString());
        return new MailBody(content.Subject, ReportMailText.Of(content, link, linkExpires, stop), html);
    }
}
