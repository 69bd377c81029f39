using System.Text;
using System.Text.Json.Nodes;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>A round that breaks a rule is not made, and one that is there stays as it was.</summary>
public sealed class RoundTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Good = """{"title":"A round","questionnaire":"senco-workload-1","opensOn":"2026-01-01","closesOn":"2026-12-31","access":"open"}""";

    [Theory]
    [InlineData(400, "title", null)]
    [InlineData(400, "questionnaire", null)]
    [InlineData(400, "opensOn", null)]
    [InlineData(400, "closesOn", null)]
    [InlineData(400, "access", null)]
    [InlineData(400, "minimumbase", "10")]
    [InlineData(400, "id", "\"mine\"")]
    [InlineData(400, "closedAt", "\"2026-01-01T00:00:00Z\"")]
    [InlineData(400, "title", "1")]
    [InlineData(400, "title", "null")]
    [InlineData(400, "title", "\"half a \\ud800 pair\"")]
    [InlineData(422, "title", "\"\"")]
    [InlineData(422, "title", "\"  \"")]
    [InlineData(400, "questionnaire", "null")]
    [InlineData(422, "questionnaire", "\"nosuch\"")]
    [InlineData(422, "questionnaire", "\"SENCO-WORKLOAD-1\"")]
    [InlineData(422, "questionnaire", "\"../senco-workload-1\"")]
    [InlineData(400, "opensOn", "\"2026-02-30\"")]
    [InlineData(400, "opensOn", "\"2026-1-1\"")]
    [InlineData(400, "opensOn", "\"01/02/2026\"")]
    [InlineData(400, "opensOn", "\"2026-01-01T00:00:00Z\"")]
    [InlineData(400, "opensOn", "20260101")]
    [InlineData(400, "opensOn", "\"\"")]
    [InlineData(400, "closesOn", "null")]
    [InlineData(422, "closesOn", "\"2025-12-31\"")]
    [InlineData(400, "access", "\"secret\"")]
    [InlineData(400, "access", "0")]
    [InlineData(400, "access", "1")]
    [InlineData(400, "access", "true")]
    [InlineData(400, "access", "null")]
    [InlineData(422, "minimumBase", "0")]
    [InlineData(422, "minimumBase", "-1")]
    [InlineData(422, "minimumBase", "1000000000")]
    [InlineData(400, "minimumBase", "1e9")]
    [InlineData(400, "minimumBase", "10.5")]
    [InlineData(400, "minimumBase", "99999999999")]
    [InlineData(400, "minimumBase", "\"10\"")]
    [InlineData(400, "minimumBase", "null")]
    [InlineData(422, "minimumCell", "0")]
    [InlineData(422, "minimumCell", "1001")]
    [InlineData(422, "previousRound", "\"../2016\"")]
    [InlineData(422, "previousRound", "\"\"")]
    [InlineData(422, "previousRound", "\"nosuch\"")]
    [InlineData(422, "buckets", "0")]
    [InlineData(422, "buckets", "17")]
    [InlineData(400, "reported", "{}")]
    [InlineData(400, "reported", "null")]
    [InlineData(422, "reported[0]", "[null]")]
    [InlineData(422, "reported[0].scope", """[{"scope":"la/000","question":"q","label":"l","source":"s","options":[{"id":"a","label":"A","count":1},{"id":"b","label":"B","count":2}]}]""")]
    [InlineData(422, "reported[0].options", """[{"scope":"la/813","question":"q","label":"l","source":"s","options":[{"id":"a","label":"A","count":-1},{"id":"b","label":"B","count":2}]}]""")]
    [InlineData(422, "reported[0].options", """[{"scope":"la/813","question":"q","label":"l","source":"s","options":[]}]""")]
    public async Task A_definition_is_refused_with(int status, string field, string? json)
    {
        var body = JsonNode.Parse(Good)!.AsObject();
        body.Remove(field.Split('[')[0]);
        var text = json is null ? body.ToJsonString() : $"{body.ToJsonString()[..^1]},\"{field.Split('[')[0]}\":{json}}}";
        await AssertRefusedAsync(status, field, text);
    }

    [Theory]
    [InlineData(400, "trust", "invited", "\"tr00001\"")]
    [InlineData(400, "trust.colour", "invited", """{"id":"tr00001","name":"Synthetic Trust","colour":"blue"}""")]
    [InlineData(400, "trust", "invited", """{"id":"tr00001"}""")]
    [InlineData(422, "trust.id", "invited", """{"id":"TR00001","name":"Synthetic Trust"}""")]
    [InlineData(422, "trust.name", "invited", """{"id":"tr00001","name":""}""")]
    [InlineData(422, "access", "open", """{"id":"tr00001","name":"Synthetic Trust"}""")]
    public Task A_school_groups_round_is_refused_with(int status, string field, string access, string json) =>
        AssertRefusedAsync(status, field, $"{Good.Replace("\"open\"", $"\"{access}\"", StringComparison.Ordinal)[..^1]},\"trust\":{json}}}");

    [Fact]
    public async Task A_round_before_itself_is_refused()
    {
        foreach (var id in new[] { "new", ProductHost.Open }) await Problem.AssertAsync(await PutAsync(id, $"{Good[..^1]},\"previousRound\":\"{id}\"}}"), 422, "previousRound");
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, "/api/rounds/new"), 404);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await product.Host.GetJsonAsync($"/api/rounds/{ProductHost.Open}")).GetProperty("previousRound").ValueKind);
    }

    [Fact]
    public async Task A_title_of_201_letters_is_refused() => await AssertRefusedAsync(422, "title", Good.Replace("A round", new string('a', 201), StringComparison.Ordinal));

    [Theory]
    [InlineData("no JSON")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"title":"a","title":"b"}""")]
    public async Task A_body_is_refused_that_is(string body) => await AssertRefusedAsync(400, "body", body);

    [Fact]
    public async Task Another_type_than_JSON_is_refused() => await Problem.AssertAsync(await PutAsync("new", Good, "text/json"), 415, "Content-Type");

    [Theory]
    [InlineData("UPPER")]
    [InlineData("under_score")]
    [InlineData("with%20space")]
    [InlineData("line%0A")]
    [InlineData("pipe%7C813")]
    [InlineData("r%7D")]
    [InlineData("dot.dot")]
    [InlineData("a%2Fb")]
    [InlineData("%3F")]
    [InlineData("41-letters-41-letters-41-letters-41-lette")]
    public async Task An_id_is_refused_that_is(string id)
    {
        var before = (await product.Host.GetJsonAsync("/api/rounds")).GetArrayLength();
        await Problem.AssertAsync(await PutAsync(id, Good), 422, "round");
        Assert.Equal(before, (await product.Host.GetJsonAsync("/api/rounds")).GetArrayLength());
        product.AssertNoAlarm();
    }

    [Theory]
    [InlineData("PUT", "")]
    [InlineData("POST", "/close")]
    [InlineData("POST", "/reopen")]
    [InlineData("POST", "/rebuild")]
    [InlineData("GET", "/rebuilds/0123456789abcdef0123456789abcdef")]
    public async Task Without_the_key_it_is_401(string method, string action)
    {
        foreach (var key in new[] { null, "", "wrong" })
            await Problem.AssertAsync(await product.Host.SendAsync(new HttpMethod(method), $"/api/rounds/{ProductHost.Open}{action}", key: key), 401, "x-functions-key");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/close")]
    [InlineData("POST", "/reopen")]
    [InlineData("POST", "/rebuild")]
    [InlineData("GET", "/rebuilds/0123456789abcdef0123456789abcdef")]
    [InlineData("GET", "/statistics/england")]
    [InlineData("GET", "/statistics/england?live=true")]
    public async Task What_is_asked_of_an_unknown_round_is_404(string method, string action)
    {
        await Problem.AssertAsync(await product.Host.SendAsync(new HttpMethod(method), $"/api/rounds/nosuch{action}"), 404);
        product.AssertNoAlarm();
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("nosuch")]
    [InlineData("'")]
    public async Task An_unknown_rebuild_is_404(string id)
    {
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{ProductHost.Open}/rebuilds/{id}"), 404);
        product.AssertNoAlarm();
    }

    private async Task AssertRefusedAsync(int status, string field, string body)
    {
        var id = Guid.NewGuid().ToString();
        await Problem.AssertAsync(await PutAsync(id, body), status, field);
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{id}"), 404);

        var before = (await product.Host.GetJsonAsync($"/api/rounds/{ProductHost.Open}")).GetRawText();
        await Problem.AssertAsync(await PutAsync(ProductHost.Open, body), status, field);
        Assert.Equal(before, (await product.Host.GetJsonAsync($"/api/rounds/{ProductHost.Open}")).GetRawText());
        product.AssertNoAlarm();
    }

    private Task<HttpResponseMessage> PutAsync(string round, string body, string contentType = "application/json") =>
        product.Host.SendAsync(HttpMethod.Put, $"/api/rounds/{round}", new StringContent(body, Encoding.UTF8, contentType));
}
