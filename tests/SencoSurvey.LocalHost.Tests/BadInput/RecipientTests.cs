using System.Text;
using System.Text.Json.Nodes;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>Nobody is put on the list whose address, name or scope could do harm in a mail or would get none.</summary>
public sealed class RecipientTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Good = """{"email":"officer@example.org","name":"An officer","scope":"la/813","role":"officer","frequency":"monthly"}""";

    [Theory]
    [InlineData(400, "email", null)]
    [InlineData(400, "name", null)]
    [InlineData(400, "scope", null)]
    [InlineData(400, "role", null)]
    [InlineData(400, "frequency", null)]
    [InlineData(400, "cc", "\"other@example.org\"")]
    [InlineData(400, "stoppedAt", "null")]
    [InlineData(400, "Email", "\"officer@example.org\"")]
    [InlineData(400, "email", "1")]
    [InlineData(400, "email", "null")]
    [InlineData(400, "email", "[\"officer@example.org\"]")]
    [InlineData(422, "email", "\"\"")]
    [InlineData(422, "email", "\"officer\"")]
    [InlineData(422, "email", "\"officer@\"")]
    [InlineData(422, "email", "\"@example.org\"")]
    [InlineData(422, "email", "\"officer@example\"")]
    [InlineData(422, "email", "\"An officer <officer@example.org>\"")]
    [InlineData(422, "email", "\"officer@example.org, other@example.org\"")]
    [InlineData(422, "email", "\"officer@example.org;other@example.org\"")]
    [InlineData(422, "email", "\" officer@example.org\"")]
    [InlineData(422, "email", "\"officer@example.org\\r\\nBcc: other@example.org\"")]
    [InlineData(422, "email", "\"officer\\u0000@example.org\"")]
    [InlineData(422, "email", "\"öfficer@example.org\"")]
    [InlineData(400, "name", "1")]
    [InlineData(400, "name", "null")]
    [InlineData(422, "name", "\"\"")]
    [InlineData(422, "name", "\"  \"")]
    [InlineData(422, "name", "\"An officer\\r\\nBcc: other@example.org\"")]
    [InlineData(422, "name", "\"An officer\\nBcc: other@example.org\"")]
    [InlineData(422, "name", "\"An\\u0000officer\"")]
    [InlineData(400, "scope", "813")]
    [InlineData(400, "scope", "null")]
    [InlineData(422, "scope", "\"\"")]
    [InlineData(422, "scope", "\"la/000\"")]
    [InlineData(422, "scope", "\"la/813/\"")]
    [InlineData(422, "scope", "\"LA/813\"")]
    [InlineData(422, "scope", "\"region/nowhere\"")]
    [InlineData(422, "scope", "\"wales\"")]
    [InlineData(422, "scope", "\"la/../england\"")]
    [InlineData(400, "role", "\"head\"")]
    [InlineData(400, "role", "0")]
    [InlineData(400, "role", "null")]
    [InlineData(400, "frequency", "\"daily\"")]
    [InlineData(400, "frequency", "1")]
    [InlineData(400, "frequency", "true")]
    public async Task A_recipient_is_refused_with(int status, string field, string? json)
    {
        var body = JsonNode.Parse(Good)!.AsObject();
        body.Remove(field);
        await AssertRefusedAsync(status, field, json is null ? body.ToJsonString() : $"{body.ToJsonString()[..^1]},\"{field}\":{json}}}");
    }

    [Fact]
    public async Task A_name_of_101_letters_is_refused() => await AssertRefusedAsync(422, "name", Good.Replace("An officer", new string('a', 101), StringComparison.Ordinal));

    [Fact]
    public async Task An_address_of_300_letters_is_refused() => await AssertRefusedAsync(422, "email", Good.Replace("officer@", $"{new string('a', 290)}@", StringComparison.Ordinal));

    [Theory]
    [InlineData("no JSON")]
    [InlineData("")]
    [InlineData("[]")]
    public async Task A_body_is_refused_that_is(string body) => await AssertRefusedAsync(400, "body", body);

    [Fact]
    public async Task Another_type_than_JSON_is_refused() => await Problem.AssertAsync(await PutAsync("one", Good, "text/plain"), 415, "Content-Type");

    [Theory]
    [InlineData("maybe")]
    [InlineData("1")]
    [InlineData("true&restart=true")]
    public async Task A_restart_is_refused_that_is(string restart)
    {
        await Problem.AssertAsync(await PutAsync($"two?restart={restart}", Good), 400, "restart");
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, "/api/recipients/two"), 404);
        product.AssertNoAlarm();
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("under_score")]
    [InlineData("a%20b")]
    [InlineData("a%2Fb")]
    [InlineData("a%7C813")]
    [InlineData("officer@example.org")]
    [InlineData("61-letters-61-letters-61-letters-61-letters-61-letters-61-let")]
    public async Task An_id_is_refused_that_is(string id)
    {
        await Problem.AssertAsync(await PutAsync(id, Good), 422, "id");
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/recipients/{id}"), 404);
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Delete, $"/api/recipients/{id}"), 404);
        product.AssertNoAlarm();
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Without_the_key_it_is_401(string method)
    {
        foreach (var key in new[] { null, "", "wrong" })
            await Problem.AssertAsync(await product.Host.SendAsync(new HttpMethod(method), "/api/recipients/one", new StringContent(Good, Encoding.UTF8, "application/json"), key), 401, "x-functions-key");
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, "/api/recipients/one"), 404);
        product.AssertNoAlarm();
    }

    private async Task AssertRefusedAsync(int status, string field, string body)
    {
        var id = Guid.NewGuid().ToString();
        await Problem.AssertAsync(await PutAsync(id, body), status, field);
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/recipients/{id}"), 404);
        product.AssertNoAlarm();
    }

    private Task<HttpResponseMessage> PutAsync(string id, string body, string contentType = "application/json") =>
        product.Host.SendAsync(HttpMethod.Put, $"/api/recipients/{id}", new StringContent(body, Encoding.UTF8, contentType));
}
