using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>What stands in an address is understood, or refused by name.</summary>
public sealed class QueryTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Statistics = $"/api/rounds/{ProductHost.Open}/statistics";

    [Theory]
    [InlineData("/england?live=maybe", 400, "live")]
    [InlineData("/england?live=TRUE", 400, "live")]
    [InlineData("/england?live=1", 400, "live")]
    [InlineData("/england?live=true&live=false", 400, "live")]
    [InlineData("/england?live=true&by=nosuch", 400, "by")]
    [InlineData("/england?live=true&by=hoursAllocated", 400, "by")]
    [InlineData("/england?live=true&by=phase,phase", 400, "by")]
    [InlineData("/england?live=true&by=phase,schoolPupils,roles", 400, "by")]
    [InlineData("/england?live=true&by=localAuthority,phase", 400, "by")]
    [InlineData("/england?live=true&by=phase&by=phase", 400, "by")]
    [InlineData("/england?live=true&by=../phase", 400, "by")]
    [InlineData("/england?live=true&by=%00", 400, "by")]
    [InlineData("/england?by=nosuch", 404, null)]
    [InlineData("/england", 404, null)]
    [InlineData("/england.csv", 404, null)]
    [InlineData("/england.meta.csv", 404, null)]
    [InlineData("/la/813", 404, null)]
    [InlineData("", 404, null)]
    [InlineData("/", 404, null)]
    [InlineData("/?scope=england", 404, null)]
    [InlineData("/wales?live=true", 404, null)]
    [InlineData("/England?live=true", 404, null)]
    [InlineData("/england/?live=true", 404, null)]
    [InlineData("/england.pdf?live=true", 404, null)]
    [InlineData("/england.csv.json?live=true", 404, null)]
    [InlineData("/la/000?live=true", 404, null)]
    [InlineData("/la/813/0?live=true", 404, null)]
    [InlineData("/la%2F813?live=true", 404, null)]
    [InlineData("/region/E99999999?live=true", 404, null)]
    [InlineData("/region/E12000003'?live=true", 404, null)]
    public async Task Statistics_are_refused_of(string address, int status, string? field)
    {
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, Statistics + address), status, field);
        product.AssertNoAlarm();
    }

    [Fact]
    public async Task The_scope_is_the_one_of_the_path_whatever_the_query_says()
    {
        var live = await product.Host.GetJsonAsync($"{Statistics}/england?live=true&scope=la/813");
        Assert.Equal("england", live.GetProperty("scope").GetString());
        await Problem.AssertAsync(await product.Host.Http.GetAsync($"{Statistics}/la/813?scope=england"), 401, "x-functions-key");
    }

    [Theory]
    [InlineData(";;;")]
    [InlineData("image/png")]
    [InlineData("*/*")]
    [InlineData("text/csv;q=0")]
    public async Task An_Accept_header_that_is_not_understood_or_wants_nothing_gets_JSON(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Statistics}/england?live=true");
        request.Headers.Add("x-functions-key", TestHost.FunctionKey);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await product.Host.Http.SendAsync(request);
        Assert.Equal("application/json", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/questionnaires/nosuch")]
    [InlineData("/api/questionnaires/nosuch/schema")]
    [InlineData("/api/questionnaires/..%2Fsenco-workload-1")]
    [InlineData("/api/questionnaires/senco-workload-1.json")]
    [InlineData("/assets/nosuch.css")]
    [InlineData("/assets/..%2Fappsettings.json")]
    public async Task What_there_is_not_is_404(string address)
    {
        await Problem.AssertAsync(await product.Host.Http.GetAsync(address), 404);
        product.AssertNoAlarm();
    }
}
