using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Http;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>No key, address, name or free text in any log line, at whatever level, whether all goes well or nothing does.</summary>
public sealed class PrivacyTests(AzuriteFixture azurite)
{
    private const string Key = "5ec2e700-0000-4000-8000-000000000001";
    private const string ImportedKey = "5ec2e700-0000-4000-8000-000000000002";
    private const string Code = "secret-invitation-code";
    private const string Comment = "what I would never say aloud";
    private const string Name = "Zoë Confidential";
    private const string Address = "zoe.confidential@example.org";
    private const string OutsideAddress = "zoe.confidential@school.invalid";
    private const string ApiKey = "SG.secret-api-key";

    private static readonly string[] Secrets =
        [Key, ImportedKey, Code, Comment, Name, "Confidential", Address, OutsideAddress, ApiKey, TestHost.FunctionKey, TestHost.MasterKey, "only-for-this-laptop", "signature="];

    [Fact]
    public async Task Nothing_of_a_response_or_a_recipient_is_logged_when_all_goes_well()
    {
        var logs = new CapturedLogs();
        var settings = new Dictionary<string, string?> { ["Email:AllowedDomains"] = "example.org" };
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), settings, configure: logs.Capture);
        await host.PutOpenRoundAsync("r", "senco-workload-1", new { minimumBase = 1, minimumCell = 1 });
        await host.SubmitAsync("r", Key, new { localAuthority = "813", hoursAllocated = 3, comments = Comment });
        await host.SubmitAsync("r", Key, new { localAuthority = "812", hoursAllocated = 4, comments = Comment });
        (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: Key)).EnsureSuccessStatusCode();
        (await ImportAsync(host, $"key,localAuthority,hoursAllocated,comments\n{ImportedKey},813,3,{Comment}\n{Code},813,-1,{Comment}\n")).EnsureSuccessStatusCode();
        await host.LiveAsync("r", "england", responses: 2);
        foreach (var (id, address) in new[] { ("recipient-1", Address), ("recipient-2", OutsideAddress) })
            (await host.SendAsync(HttpMethod.Put, $"/api/recipients/{id}", JsonContent.Create(new { email = address, name = Name, scope = "la/813", role = "officer", frequency = "monthly" }))).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/la/813")).IsSuccessStatusCode, "the publication");
        await host.RunAsync("SendSummaryReports");
        var outbox = await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => mails.GetArrayLength() > 0, "the report");
        await Eventually.IsTrueAsync(() => logs.Lines.Any(line => line.Text.Contains("allow-list", StringComparison.Ordinal)), "the report that is not sent");
        var link = outbox[0].GetProperty("text").GetString()!.Split().First(word => word.Contains("signature=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(new Uri(link).PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync($"/api/rounds/r/statistics/la/813?code={TestHost.FunctionKey}")).StatusCode);
        (await host.SendAsync(HttpMethod.Delete, "/api/rounds/r/response", key: null, responseKey: Key)).EnsureSuccessStatusCode();
        (await host.SendAsync(HttpMethod.Delete, "/api/recipients/recipient-1")).EnsureSuccessStatusCode();
        await host.StopAsync();
        Assert.Contains(logs.Lines, line => line.Text.Contains("recipient-1", StringComparison.Ordinal));
        AssertSilent(logs);
    }

    [Fact]
    public async Task No_code_of_an_invitation_is_logged_or_quoted_in_a_problem()
    {
        var logs = new CapturedLogs();
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), configure: logs.Capture);
        await host.PutOpenRoundAsync("r", "senco-workload-1", new { access = "invited", minimumBase = 1, minimumCell = 1 });
        const string Schools = "urn,localAuthority\n123456,813\n123457,813";
        var replaced = await InviteAsync(host, Schools);
        var codes = await InviteAsync(host, Schools, "?reissue=true");
        (await host.SubmitAsync("r", codes[0], new { hoursAllocated = 3, comments = Comment })).EnsureSuccessStatusCode();
        (await ImportAsync(host, $"key,hoursAllocated\n{codes[1]},4\n{replaced[1]},5\n")).EnsureSuccessStatusCode();
        await host.LiveAsync("r", "england", responses: 2);
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/la/813")).IsSuccessStatusCode, "the publication");
        HttpResponseMessage[] refused =
        [
            await host.SubmitAsync("r", replaced[0], new { hoursAllocated = 3 }),
            await host.SubmitAsync("r", codes[0], new { localAuthority = "812" }),
            await host.SubmitAsync("r", codes[0], new { phase = codes[0] }),
            await host.SubmitRawAsync("r", codes[0], codes[0]),
            await SendInvitationsAsync(host, Schools, "?reissue=true"),
            await SendInvitationsAsync(host, $"urn,localAuthority\n{codes[0]},{codes[0]}"),
            await ImportAsync(host, $"key,hoursAllocated\n{codes[0]},1\n{codes[0]},2\n"),
            await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: replaced[0]),
        ];
        Assert.All(refused, response => Assert.InRange((int)response.StatusCode, 400, 499));
        var quoted = await Task.WhenAll(refused.Select(response => response.Content.ReadAsStringAsync()));
        await host.StopAsync();
        Assert.Contains(logs.Lines, line => line.Text.Contains("Tallied", StringComparison.Ordinal));
        Assert.All(quoted.Concat(logs.Lines.Select(line => line.Text)), text => Assert.All(replaced.Concat(codes), code => Assert.DoesNotContain(code, text, StringComparison.OrdinalIgnoreCase)));
        AssertSilent(logs);
    }

    [Fact]
    public async Task Nor_is_it_when_the_request_is_bad()
    {
        var logs = new CapturedLogs();
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), configure: logs.Capture);
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        HttpResponseMessage[] refused =
        [
            await host.SubmitAsync("r", Code, new { localAuthority = "813", comments = Comment }),
            await host.SubmitAsync("r", Key, new { localAuthority = Comment }),
            await host.SubmitAsync("r", Key, new Dictionary<string, string> { ["localAuthority"] = "813", [Comment] = Comment }),
            await host.SubmitAsync(Code, Key, new { localAuthority = "813", comments = Comment }),
            await host.SubmitRawAsync("r", Key, $$"""{"answers":{"localAuthority":"813"},"{{Comment}}":"{{Comment}}"}"""),
            await host.SubmitRawAsync("r", Key, $"{Comment} {Address}"),
            await host.SubmitRawAsync("r", Key, Comment, "text/plain"),
            await host.SendAsync(HttpMethod.Get, $"/api/rounds/{Code}/response", key: null, responseKey: Key),
            await host.SendAsync(HttpMethod.Delete, "/api/rounds/r/response", key: null, responseKey: Key),
            await ImportAsync(host, $"localAuthority,{Comment}\n813,{Comment}\n"),
            await ImportAsync(host, $"localAuthority,comments\n813,{Comment},{Name}\n"),
            await ImportAsync(host, $"localAuthority,comments\n813,\"{Comment}\n"),
            await ImportAsync(host, $"localAuthority,comments\n813,{Comment} \"{Name}\"\n"),
            await host.SendAsync(HttpMethod.Put, "/api/recipients/r-1", JsonContent.Create(new { email = $"{Name} <{Address}>", name = $"{Name}\n", scope = Address, role = "officer", frequency = "monthly" })),
            await host.SendAsync(HttpMethod.Put, $"/api/recipients/{Address}", JsonContent.Create(new { email = Address, name = Name, scope = "la/813", role = "officer", frequency = "monthly" })),
            await host.Http.GetAsync($"/api/rounds/r/statistics/la/813?expires=1&signature={Code}"),
            await host.Http.GetAsync($"/reports/r/la/813?expires=1&signature={Code}"),
            await host.Http.GetAsync($"/stop/{Address}?signature={Code}"),
            await host.Http.PostAsync($"/stop/r-1?signature={Code}", new StringContent(Comment)),
            await host.SendAsync(HttpMethod.Get, $"/api/rounds/r/deliveries?state={Address}"),
            await host.Http.GetAsync($"/api/rounds/r/statistics/la/813?live=true&code={Code}"),
            await host.SendAsync(HttpMethod.Post, $"/admin/functions/{Address}", JsonContent.Create(new { input = Address }), Code),
        ];
        Assert.All(refused, response => Assert.InRange((int)response.StatusCode, 400, 499));
        await host.StopAsync();
        AssertSilent(logs);
    }

    [Fact]
    public async Task Nor_is_it_when_a_message_cannot_be_handled_or_the_mail_service_refuses()
    {
        var logs = new CapturedLogs();
        await using var sendGrid = await TestHost.StartAsync(azurite.NewAccount(), functions: [typeof(RefuseMail)]);
        var account = azurite.NewAccount();
        var settings = new Dictionary<string, string?> { ["SendGrid:ApiKey"] = ApiKey, ["SendGrid:Host"] = sendGrid.Http.BaseAddress!.ToString() };
        await using var host = await TestHost.StartAsync(account, settings, configure: logs.Capture);
        await host.PutOpenRoundAsync("r", "senco-workload-1", new { minimumBase = 1, minimumCell = 1 });
        await host.SubmitAsync("r", Key, new { localAuthority = "813", hoursAllocated = 3, comments = Comment });
        (await host.SendAsync(HttpMethod.Put, "/api/recipients/recipient-1", JsonContent.Create(new { email = Address, name = Name, scope = "la/813", role = "officer", frequency = "monthly" }))).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/la/813")).IsSuccessStatusCode, "the publication");
        await host.RunAsync("SendSummaryReports");
        await Eventually.IsTrueAsync(() => logs.Alarms.Any(line => line.Text.Contains("SendGrid answered 400", StringComparison.Ordinal)), "the refusal");
        await host.RunAsync("SendReport", Address);
        await host.RunAsync("SendReport", $$"""{"round":"r","recipient":"{{Address}}","period":7}""");
        await host.RunAsync("TallyResponses", $$"""{"round":"{{Code}}","la":"{{Name}}","bucket":"{{Comment}}"}""");
        await Eventually.IsTrueAsync(() => logs.Alarms.Count(line => line.Text.Contains("started by hand, failed", StringComparison.Ordinal)) == 3, "the failures");
        await host.StopAsync();
        AssertSilent(logs);
    }

    /// <summary>Answers as SendGrid does, which quotes the address.</summary>
    public sealed class RefuseMail
    {
        [Function(nameof(RefuseMail))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v3/mail/send")] HttpRequest request) =>
            Results.Json(new { errors = new[] { new { message = $"{Address} of {Name} is no valid address.", field = "personalizations.0.to.0.email" } } }, statusCode: 400);
    }

    private static void AssertSilent(CapturedLogs logs) =>
        Assert.All(logs.Lines, line => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, line.Text, StringComparison.OrdinalIgnoreCase)));

    private static async Task<IReadOnlyList<string>> InviteAsync(TestHost host, string csv, string query = "")
    {
        using var response = await SendInvitationsAsync(host, csv, query);
        return [.. (await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[4])];
    }

    private static Task<HttpResponseMessage> SendInvitationsAsync(TestHost host, string csv, string query = "") =>
        host.SendAsync(HttpMethod.Post, $"/api/rounds/r/invitations{query}", new StringContent(csv, Encoding.UTF8, "text/csv"));

    private static Task<HttpResponseMessage> ImportAsync(TestHost host, string csv) =>
        host.SendAsync(HttpMethod.Post, "/api/rounds/r/responses/import", new StringContent(csv, Encoding.UTF8, "text/csv"));
}
