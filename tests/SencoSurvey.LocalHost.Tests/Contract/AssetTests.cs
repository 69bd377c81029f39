using System.IO.Compression;
using System.Net;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Web;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>The files that pages load: coded as the browser asks, and kept by it.</summary>
public sealed class AssetTests(ProductHost product) : IClassFixture<ProductHost>
{
    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("gzip;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("identity, gzip;q=0.5", null)]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("*;q=0", null)]
    [InlineData(";;;", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task It_is_coded_as_asked(string? acceptEncoding, string? coding)
    {
        using var response = await GetAsync("/assets/survey.css", ("Accept-Encoding", acceptEncoding));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(coding is null ? [] : [coding], response.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        await using var body = await response.Content.ReadAsStreamAsync();
        using var content = new MemoryStream();
        await (coding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body }).CopyToAsync(content);
        Assert.Equal(Assets.Find("survey.css")!.Content.ToArray(), content.ToArray());
    }

    [Theory]
    [InlineData("report.css", "text/css; charset=utf-8")]
    [InlineData("survey.css", "text/css; charset=utf-8")]
    [InlineData("survey.js", "text/javascript; charset=utf-8")]
    public async Task The_address_in_pages_may_be_kept_for_ever_and_the_plain_name_is_asked_for_again(string name, string contentType)
    {
        using var hashed = await GetAsync(Assets.Url(name));
        using var plain = await GetAsync($"/assets/{name}");

        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", hashed.Headers.GetValues("Cache-Control")));
        Assert.Equal("no-cache", plain.Headers.CacheControl!.ToString());
        Assert.All([hashed, plain], response => Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString()));
        Assert.All([hashed, plain], response => Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options"))));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again_and_each_coding_has_a_tag_of_its_own()
    {
        using var first = await GetAsync("/assets/survey.js", ("Accept-Encoding", "br"));
        using var again = await GetAsync("/assets/survey.js", ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var otherwise = await GetAsync("/assets/survey.js", ("Accept-Encoding", "gzip"), ("If-None-Match", first.Headers.ETag.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(["Accept-Encoding"], again.Headers.Vary);
        Assert.Equal(HttpStatusCode.OK, otherwise.StatusCode);
        Assert.NotEqual(first.Headers.ETag, otherwise.Headers.ETag);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) Assert.True(value is null || request.Headers.TryAddWithoutValidation(name, value));
        return await product.Host.Http.SendAsync(request);
    }
}
