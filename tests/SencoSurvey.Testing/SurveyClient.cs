using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SencoSurvey.Testing;

/// <summary>
/// A browser without scripts: follows redirects, keeps cookies, and sends the form that the page has, with what the page put into it. It keeps cookies by
/// itself, because .NET's own jar keeps back secure ones from plain HTTP, which browsers do not do on a loopback address.
/// </summary>
public sealed class SurveyClient(Uri baseAddress) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = baseAddress };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public string Html { get; private set; } = "";

    public HttpResponseMessage Response { get; private set; } = null!;

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>The page's path and query.</summary>
    public string Address { get; private set; } = "";

    public string Title => Page.Title!.Replace(" – SencoSurvey", "", StringComparison.Ordinal);

    public string Words => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public Task<SurveyClient> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null);

    /// <summary>Sends the page's first form, as pressing its button does.</summary>
    /// <param name="entries">By field; several values for checkboxes.</param>
    public Task<SurveyClient> PressAsync(params (string Field, string[] Values)[] entries)
    {
        var (action, fields) = Form(entries);
        return SendAsync(HttpMethod.Post, action, fields);
    }

    public Task<SurveyClient> PressAsync(IEnumerable<KeyValuePair<string, string[]>> entries) => PressAsync([.. entries.Select(entry => (entry.Key, entry.Value))]);

    /// <summary>What pressing the button would send: for sending it otherwise, or several times at once.</summary>
    public (string Action, List<KeyValuePair<string, string>> Fields) Form(params (string Field, string[] Values)[] entries)
    {
        var form = Page.Forms[0];
        var fields = form.QuerySelectorAll("input, textarea, select").SelectMany(Values).Where(field => entries.All(entry => entry.Field != field.Key)).ToList();
        fields.AddRange(entries.SelectMany(entry => entry.Values.Select(value => KeyValuePair.Create(entry.Field, value))));
        return (form.GetAttribute("action")!, fields);
    }

    /// <summary>The names of the fields that the page asks for, without hidden ones.</summary>
    public IReadOnlyList<string> Asked => [.. Page.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select").Select(input => input.GetAttribute("name")!).Distinct()];

    /// <summary>The same browser, once more: another tab, or a second press while the first is under way.</summary>
    public SurveyClient Twin()
    {
        var twin = new SurveyClient(http.BaseAddress!) { Page = Page, Html = Html, Response = Response, Address = Address };
        foreach (var (name, value) in Cookies) twin.Cookies[name] = value;
        return twin;
    }

    public async Task<SurveyClient> SendAsync(HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? fields)
    {
        for (var redirects = 0; redirects < 10; redirects++)
        {
            using var request = new HttpRequestMessage(method, address) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
            if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            Response = await http.SendAsync(request);
            Keep(Response);
            Address = address;
            if (Response.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Found))
            {
                Html = await Response.Content.ReadAsStringAsync();
                Page = new HtmlParser().ParseDocument(Html);
                return this;
            }

            (method, address, fields) = (HttpMethod.Get, Response.Headers.Location!.ToString(), null);
        }

        throw new InvalidOperationException($"Redirected in a circle, last to {address}.");
    }

    public void Dispose() => http.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var cookies)) return;
        foreach (var cookie in cookies)
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : (cookie, "");
            if (value.Length == 0) Cookies.Remove(name);
            else Cookies[name] = value;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement field) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement input => [KeyValuePair.Create(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [KeyValuePair.Create(area.Name!, area.Value)],
        IHtmlSelectElement select => [KeyValuePair.Create(select.Name!, select.Value ?? "")],
        _ => [],
    };
}
