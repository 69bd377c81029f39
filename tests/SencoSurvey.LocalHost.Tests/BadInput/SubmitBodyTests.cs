using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>A submission that cannot be understood whole is refused whole: the answer names what is wrong, nothing is stored, and no log raises an alarm.</summary>
public sealed class SubmitBodyTests(ProductHost product) : IClassFixture<ProductHost>
{
    public static TheoryData<string> Names => [.. BadSubmission.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_body_is_refused_that_is(string name) => await AssertRefusedAsync(BadSubmission.All[name], chunked: false);

    [Theory]
    [InlineData("65 KiB of text")]
    [InlineData("1 MiB of nothing")]
    [InlineData("empty")]
    [InlineData("cut short")]
    [InlineData("declared as text")]
    [InlineData("1e400")]
    public async Task And_so_it_is_when_its_length_is_not_announced(string name) => await AssertRefusedAsync(BadSubmission.All[name], chunked: true);

    [Fact]
    public async Task Bad_answers_are_all_named_at_once()
    {
        using var response = await product.Host.SubmitRawAsync(ProductHost.Open, Guid.NewGuid().ToString(), """{"answers":{"hoursAllocated":-1,"phase":"x","shoeSize":44}}""");
        var problem = await Problem.AssertAsync(response, 422);
        Assert.Equal(["hoursAllocated", "localAuthority", "phase", "shoeSize"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    private async Task AssertRefusedAsync(BadBody bad, bool chunked)
    {
        var key = Guid.NewGuid().ToString();
        using var content = new ByteArrayContent(bad.Body);
        if (bad.ContentType.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", bad.ContentType);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/rounds/{ProductHost.Open}/response") { Content = content };
        request.Headers.Add("Response-Key", key);
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        using var response = await product.Host.Http.SendAsync(request);
        await Problem.AssertAsync(response, bad.Status, bad.Field);
        using var stored = await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{ProductHost.Open}/response", key: null, responseKey: key);
        await Problem.AssertAsync(stored, 404);
        await product.AssertNothingStoredAsync();
        product.AssertNoAlarm();
    }
}
