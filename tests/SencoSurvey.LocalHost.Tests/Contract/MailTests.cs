using System.Globalization;
using System.Net;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>The report's mail, as the local host's outbox shows it.</summary>
[Collection(PublishedRoundsGroup.Name)]
public sealed class MailTests(PublishedRounds published)
{
    [Fact]
    public async Task The_outbox_has_one_mail_a_recipient_however_often_the_timer_runs()
    {
        await published.Host.RunAsync("SendSummaryReports");
        await published.Host.RunAsync("SendSummaryReports");
        var outbox = await published.Host.GetJsonAsync("/dev/outbox.json");
        var mail = Assert.Single(outbox.EnumerateArray());
        Assert.Equal("officer@example.org", mail.GetProperty("to").GetString());
        Assert.Contains("North Lincolnshire", mail.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Contains("71.4%", mail.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("71.4%", mail.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_link_leads_to_the_site_and_to_its_scope_and_to_no_one_elses()
    {
        Assert.StartsWith($"/reports/{PublishedRounds.Closed}/la/813?expires=", published.Link, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:7071{published.Link}", published.Mail.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_has_its_stop_headers_and_the_table_that_the_API_answers()
    {
        Assert.StartsWith("<http://localhost:7071/stop/officer-1?signature=", published.Mail.GetProperty("headers").GetProperty("List-Unsubscribe").GetString(), StringComparison.Ordinal);
        var attachment = Assert.Single(published.Mail.GetProperty("attachments").EnumerateArray());
        var table = await (await published.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{PublishedRounds.Closed}/statistics/la/813.csv")).Content.ReadAsByteArrayAsync();
        Assert.Equal(($"senco-{PublishedRounds.Closed}-la-813.csv", "text/csv", table.Length), (attachment.GetProperty("name").GetString(), attachment.GetProperty("mediaType").GetString(), attachment.GetProperty("size").GetInt32()));
        Assert.Equal(table, attachment.GetProperty("content").GetBytesFromBase64());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"senco-{PublishedRounds.Closed}-la-813.csv, {table.Length:N0} bytes"), await published.Host.Http.GetStringAsync("/dev/outbox"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_is_a_page_too()
    {
        using var response = await published.Host.Http.GetAsync("/dev/outbox");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("officer@example.org", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
