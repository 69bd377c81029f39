using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>The school register comes in, and the response rate rests on it, or on invitations.</summary>
public sealed class SchoolsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_register_is_counted_and_what_is_left_out_is_said()
    {
        await using var host = await StartAsync();
        var lines = SyntheticRegister.Many(3).Append(new RegisterLine(900_010) { Status = "Closed" }).Append(new RegisterLine(900_011) { Type = "Children\u2019s centre", Group = "" });
        using var response = await BringAsync(host, SyntheticRegister.File(lines));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"schools":3,"leftOut":{"closed":1,"notOpen":0,"noSchool":1,"unknownAuthority":0,"unknownKind":0},"warnings":["Authorities without a school in the file: 152 of 153. Is it the whole of the register?"]}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/csv; charset=windows-1252")]
    [InlineData("text/csv; charset=\"UTF-8\"")]
    public async Task Its_encoding_may_be_declared_or_not(string contentType)
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await BringAsync(host, SyntheticRegister.File(SyntheticRegister.Many(1)), contentType)).StatusCode);
    }

    /// <summary>50,000 establishments, four in ten of them closed, with all 140 columns: more than twice what other routes, and the web server by itself, let through.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_register_of_the_size_of_the_real_one_is_taken(bool chunked)
    {
        await using var host = await StartAsync();
        var file = SyntheticRegister.File(SyntheticRegister.Many(50_000, change: line => line with
        {
            Name = $"{line.Name} of the Synthetic Saints\u2019 Trust",
            Authority = line.Urn % 2 == 0 ? "813" : "202",
            Status = line.Urn % 10 < 4 ? "Closed" : "Open",
            Pupils = line.Urn % 3 == 0 ? "" : $"{line.Urn % 1500}",
        }));
        Assert.InRange(file.Length, 50_000_000, 90_000_000);
        var result = await (await BringAsync(host, file, chunked: chunked)).JsonAsync();
        Assert.Equal((30_000, 20_000), (result.GetProperty("schools").GetInt32(), result.GetProperty("leftOut").GetProperty("closed").GetInt32()));
        Assert.Equal(15_000, (await host.GetJsonAsync("/api/rounds/r/response-rate/la/813")).GetProperty("invited").GetInt32());
    }

    [Fact]
    public async Task In_an_open_round_the_rate_is_of_the_registers_schools()
    {
        await using var host = await StartAsync();
        Assert.Equal("""{"round":"r","scope":"la/813","invited":null,"responded":0,"rate":null}""", Whole(await host.GetJsonAsync("/api/rounds/r/response-rate/la/813")));
        (await host.SubmitAsync("r", Guid.NewGuid().ToString(), new { localAuthority = "813", phase = "primary" })).EnsureSuccessStatusCode();
        await host.LiveAsync("r", "la/813", responses: 1);
        (await BringAsync(host, SyntheticRegister.File(SyntheticRegister.Many(8)))).EnsureSuccessStatusCode();
        foreach (var scope in new[] { "la/813", "region/E12000003", "england" })
        {
            var rate = await host.GetJsonAsync($"/api/rounds/r/response-rate/{scope}");
            Assert.Equal($$"""{"round":"r","scope":"{{scope}}","invited":8,"responded":1,"rate":12.5}""", Whole(rate));
            Assert.Equal("""{"phase":"primary","invited":8,"responded":1,"rate":12.5}""", rate.GetProperty("byPhase")[0].GetRawText());
        }
    }

    [Fact]
    public async Task In_a_round_by_invitation_it_is_of_those_who_were_invited()
    {
        await using var host = await StartAsync();
        await host.PutOpenRoundAsync("i", "senco-workload-1", new { access = "invited" });
        using var invitations = await host.SendAsync(HttpMethod.Post, "/api/rounds/i/invitations", new StringContent("urn,localAuthority,phase\n900001,813,special\n900002,813,special\n", Encoding.UTF8, "text/csv"));
        var code = (await invitations.Content.ReadAsStringAsync()).Split("\r\n")[1].Split(',')[4];
        (await host.SubmitAsync("i", code, new { })).EnsureSuccessStatusCode();
        var rate = await host.GetJsonAsync("/api/rounds/i/response-rate/england");
        Assert.Equal("""{"round":"i","scope":"england","invited":2,"responded":1,"rate":50}""", Whole(rate));
        Assert.Equal(["primary", "secondary", "allThrough", "special", "alternativeProvision", "nursery", "post16", "independent"], rate.GetProperty("byPhase").EnumerateArray().Select(phase => phase.GetProperty("phase").GetString()));
        Assert.Equal("""{"phase":"special","invited":2,"responded":1,"rate":50}""", rate.GetProperty("byPhase")[3].GetRawText());
    }

    private async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        return host;
    }

    private static Task<HttpResponseMessage> BringAsync(TestHost host, byte[] file, string contentType = "text/csv", bool chunked = false)
    {
        HttpContent content = chunked ? new StreamContent(new Unmeasured(file)) : new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return host.SendAsync(HttpMethod.Post, "/api/rounds/r/schools", content);
    }

    /// <summary>Without the kinds of school.</summary>
    private static string Whole(JsonElement rate) => JsonSerializer.Serialize(rate.EnumerateObject().Where(field => field.Name != "byPhase").ToDictionary(field => field.Name, field => field.Value));

    /// <summary>A stream that does not say how long it is, so that it is sent in chunks.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
