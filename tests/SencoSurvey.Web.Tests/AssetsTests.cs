using System.Security.Cryptography;
using System.Text;

namespace SencoSurvey.Web.Tests;

public sealed class AssetsTests
{
    [Fact]
    public void The_address_carries_the_hash_of_the_content()
    {
        var asset = Assets.Find("report.css")!;

        Assert.Equal($"/assets/report.{Convert.ToHexStringLower(SHA256.HashData(asset.Content.Span))[..10]}.css", Assets.Url("report.css"));
    }

    [Fact]
    public void Under_its_hashed_name_it_may_be_kept_for_ever_and_under_its_plain_name_not()
    {
        var hashed = Assets.Find(Assets.Url("report.css")["/assets/".Length..])!;

        Assert.True(hashed.Immutable);
        Assert.False(Assets.Find("report.css")!.Immutable);
        Assert.Equal("text/css; charset=utf-8", hashed.ContentType);
        Assert.Contains("--paper", Encoding.UTF8.GetString(hashed.Content.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.0000000000.css")]
    [InlineData("../report.css")]
    [InlineData("")]
    public void Any_other_name_is_unknown(string name) => Assert.Null(Assets.Find(name));

    [Fact]
    public void The_stylesheet_fetches_nothing() =>
        Assert.DoesNotMatch("(?i)url\\(|@import", Encoding.UTF8.GetString(Assets.Find("report.css")!.Content.Span));
}
