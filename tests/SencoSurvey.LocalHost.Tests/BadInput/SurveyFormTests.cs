using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>Whatever is posted to a page of questions is saved, complained about or refused; what was typed comes back, and nothing takes long.</summary>
public sealed class SurveyFormTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Start = $"/survey/{ProductHost.Open}";
    private const string Comments = $"{Start}/questions/comments";

    [Fact]
    public async Task Control_characters_are_left_out_and_the_rest_is_saved()
    {
        using var browser = await BegunAsync();

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Comments, ("comments", "a\u0000b\u0007 é+x\r\n=cmd()"))).StatusCode);

        Assert.Equal("ab é+x\n=cmd()", (await browser.GetAsync(Comments)).QuerySelector<IHtmlTextAreaElement>("[name=comments]")!.Value);
    }

    [Fact]
    public async Task A_form_that_cannot_be_shown_to_be_ours_comes_back_with_all_that_was_typed()
    {
        using var browser = await BegunAsync();
        var fields = await browser.HiddenAsync(Comments);
        browser.DropCookies();

        var page = await ReadAsync(await browser.SendAsync(Comments, [.. fields, ("comments", "two\r\nlines\u0000 and <b>")], from: "same-origin"));

        Assert.Equal("two\nlines and <b>", page.QuerySelector<IHtmlInputElement>("[name=comments]")!.Value);
        var again = page.QuerySelectorAll<IHtmlInputElement>("form input").Select(field => (field.Name!, field.Value));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(Comments, again)).StatusCode);
        Assert.Equal("two\nlines and <b>", (await browser.GetAsync(Comments)).QuerySelector<IHtmlTextAreaElement>("[name=comments]")!.Value);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData(null)]
    public async Task What_another_site_made_the_browser_send_is_not_offered_to_be_sent_again(string? from)
    {
        using var browser = await BegunAsync();
        var fields = await browser.HiddenAsync(Comments);
        browser.DropCookies();

        using var response = await browser.SendAsync(Comments, [.. fields, ("comments", "not mine")], from);
        var page = await ReadAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.DoesNotContain("not mine", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_sixty_thousand_spaces_is_no_number_at_once()
    {
        using var browser = await BegunAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var page = await ReadAsync(await browser.PostAsync($"{Start}/questions/localAuthority", ("localAuthority", "813"), ("schoolPupils", $"1{new string(' ', 60_000)}!")).WaitAsync(patience.Token));

        Assert.Equal("Error: Enter how many pupils are on roll, like 210", page.GetElementById("schoolPupils-error")!.TextContent);
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "comments=a", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x--", HttpStatusCode.BadRequest)]
    [InlineData(null, "", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "%", HttpStatusCode.BadRequest)]
    public async Task What_is_no_form_is_refused(string? type, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = type is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        Assert.Equal(status, (await product.Host.Http.PostAsync(Comments, content)).StatusCode);
        product.AssertNoAlarm();
    }

    [Fact]
    public async Task What_is_more_than_a_page_can_hold_is_refused()
    {
        using var browser = await BegunAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(Comments, ("comments", new string('x', 70_000)))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(Comments, [.. Enumerable.Range(0, 600).Select(number => ($"field{number}", ""))])).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(Comments, (new string('x', 300), ""))).StatusCode);
    }

    private async Task<Browser> BegunAsync()
    {
        var browser = new Browser(product.Host.Http.BaseAddress!);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Start, ("consent", "yes"))).StatusCode);
        return browser;
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Keeps cookies though the host is not on HTTPS, as browsers do for the loopback address, and sends forms with what they carry unseen.</summary>
    private sealed class Browser(Uri host) : IDisposable
    {
        private readonly HttpClient http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host };
        private readonly Dictionary<string, string> cookies = [];

        public void DropCookies() => cookies.Clear();

        public async Task<IHtmlDocument> GetAsync(string address) => await ReadAsync(await SendAsync(new HttpRequestMessage(HttpMethod.Get, address)));

        public async Task<IReadOnlyList<(string Name, string Value)>> HiddenAsync(string address) =>
            [.. (await GetAsync(address)).QuerySelector("form")!.QuerySelectorAll<IHtmlInputElement>("[type=hidden]").Select(field => (field.Name!, field.Value))];

        public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] typed) => await SendAsync(address, [.. await HiddenAsync(address), .. typed]);

        /// <param name="from">What browsers say in Sec-Fetch-Site.</param>
        public Task<HttpResponseMessage> SendAsync(string address, IEnumerable<(string Name, string Value)> fields, string? from = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
            if (from is not null) request.Headers.Add("Sec-Fetch-Site", from);
            return SendAsync(request);
        }

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            request.Headers.Add("Cookie", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
            var response = await http.SendAsync(request);
            if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return response;
            foreach (var cookie in set.Select(line => line.Split(';')[0].Split('=', 2))) cookies[cookie[0]] = cookie[1];
            return response;
        }

        public void Dispose() => http.Dispose();
    }
}
