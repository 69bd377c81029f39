using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>The stop link of a mail, from the mail to the list: for people, mail programs, and scanners that open every link.</summary>
public sealed class StopTests(AzuriteFixture azurite)
{
    private const string Recipient = "/api/recipients/officer-1";
    private const string Deliveries = "/api/rounds/stop/deliveries";

    [Fact]
    public async Task One_click_stops_the_reports_and_opening_the_link_does_not()
    {
        var logs = new CapturedLogs();
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), configure: logs.Capture);
        var (stop, report) = await MailedAsync(host);
        Assert.Equal("sent", Assert.Single((await host.GetJsonAsync(Deliveries)).EnumerateArray()).GetProperty("state").GetString());

        using var browser = new SurveyClient(host.Http.BaseAddress!);
        for (var look = 0; look < 2; look++)
        {
            await browser.GetAsync(stop);
            Assert.Equal((HttpStatusCode.OK, "Stop the reports on North Lincolnshire"), (browser.Status, browser.Title));
            Assert.Equal("no-referrer", Assert.Single(browser.Response.Headers.GetValues("Referrer-Policy")));
            Assert.Equal(JsonValueKind.Null, await StoppedAtAsync(host));
        }

        // A round's name may be "stop": its reports are still reports.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(report)).Status);
        await AssertNotOpenAsync(host, $"{stop.Split('?')[0]}?{report.Split('?')[1]}");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{report.Split('?')[0]}?{stop.Split('?')[1]}")).Status);

        // As a mail program does: no cookie, no page before, and no redirect followed.
        using var oneClick = await PostAsync(host, stop);
        Assert.Equal(HttpStatusCode.OK, oneClick.StatusCode);
        Assert.Equal(JsonValueKind.String, await StoppedAtAsync(host));
        using var again = await PostAsync(host, stop);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("The reports are stopped", (await browser.GetAsync(stop)).Title);
        Assert.Empty(browser.Cookies);

        await host.StopAsync();
        Assert.DoesNotContain(logs.Lines, line => line.Text.Contains("signature=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_button_stops_too_and_the_coordinator_starts_again_only_by_saying_so()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        var (stop, _) = await MailedAsync(host);
        using var browser = new SurveyClient(host.Http.BaseAddress!);
        await browser.GetAsync(stop);
        await browser.PressAsync();
        Assert.Equal((HttpStatusCode.OK, "The reports are stopped"), (browser.Status, browser.Title));

        Assert.Equal(JsonValueKind.String, (await PutAsync(host)).GetProperty("stoppedAt").ValueKind);
        Assert.Equal(JsonValueKind.String, (await PutAsync(host, "?restart=false")).GetProperty("stoppedAt").ValueKind);
        Assert.Equal(JsonValueKind.String, await StoppedAtAsync(host));
        Assert.Equal(JsonValueKind.Null, (await PutAsync(host, "?restart=true")).GetProperty("stoppedAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, await StoppedAtAsync(host));

        (await host.SendAsync(HttpMethod.Delete, Recipient)).EnsureSuccessStatusCode();
        Assert.Equal("The reports are stopped", (await browser.GetAsync(stop)).Title);
        using var posted = await PostAsync(host, stop);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        await Problem.AssertAsync(await host.SendAsync(HttpMethod.Get, Recipient), 404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?signature=")]
    [InlineData("?signature=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?code=local-function-key")]
    public async Task Without_its_signature_the_address_shows_and_stops_nothing(string query)
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await PutAsync(host);
        foreach (var recipient in new[] { "officer-1", "nobody", "UPPER", "a%2Fb", "a%0A" }) await AssertNotOpenAsync(host, $"/stop/{recipient}{query}");
        Assert.Equal(JsonValueKind.Null, await StoppedAtAsync(host));
    }

    /// <returns>The addresses in the mail, from their paths on.</returns>
    private static async Task<(string Stop, string Report)> MailedAsync(TestHost host)
    {
        await host.PutOpenRoundAsync("stop", more: new { minimumBase = 1, minimumCell = 1 });
        (await host.SubmitAsync("stop", Guid.NewGuid().ToString(), new { localAuthority = "813", hoursAllocated = 3 })).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/stop/statistics/la/813")).IsSuccessStatusCode, "the publication");
        await PutAsync(host);
        await host.RunAsync("SendSummaryReports");
        var mail = (await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => mails.GetArrayLength() > 0, "the report"))[0];
        var links = mail.GetProperty("text").GetString()!.Split().Where(word => word.Contains("signature=", StringComparison.Ordinal)).Select(link => new Uri(link).PathAndQuery).ToList();
        await Eventually.IsTrueAsync(async () => (await host.GetJsonAsync($"{Deliveries}?state=sent")).GetArrayLength() == 1, "the delivery to be noted");
        return (Assert.Single(links, link => link.StartsWith("/stop/officer-1?", StringComparison.Ordinal)), Assert.Single(links, link => link.StartsWith("/reports/stop/la/813?", StringComparison.Ordinal)));
    }

    private static async Task AssertNotOpenAsync(TestHost host, string address)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var response = await host.SendAsync(method, address, key: null);
            Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }
    }

    private static async Task<JsonValueKind> StoppedAtAsync(TestHost host) => (await host.GetJsonAsync(Recipient)).GetProperty("stoppedAt").ValueKind;

    private static async Task<JsonElement> PutAsync(TestHost host, string query = "")
    {
        using var response = await host.SendAsync(HttpMethod.Put, Recipient + query, JsonContent.Create(new { email = "officer@example.org", name = "An officer", scope = "la/813", role = "officer", frequency = "monthly" }));
        return await response.EnsureSuccessStatusCode().JsonAsync();
    }

    private static Task<HttpResponseMessage> PostAsync(TestHost host, string address) =>
        host.Http.PostAsync(address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
}
