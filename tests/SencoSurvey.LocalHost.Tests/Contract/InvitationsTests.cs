using System.Net;
using System.Text;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>Schools are invited, and answer with their codes.</summary>
public sealed class InvitationsTests(AzuriteFixture azurite)
{
    private const string Header = "urn,localAuthority,phase,schoolPupils";

    [Fact]
    public async Task A_school_that_is_invited_answers_changes_reads_and_withdraws_with_its_code()
    {
        await using var host = await StartAsync();
        var code = (await CodesAsync(host, $"{Header}\n123456,813,primary,210"))[0];
        using var first = await host.SubmitAsync("r", code, new { hoursAllocated = 6.5 });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);

        // Typed from a letter, with what the invitation says given too.
        var typed = code.ToLowerInvariant().Replace('-', ' ');
        using var again = await host.SubmitAsync("r", typed, new { hoursAllocated = 6.5, localAuthority = "813", schoolPupils = 210 });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());

        using var read = await SendAsync(host, HttpMethod.Get, typed);
        Assert.Equal("""{"localAuthority":"813","phase":"primary","schoolPupils":210,"hoursAllocated":6.5}""", (await read.JsonAsync()).GetProperty("answers").GetRawText());
        await host.LiveAsync("r", "la/813", responses: 1);

        var problem = await Problem.AssertAsync(await host.SubmitAsync("r", code, new { localAuthority = "812" }), 422, "localAuthority");
        Assert.Equal("The invitation says 813: leave it out, or give the same.", problem.GetProperty("errors").GetProperty("localAuthority")[0].GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(host, HttpMethod.Delete, code)).StatusCode);
        await Problem.AssertAsync(await SendAsync(host, HttpMethod.Get, code), 404);
        await host.LiveAsync("r", "la/813", responses: 0);
    }

    [Fact]
    public async Task The_answer_is_a_file_with_a_code_and_a_link_for_each_school_for_the_coordinator_alone()
    {
        await using var host = await StartAsync();
        using var response = await InviteAsync(host, $"{Header}\n123456,813,primary,210\n123457,812,,");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", "invitations-r.csv"), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
        Assert.True(response.Headers.CacheControl?.NoStore);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"{Header},code,link", lines[0]);
        Assert.StartsWith("123456,813,primary,210,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("123457,812,,,", lines[2], StringComparison.Ordinal);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            Assert.Equal($"http://localhost:7071/survey/r?invitation={cells[4]}", cells[5]);
            Assert.All(cells, cell => Assert.DoesNotMatch(@"^[=+\-@\t\r]", cell));
        }
    }

    [Fact]
    public async Task A_dry_run_answers_how_many_and_makes_none()
    {
        await using var host = await StartAsync();
        using var response = await InviteAsync(host, $"{Header}\n123456,813,,\n123457,812,,", "?dryRun=true");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"invitations":2}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(2, (await CodesAsync(host, $"{Header}\n123456,813,,\n123457,812,,")).Count);
    }

    [Fact]
    public async Task A_code_is_replaced_where_that_is_asked_for_and_it_was_not_used()
    {
        await using var host = await StartAsync();
        const string Two = $"{Header}\n123456,813,,\n123457,812,,";
        var first = await CodesAsync(host, Two);
        await Problem.AssertAsync(await InviteAsync(host, Two), 422, "line 2");
        await Problem.AssertAsync(await InviteAsync(host, Two, "?reissue=false"), 422, "line 3");
        var second = await CodesAsync(host, Two, "?reissue=true&dryRun=false");
        await Problem.AssertAsync(await host.SubmitAsync("r", first[0], new { }), 403, "Response-Key");
        Assert.Equal(HttpStatusCode.Created, (await host.SubmitAsync("r", second[0], new { })).StatusCode);
        var problem = await Problem.AssertAsync(await InviteAsync(host, Two, "?reissue=true"), 422, "line 2");
        Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(HttpStatusCode.Created, (await host.SubmitAsync("r", second[1], new { })).StatusCode);
    }

    [Fact]
    public async Task Responses_of_the_invited_may_come_in_a_file_with_their_codes()
    {
        await using var host = await StartAsync();
        var codes = await CodesAsync(host, $"{Header}\n123456,813,,\n123457,812,,");
        var result = await (await ImportAsync(host, $"key,hoursAllocated\n{codes[0]},6\n{codes[1][..^1]},7\n")).JsonAsync();
        Assert.Equal(1, result.GetProperty("accepted").GetInt32());
        var rejected = Assert.Single(result.GetProperty("rejected").EnumerateArray());
        Assert.Equal(3, rejected.GetProperty("line").GetInt32());
        Assert.Equal(["key"], rejected.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        await host.LiveAsync("r", "la/813", responses: 1);
        await Problem.AssertAsync(await ImportAsync(host, "localAuthority,hoursAllocated\n813,6\n"), 422, "line 1");
    }

    [Fact]
    public async Task Once_the_round_is_closed_nobody_is_invited_and_nobody_answers()
    {
        await using var host = await StartAsync();
        var code = (await CodesAsync(host, $"{Header}\n123456,813,,"))[0];
        (await host.SendAsync(HttpMethod.Post, "/api/rounds/r/close")).EnsureSuccessStatusCode();
        await Problem.AssertAsync(await InviteAsync(host, $"{Header}\n123457,813,,"), 409, "round");
        await Problem.AssertAsync(await host.SubmitAsync("r", code, new { }), 409, "round");
    }

    private async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r", "senco-workload-1", new { access = "invited" });
        return host;
    }

    private static Task<HttpResponseMessage> InviteAsync(TestHost host, string csv, string query = "") =>
        host.SendAsync(HttpMethod.Post, $"/api/rounds/r/invitations{query}", new StringContent(csv, Encoding.UTF8, "text/csv"));

    private static async Task<IReadOnlyList<string>> CodesAsync(TestHost host, string csv, string query = "")
    {
        using var response = await InviteAsync(host, csv, query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[4])];
    }

    private static Task<HttpResponseMessage> ImportAsync(TestHost host, string csv) =>
        host.SendAsync(HttpMethod.Post, "/api/rounds/r/responses/import", new StringContent(csv, Encoding.UTF8, "text/csv"));

    private static Task<HttpResponseMessage> SendAsync(TestHost host, HttpMethod method, string code) =>
        host.SendAsync(method, "/api/rounds/r/response", key: null, responseKey: code);
}
