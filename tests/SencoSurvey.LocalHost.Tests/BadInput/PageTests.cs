using AngleSharp.Html.Parser;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>Whoever cannot be shown a page is told on a page, in words for people, what they can do; programs get problems.</summary>
public sealed class PageTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData($"/reports/{ProductHost.Open}/la/813", 401, "This report is for the authority’s own readers", "open that link, all of it")]
    [InlineData($"/reports/{ProductHost.Open}/la/813?expires=1&signature=x", 403, "This link does not work any more", "ask whoever runs the survey to send you a new one")]
    [InlineData($"/reports/{ProductHost.Open}/wales", 404, "There is no report at this address", "Reports are of England, a region, a local authority or a school group. Check the address")]
    [InlineData($"/reports/{ProductHost.Open}/england", 404, "There is no report at this address", "Nothing is published of England yet. It takes at least 10 responses. Check the address")]
    [InlineData("/reports/nosuch/england", 404, "There is no report at this address", "There is no such round. Check the address")]
    [InlineData("/reports", 404, "There is no report at this address", "Check the address")]
    [InlineData("/survey/nosuch", 404, "There is no such page", "ask whoever sent it to you")]
    [InlineData("/nosuch", 404, "There is no such page", "ask whoever sent it to you")]
    [InlineData("/", 404, "There is no such page", "ask whoever sent it to you")]
    public async Task A_person_is_told_what_to_do_at(string address, int status, string title, string advice)
    {
        using var response = await AskAsync(address, Browser);
        Assert.Equal((status, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(advice, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var jargon in new[] { "scope", "key", "x-functions" }) Assert.DoesNotContain(jargon, page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        product.AssertNoAlarm();
    }

    [Fact]
    public async Task Who_may_not_read_an_authority_is_led_to_England()
    {
        using var response = await AskAsync($"/reports/{ProductHost.Open}/la/813", Browser);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Equal($"/reports/{ProductHost.Open}/england", page.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData($"/api/rounds/{ProductHost.Open}/statistics/la/813", 401)]
    [InlineData($"/api/rounds/{ProductHost.Open}/statistics/wales", 404)]
    [InlineData("/api/nosuch", 404)]
    public async Task The_API_answers_problems_to_browsers_too(string address, int status) => await Problem.AssertAsync(await AskAsync(address, Browser), status);

    [Fact]
    public async Task A_program_is_told_by_a_problem_that_there_is_no_such_page() => await Problem.AssertAsync(await AskAsync("/nosuch", "*/*"), 404);

    private async Task<HttpResponseMessage> AskAsync(string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await product.Host.Http.SendAsync(request);
    }
}
