using System.Net.Http.Json;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>Good answers, but a key that opens nothing, or a round that takes none.</summary>
public sealed class SubmitRequestTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Good = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    private static readonly object Answers = new { localAuthority = "813", hoursAllocated = 3.25 };

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData("secret", 403)]
    [InlineData("3f2504e04f8941d39a0c0305e82c3301", 403)]
    [InlineData("{3f2504e0-4f89-41d3-9a0c-0305e82c3301}", 403)]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c330", 403)]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c330g", 403)]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301, 3f2504e0-4f89-41d3-9a0c-0305e82c3302", 403)]
    [InlineData("' or '1' eq '1", 403)]
    public async Task A_key_is_refused_that_is(string? key, int status)
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Get, HttpMethod.Delete })
            await Problem.AssertAsync(await SendAsync(method, ProductHost.Open, key), status, "Response-Key");
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task The_function_key_is_no_response_key() =>
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{ProductHost.Open}/response"), 401, "Response-Key");

    [Fact]
    public async Task Two_keys_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/rounds/{ProductHost.Open}/response") { Content = JsonContent.Create(new { answers = Answers }) };
        request.Headers.Add("Response-Key", [Good, Guid.NewGuid().ToString()]);
        await Problem.AssertAsync(await product.Host.Http.SendAsync(request), 403, "Response-Key");
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task In_a_round_for_the_invited_a_key_of_ones_own_opens_nothing()
    {
        await Problem.AssertAsync(await SendAsync(HttpMethod.Put, ProductHost.Invited, Good), 403, "Response-Key");
        await AssertUntouchedAsync();
    }

    [Theory]
    [InlineData(ProductHost.Planned)]
    [InlineData(ProductHost.Closed)]
    public async Task A_round_that_is_not_open_takes_nothing(string round)
    {
        await Problem.AssertAsync(await SendAsync(HttpMethod.Put, round, Good), 409, "round");
        await Problem.AssertAsync(await SendAsync(HttpMethod.Get, round, Good), 404);
        await AssertUntouchedAsync();
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("OPEN")]
    [InlineData("open%20")]
    [InlineData("open%0A")]
    [InlineData("%2e%2e")]
    [InlineData("open%2F..%2Fopen")]
    [InlineData("open'")]
    [InlineData("öpen")]
    [InlineData("{round}")]
    public async Task An_unknown_round_is_404(string round)
    {
        await Problem.AssertAsync(await SendAsync(HttpMethod.Put, round, Good), 404);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task A_round_with_an_id_of_1000_letters_is_404()
    {
        await Problem.AssertAsync(await SendAsync(HttpMethod.Put, new string('a', 1000), Good), 404);
        await AssertUntouchedAsync();
    }

    /// <summary>Clients tidy addresses up before they send them; attackers do not.</summary>
    [Theory]
    [InlineData("/api/rounds/../rounds/nosuch/response", 404)]
    [InlineData("/api/rounds/../../response", 404)]
    [InlineData("/api/rounds/open%2e%2e/response", 404)]
    [InlineData("/api/rounds/open%00/response", 400)]
    [InlineData("/api/rounds/%00/response", 400)]
    [InlineData("/api/rounds/%/response", 404)]
    [InlineData("/api/rounds/%ff/response", 404)]
    [InlineData("/api/rounds/%c0%ae%c0%ae/response", 404)]
    [InlineData("/api/rounds//response", 404)]
    [InlineData("/api/rounds/o\u0001pen/response", 404)]
    [InlineData("api/rounds/open/response", 400)]
    public async Task An_odd_address_is_refused(string target, int status)
    {
        var body = """{"answers":{"localAuthority":"813"}}""";
        var (answered, _) = await RawHttp.SendAsync(
            product.Host.Http.BaseAddress!,
            $"PUT {target} HTTP/1.1\r\nHost: localhost\r\nResponse-Key: {Good}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        Assert.Equal(status, answered);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task An_address_of_100_KB_is_refused()
    {
        var (answered, _) = await RawHttp.GetAsync(product.Host.Http.BaseAddress!, $"/api/rounds/{new string('a', 100_000)}");
        Assert.Equal(414, answered);
    }

    [Fact]
    public async Task A_method_that_there_is_not_is_405() => await Problem.AssertAsync(await SendAsync(HttpMethod.Patch, ProductHost.Open, Good), 405);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string round, string? responseKey)
    {
        var request = new HttpRequestMessage(method, $"/api/rounds/{round}/response");
        if (method != HttpMethod.Get && method != HttpMethod.Delete) request.Content = JsonContent.Create(new { answers = Answers });
        if (responseKey is not null) request.Headers.TryAddWithoutValidation("Response-Key", responseKey);
        return product.Host.Http.SendAsync(request);
    }

    private async Task AssertUntouchedAsync()
    {
        await product.AssertNothingStoredAsync();
        product.AssertNoAlarm();
    }
}
