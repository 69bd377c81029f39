using System.Net;
using System.Net.Http.Json;
using System.Text;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>A school group runs a round of its own, and its leader acts on the report.</summary>
public sealed class SchoolGroupTests(AzuriteFixture azurite)
{
    private const string Api = "/api/rounds/own/statistics";

    private static readonly object Group = new { id = "tr00001", name = "Synthetic Trust" };

    [Fact]
    public async Task Its_leader_is_mailed_its_own_figures_and_nobody_else_is_nor_can_read_them()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("own", "senco-workload-1", new { access = "invited", trust = Group });
        Assert.Equal("""{"id":"tr00001","name":"Synthetic Trust"}""", (await host.GetJsonAsync("/api/rounds/own")).GetProperty("trust").GetRawText());
        var start = WebUtility.HtmlDecode(await host.Http.GetStringAsync("/survey/own"));
        foreach (var said in new[] { "(SENCOs) in Synthetic Trust:", "reported for Synthetic Trust as a whole to those who lead it", "not your school group" }) Assert.Contains(said, start, StringComparison.Ordinal);
        var schools = string.Join('\n', Enumerable.Range(0, 20).Select(number => $"{900_001 + number},{(number % 3 == 0 ? "202" : number % 3 == 1 ? "370" : "813")},primary,210").Prepend("urn,localAuthority,phase,schoolPupils"));
        using var invited = await host.SendAsync(HttpMethod.Post, "/api/rounds/own/invitations", new StringContent(schools, Encoding.UTF8, "text/csv"));
        foreach (var (number, line) in (await invited.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(12).Index())
            (await host.SubmitAsync("own", line.Split(',')[4], new { hoursAllocated = number < 6 ? 5 : 12 })).EnsureSuccessStatusCode();
        foreach (var (id, scope, role) in new[] { ("group-leader", "trust/tr00001", "leader"), ("group-officer", "trust/tr00001", "officer"), ("others", "trust/tr00002", "leader"), ("authority", "la/813", "officer"), ("country", "england", "officer") })
            (await host.SendAsync(HttpMethod.Put, $"/api/recipients/{id}", JsonContent.Create(new { email = $"{id}@example.org", name = "A reader", scope, role, frequency = "final" }))).EnsureSuccessStatusCode();
        (await host.SendAsync(HttpMethod.Post, "/api/rounds/own/close")).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, $"{Api}/trust/tr00001")).IsSuccessStatusCode, "the figures of the school group");
        await host.RunAsync("SendSummaryReports");
        var mails = (await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => mails.GetArrayLength() > 1, "the reports")).EnumerateArray().OrderBy(mail => mail.GetProperty("to").GetString(), StringComparer.Ordinal).ToList();

        Assert.Equal(["group-leader@example.org", "group-officer@example.org"], mails.Select(mail => mail.GetProperty("to").GetString()));
        Assert.All(mails, mail => Assert.StartsWith("Synthetic Trust: 50.0% of 12 SENCOs", mail.GetProperty("subject").GetString(), StringComparison.Ordinal));
        Assert.Equal("senco-own-trust-tr00001.csv", Assert.Single(mails[1].GetProperty("attachments").EnumerateArray()).GetProperty("name").GetString());
        var text = mails[0].GetProperty("text").GetString()!;
        Assert.Contains("12 responses from 20 schools invited (60.0%) in 3 local authorities", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("England", text, StringComparison.Ordinal);

        var link = text.Split().Select(word => Uri.TryCreate(word, UriKind.Absolute, out var uri) ? uri.PathAndQuery : "").First(path => path.StartsWith("/reports/own/trust/tr00001?", StringComparison.Ordinal));
        Assert.Contains("SENCO time in Synthetic Trust", await host.Http.GetStringAsync(link), StringComparison.Ordinal);
        var signed = link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..];
        Assert.Contains("MAT", await host.Http.GetStringAsync($"{Api}/trust/tr00001.csv?{signed}"), StringComparison.Ordinal);
        foreach (var ending in new[] { "", ".csv", ".meta.csv", ".xlsx" }) await Problem.AssertAsync(await host.Http.GetAsync($"{Api}/trust/tr00001{ending}"), 401, "x-functions-key");
        await Problem.AssertAsync(await host.Http.GetAsync($"{Api}/trust/tr00002?{signed}"), 403, "signature");
        foreach (var scope in new[] { "england", "region/E12000003" }) await Problem.AssertAsync(await host.Http.GetAsync($"{Api}/{scope}"), 404);

        using var page = await host.Http.GetAsync("/reports/own/trust/tr00001");
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        var words = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Contains("This report is for the school group’s own readers", words, StringComparison.Ordinal);
        Assert.DoesNotContain("The report of England", words, StringComparison.Ordinal);
        Assert.Contains("Statistics are made of all schools of Synthetic Trust as one", WebUtility.HtmlDecode(await host.Http.GetStringAsync("/survey/own/privacy")), StringComparison.Ordinal);
    }
}
