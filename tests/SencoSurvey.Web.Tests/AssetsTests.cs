using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SencoSurvey.Web.Tests;

public sealed class AssetsTests
{
    public static TheoryData<string> Names { get; } = ["report.css", "survey.css", "survey.js"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_address_carries_the_hash_of_the_content(string name)
    {
        var asset = Assets.Find(name)!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(asset.Content.Span))[..10];

        Assert.Equal($"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", Assets.Url(name));
        Assert.Equal(hash, asset.Hash);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Under_its_hashed_name_it_may_be_kept_for_ever_and_under_its_plain_name_not(string name)
    {
        var plain = Assets.Find(name)!;
        var hashed = Assets.Find(Assets.Url(name)["/assets/".Length..])!;

        Assert.True(hashed.Immutable);
        Assert.False(plain.Immutable);
        Assert.Equal(plain, hashed with { Immutable = false });
    }

    [Theory]
    [InlineData("report.css", "text/css; charset=utf-8", "--paper")]
    [InlineData("survey.css", "text/css; charset=utf-8", ".govuk-radios")]
    [InlineData("survey.js", "text/javascript; charset=utf-8", "govuk-frontend-supported")]
    public void It_says_what_it_is_and_is_that(string name, string contentType, string part)
    {
        Assert.Equal(contentType, Assets.Find(name)!.ContentType);
        Assert.Contains(part, Text(name), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compressed_it_is_the_same(string name)
    {
        var asset = Assets.Find(name)!;

        Assert.Equal(asset.Content.ToArray(), Read(new GZipStream(Stream(asset.Gzip), CompressionMode.Decompress)));
        Assert.Equal(asset.Content.ToArray(), Read(new BrotliStream(Stream(asset.Brotli), CompressionMode.Decompress)));
    }

    [Fact]
    public void A_phone_loads_little()
    {
        var loaded = Assets.Find("survey.css")!.Brotli.Length + Assets.Find("survey.js")!.Brotli.Length;

        Assert.InRange(loaded, 1, 20 * 1024);
    }

    [Theory]
    [InlineData("report.0000000000.css")]
    [InlineData("../report.css")]
    [InlineData("survey.css.br")]
    [InlineData("survey.scss")]
    [InlineData("")]
    public void Any_other_name_is_unknown(string name) => Assert.Null(Assets.Find(name));

    [Theory]
    [InlineData("report.css")]
    [InlineData("survey.css")]
    public void A_stylesheet_fetches_nothing(string name) => Assert.DoesNotMatch("(?i)url\\(|@import|@font-face|data:", Text(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_neither_the_typeface_nor_the_crown_of_gov_uk(string name) => Assert.DoesNotMatch("(?i)gds|crown", Text(name));

    /// <summary>What a Content-Security-Policy without 'unsafe-inline' and 'unsafe-eval' stops.</summary>
    [Fact]
    public void The_script_makes_no_code_of_text() => Assert.DoesNotMatch(@"\beval\(|new Function|setAttribute\(""style""|javascript:", Text("survey.js"));

    private static string Text(string name) => Encoding.UTF8.GetString(Assets.Find(name)!.Content.Span);

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray());

    private static byte[] Read(Stream stream)
    {
        using var all = new MemoryStream();
        using (stream) stream.CopyTo(all);
        return all.ToArray();
    }
}
