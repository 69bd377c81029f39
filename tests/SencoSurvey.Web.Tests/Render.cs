using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SencoSurvey.Core.Mails;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports;
using SencoSurvey.Core.Reports.Mails;
using SencoSurvey.Core.Reports.Sections;
using SencoSurvey.Web.Emails;
using SencoSurvey.Web.Pages;

namespace SencoSurvey.Web.Tests;

internal static class Render
{
    public static readonly Uri Link = new("https://survey.example/reports/2016/la/813?expires=20170409&signature=a%2Bb");

    public static readonly Uri Stop = new("https://survey.example/stop/officer-1?signature=c");

    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    public static Task<IHtmlDocument> ReportPage(Publication publication, string? linkQuery = null, string? by = null, Places? places = null) => Page<ReportPage>(new()
    {
        [nameof(Web.Pages.ReportPage.Report)] = FullReport.Of(publication, "senco-workload-1", by, Emails.Workload.Questionnaire),
        [nameof(Web.Pages.ReportPage.LinkQuery)] = linkQuery,
        [nameof(Web.Pages.ReportPage.Places)] = places,
    });

    public static async Task<IHtmlDocument> Page<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return Parse(await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()));
    }

    /// <summary>An officer's first mail, who is told of no schools.</summary>
    public static Task<MailBody> Mail(Publication publication) => Mail(new ReportMailSource(publication, ReportReader.Officer));

    public static Task<MailBody> Mail(ReportMailSource source) =>
        new ReportMailRenderer(Services, NullLoggerFactory.Instance).RenderAsync(ReportMailContent.Of(source), Link, new DateOnly(2017, 4, 9), Stop);

    /// <summary>Strict: HTML that breaks a rule of the parser is an error.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    /// <summary>An element's words as a reader meets them, with runs of white space as one space.</summary>
    public static string Words(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Words(this string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
