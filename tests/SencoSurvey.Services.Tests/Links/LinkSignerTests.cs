using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Services.Links;

namespace SencoSurvey.Services.Tests.Links;

public sealed class LinkSignerTests
{
    private static readonly Scope Scope = Scope.Parse("la/813");

    private readonly FakeTimeProvider time = new(TestSurvey.Start);

    [Fact]
    public void A_link_opens_its_scope_until_it_expires()
    {
        var signer = Signer();
        var (query, expires) = signer.Sign(Scope);
        Assert.Equal(TestSurvey.Start.AddDays(60), expires);
        Assert.True(Opens(signer, Scope, query));
        time.SetUtcNow(expires.AddSeconds(-1));
        Assert.True(Opens(signer, Scope, query));
        time.SetUtcNow(expires);
        Assert.False(Opens(signer, Scope, query));
    }

    [Theory]
    [InlineData("la/370")]
    [InlineData("region/E12000003")]
    [InlineData("england")]
    public void A_link_opens_no_other_scope(string other) => Assert.False(Opens(Signer(), Scope.Parse(other), Signer().Sign(Scope).Query));

    [Fact]
    public void A_link_with_a_later_expiry_or_another_signature_opens_nothing()
    {
        var signer = Signer();
        var (expires, signature) = Parts(signer.Sign(Scope).Query);
        Assert.False(signer.Verify(Scope, $"{long.Parse(expires) + 1}", signature));
        Assert.False(signer.Verify(Scope, $"0{expires}", signature));
        Assert.False(signer.Verify(Scope, expires, signature[..^1]));
        Assert.False(signer.Verify(Scope, expires, (signature[0] == 'A' ? 'B' : 'A') + signature[1..]));
        Assert.False(signer.Verify(Scope, expires, ""));
        Assert.False(signer.Verify(Scope, expires, null));
        Assert.False(signer.Verify(Scope, null, signature));
        Assert.False(signer.Verify(Scope, "soon", signature));
        Assert.False(signer.Verify(Scope, "-1", signature));
        Assert.True(signer.Verify(Scope, expires, signature));
    }

    [Fact]
    public void A_link_signed_with_another_key_opens_nothing() => Assert.False(Opens(Signer("another-key-another-key-another-key"), Scope, Signer().Sign(Scope).Query));

    [Fact]
    public void A_link_can_stand_in_an_address_as_it_is() => Assert.Matches("^expires=[0-9]+&signature=[A-Za-z0-9_-]{43}$", Signer().Sign(Scope).Query);

    [Fact]
    public void A_stop_link_stops_its_recipient_for_good_and_no_other()
    {
        var signer = Signer();
        var signature = (string)QueryHelpers.ParseQuery(signer.SignStop("officer-1"))["signature"]!;
        time.Advance(TimeSpan.FromDays(3650));
        Assert.True(signer.VerifyStop("officer-1", signature));
        Assert.False(signer.VerifyStop("officer-2", signature));
        Assert.False(signer.VerifyStop("officer-1", signature[..^1]));
        Assert.False(signer.VerifyStop("officer-1", ""));
        Assert.False(signer.VerifyStop("officer-1", null));
        Assert.False(Signer("another-key-another-key-another-key").VerifyStop("officer-1", signature));
        Assert.Matches("^signature=[A-Za-z0-9_-]{43}$", signer.SignStop("officer-1"));
    }

    /// <summary>Not even where a recipient's id is made to look like a scope.</summary>
    [Fact]
    public void A_link_to_read_stops_nothing_and_a_link_to_stop_opens_nothing()
    {
        var signer = Signer();
        var (expires, reading) = Parts(signer.Sign(Scope).Query);
        Assert.False(signer.VerifyStop("officer-1", reading));
        Assert.False(signer.VerifyStop($"{Scope.Id}|{expires}", reading));
        Assert.False(signer.Verify(Scope, expires, (string)QueryHelpers.ParseQuery(signer.SignStop($"{Scope.Id}|{expires}"))["signature"]!));
    }

    [Fact]
    public void The_fingerprint_of_a_tally_cannot_be_tried_without_the_key()
    {
        var build = new Build(12, "sha256:0123", "1.0.0");
        Assert.Equal(Signer().Seal(build), Signer().Seal(build));
        Assert.NotEqual(Signer().Seal(build), Signer("another-key-another-key-another-key").Seal(build));
        Assert.NotEqual(Signer().Seal(build), Signer().Seal(build with { TallyHash = "sha256:0124" }));
        Assert.Matches("^sha256:[0-9a-f]{64}$", Signer().Seal(build).TallyHash);
    }

    private static bool Opens(LinkSigner signer, Scope scope, string query)
    {
        var (expires, signature) = Parts(query);
        return signer.Verify(scope, expires, signature);
    }

    private static (string Expires, string Signature) Parts(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        return (parts["expires"]!, parts["signature"]!);
    }

    private LinkSigner Signer(string key = "a-key-for-tests-a-key-for-tests-0123") => new(Options.Create(new LinkOptions { SigningKey = key, ValidDays = 60 }), new UkClock(time));
}
