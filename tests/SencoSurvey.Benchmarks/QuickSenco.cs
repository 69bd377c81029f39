using System.Net;
using System.Text.RegularExpressions;
using SencoSurvey.Core.Geography;
using SencoSurvey.Testing;

namespace SencoSurvey.Benchmarks;

/// <summary>A browser that costs next to nothing, so that what is measured is the survey.</summary>
internal sealed partial class QuickSenco(Uri site) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>From the start page to the confirmation, every question answered.</summary>
    public async Task GoAsync(string round)
    {
        cookies.Clear();
        var (address, html) = await SendAsync(HttpMethod.Get, $"/survey/{round}", null);
        (address, html) = await SendAsync(HttpMethod.Post, address, [.. Hidden(html), new("consent", "yes")]);
        while (!address.EndsWith("/answers", StringComparison.Ordinal))
            (address, html) = await SendAsync(HttpMethod.Post, address, [.. Hidden(html), .. Answers(html)]);
        (address, html) = await SendAsync(HttpMethod.Post, address, Hidden(html));
        if (!address.EndsWith("/confirmation", StringComparison.Ordinal) || !html.Contains("Your answers are in", StringComparison.Ordinal)) throw new InvalidOperationException($"Ended at {address}.");
    }

    public void Dispose() => http.Dispose();

    private async Task<(string Address, string Html)> SendAsync(HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? fields)
    {
        for (;;)
        {
            using var request = new HttpRequestMessage(method, address) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var response = await http.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                if (cookie.Split(';')[0].Split('=', 2) is [var name, var value]) cookies[name] = value;
            }

            if (response.StatusCode == HttpStatusCode.OK) return (address, await response.Content.ReadAsStringAsync());
            if (response.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{method} {address} was answered {(int)response.StatusCode}.");
            (method, address, fields) = (HttpMethod.Get, response.Headers.Location!.ToString(), null);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(string html) =>
        HiddenField().Matches(html).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)));

    private static IEnumerable<KeyValuePair<string, string>> Answers(string html)
    {
        var names = FieldName().Matches(html).Select(field => field.Groups[1].Value).ToHashSet();
        return from answer in SurveyAnswers.Leaving
               where names.Contains(answer.Key)
               from value in answer.Key == "localAuthority" ? [LocalAuthorities.All[Random.Shared.Next(LocalAuthorities.All.Count)].Code] : answer.Value // From all over England.
               select KeyValuePair.Create(answer.Key, value);
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)"\s*/?>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex(""" id="[A-Za-z0-9]+" name="([A-Za-z0-9]+)" """)]
    private static partial Regex FieldName();
}
