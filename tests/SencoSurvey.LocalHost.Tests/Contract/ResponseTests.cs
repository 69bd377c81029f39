using System.Net;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>One SENCO's response: submitted, replaced, read back, withdrawn.</summary>
public sealed class ResponseTests(ProductHost product) : IClassFixture<ProductHost>
{
    private readonly string key = Guid.NewGuid().ToString();

    [Fact]
    public async Task The_first_time_is_201_with_a_receipt_and_the_same_again_is_200_with_the_same_receipt()
    {
        using var first = await SubmitAsync(new { localAuthority = "813", hoursAllocated = 3.25 });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var receipt = await first.JsonAsync();
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", receipt.GetProperty("reference").GetString());
        Assert.Equal(1, receipt.GetProperty("revision").GetInt32());
        Assert.InRange(receipt.GetProperty("receivedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal(JsonValueKind.Null, receipt.GetProperty("benchmark").ValueKind);

        // The same answers, spelt another way.
        using var again = await product.Host.SubmitRawAsync(ProductHost.Open, key.ToUpperInvariant(), """{ "answers": { "hoursAllocated": 3.250, "comments": null, "localAuthority": "813" } }""");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(receipt.GetRawText(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Other_answers_replace_the_response_under_the_same_reference()
    {
        var first = await (await SubmitAsync(new { localAuthority = "813", hoursAllocated = 3, comments = "No time." })).JsonAsync();
        using var second = await SubmitAsync(new { localAuthority = "812", phase = "primary" });
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var receipt = await second.JsonAsync();
        Assert.Equal(first.GetProperty("reference").GetString(), receipt.GetProperty("reference").GetString());
        Assert.True(receipt.GetProperty("revision").GetInt32() > 1);
        var stored = await ReadAsync();
        Assert.Equal("""{"localAuthority":"812","phase":"primary"}""", stored.GetProperty("answers").GetRawText());
        Assert.Equal(receipt.GetProperty("revision").GetInt32(), stored.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task It_is_read_back_as_it_was_given_and_nobody_may_keep_a_copy()
    {
        var answers = """
            {"localAuthority":"813","phase":"primary","roles":["classTeacher","other"],"hoursAllocated":3.25,"inRoleInFiveYears":"no","leaveRoleWithin":"oneYear","comments":"Zu wenig Zeit \u2013 \"immer\" <b>\ud83d\ude00</b>\n"}
            """;
        await product.Host.SubmitRawAsync(ProductHost.Open, key, $$"""{"answers":{{answers}}}""");
        using var response = await SendAsync(HttpMethod.Get);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var stored = await response.JsonAsync();
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(answers), stored.GetProperty("answers")), stored.GetRawText());
        Assert.Equal(["reference", "revision", "receivedAt", "answers"], stored.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Withdrawn_it_is_gone_and_may_be_given_anew()
    {
        await SubmitAsync(new { localAuthority = "813", hoursAllocated = 3 });
        using var withdrawn = await SendAsync(HttpMethod.Delete);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal("", await withdrawn.Content.ReadAsStringAsync());
        await Problem.AssertAsync(await SendAsync(HttpMethod.Get), 404);
        await Problem.AssertAsync(await SendAsync(HttpMethod.Delete), 404);
        using var anew = await SubmitAsync(new { localAuthority = "813", hoursAllocated = 4 });
        Assert.Equal(HttpStatusCode.Created, anew.StatusCode);
        Assert.Contains("4", (await ReadAsync()).GetProperty("answers").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_under_no_key_but_ones_own_is_404()
    {
        await SubmitAsync(new { localAuthority = "813" });
        var stranger = Guid.NewGuid().ToString();
        await Problem.AssertAsync(await SendAsync(HttpMethod.Get, stranger), 404);
        await Problem.AssertAsync(await SendAsync(HttpMethod.Delete, stranger), 404);
        Assert.Equal("813", (await ReadAsync()).GetProperty("answers").GetProperty("localAuthority").GetString());
    }

    [Fact]
    public async Task An_unlikely_answer_is_taken_and_pointed_out()
    {
        using var response = await SubmitAsync(new { localAuthority = "813", senSupport = 2, ehcp = 40 });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var check = Assert.Single((await response.JsonAsync()).GetProperty("checks").EnumerateArray());
        Assert.Equal("ehcp", check.GetProperty("question").GetString());
        Assert.NotEqual("", check.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_body_of_exactly_64_KiB_is_taken()
    {
        var body = """{"answers":{"localAuthority":"813"}}""".PadRight(64 * 1024);
        Assert.Equal(HttpStatusCode.Created, (await product.Host.SubmitRawAsync(ProductHost.Open, key, body)).StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    public async Task JSON_may_be_declared_as(string contentType)
    {
        using var content = new ByteArrayContent("""{"answers":{"localAuthority":"813"}}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await product.Host.SendAsync(HttpMethod.Put, $"/api/rounds/{ProductHost.Open}/response", content, key: null, responseKey: key);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private Task<HttpResponseMessage> SubmitAsync(object answers) => product.Host.SubmitAsync(ProductHost.Open, key, answers);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string? responseKey = null) =>
        product.Host.SendAsync(method, $"/api/rounds/{ProductHost.Open}/response", key: null, responseKey: responseKey ?? key);

    private async Task<JsonElement> ReadAsync() => await (await SendAsync(HttpMethod.Get)).JsonAsync();
}
