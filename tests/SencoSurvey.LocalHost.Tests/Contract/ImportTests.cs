using System.Net;
using System.Text;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>Responses from a file: good lines are kept, bad ones are named.</summary>
public sealed class ImportTests(AzuriteFixture azurite)
{
    private const string Header = "key,localAuthority,senSupport,ehcp,hoursAllocated";

    [Fact]
    public async Task Good_lines_are_kept_and_each_bad_one_is_named_with_what_is_wrong()
    {
        await using var host = await StartAsync();
        var result = await ImportAsync(host, $"""
            {Header}
            20160000-0000-4000-8000-000000000001,813,76,8,24
            20160000-0000-4000-8000-000000000002,999,24,3,18
            no-uuid,813,55,7,-1
            20160000-0000-4000-8000-000000000004,813,,,12.5

            20160000-0000-4000-8000-000000000006,813,78,4,
            """);
        Assert.Equal(2, result.GetProperty("accepted").GetInt32());
        var rejected = result.GetProperty("rejected").EnumerateArray().ToDictionary(line => line.GetProperty("line").GetInt32(), line => line.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.Equal([3, 4, 7], rejected.Keys);
        Assert.Equal(["localAuthority"], rejected[3]);
        Assert.Equal(["hoursAllocated", "key"], rejected[4]);
        Assert.Equal(["hoursAllocated"], rejected[7]);
        await host.LiveAsync("r", "la/813", responses: 2);
    }

    [Fact]
    public async Task With_keys_it_is_safe_to_repeat_and_the_key_opens_the_response()
    {
        await using var host = await StartAsync();
        var file = string.Join('\n', Rows2016.All.Select(row => $"{row.Key},813,1,1,{3 + (row.Key[^1] % 4)}").Prepend(Header));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var result = await ImportAsync(host, file);
            Assert.Equal(Rows2016.All.Count, result.GetProperty("accepted").GetInt32());
            Assert.Equal(0, result.GetProperty("rejected").GetArrayLength());
        }

        await host.LiveAsync("r", "england", responses: Rows2016.All.Count);
        using var one = await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: Rows2016.All[0].Key);
        Assert.Equal(1, (await one.JsonAsync()).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Without_keys_every_line_is_a_response_of_its_own()
    {
        await using var host = await StartAsync();
        Assert.Equal(2, (await ImportAsync(host, "localAuthority,hoursAllocated\r\n813,3\r\n813,3\r\n")).GetProperty("accepted").GetInt32());
        Assert.Equal(2, (await ImportAsync(host, "\ufefflocalAuthority,hoursAllocated\n\"813\",\" 3 \"\n812,4")).GetProperty("accepted").GetInt32());
        await host.LiveAsync("r", "england", responses: 4);
    }

    [Fact]
    public async Task A_cell_may_have_commas_quotation_marks_and_line_breaks_and_several_options()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        var result = await ImportAsync(host, """
            key,localAuthority,roles,comments
            20160000-0000-4000-8000-000000000001,813,other;classTeacher,"One, ""two""
            and three"
            20160000-0000-4000-8000-000000000002,813,caretaker,
            """);
        Assert.Equal(1, result.GetProperty("accepted").GetInt32());
        Assert.Equal(4, Assert.Single(result.GetProperty("rejected").EnumerateArray()).GetProperty("line").GetInt32());
        using var one = await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: "20160000-0000-4000-8000-000000000001");
        var answers = (await one.JsonAsync()).GetProperty("answers");
        Assert.Equal("One, \"two\"\nand three", answers.GetProperty("comments").GetString());
        Assert.Equal("""["classTeacher","other"]""", answers.GetProperty("roles").GetRawText());
    }

    private async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r");
        return host;
    }

    private static async Task<JsonElement> ImportAsync(TestHost host, string csv)
    {
        using var response = await host.SendAsync(HttpMethod.Post, "/api/rounds/r/responses/import", new StringContent(csv, Encoding.UTF8, "text/csv"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }
}
