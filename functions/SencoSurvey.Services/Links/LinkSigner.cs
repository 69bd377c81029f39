using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Services.Links;

/// <summary>The settings under <c>Links</c>.</summary>
public sealed class LinkOptions
{
    public const string Section = "Links";

    /// <summary>At least 32 characters, secret. Changing it ends every link that was mailed, what tells that the same school answered two rounds, and the fingerprints that publications carry.</summary>
    [Required, MinLength(32)]
    [RegularExpression(KeyOptions.Resolved, ErrorMessage = KeyOptions.NotResolved)]
    public string SigningKey { get; set; } = "";

    /// <summary>How long a mailed link works, in days.</summary>
    [Range(1, 400)]
    public int ValidDays { get; set; } = 60;
}

/// <summary>
/// Signs what a mailed link allows, so that it works without an account: to read one scope's publications until a moment, or to stop one recipient's reports.
/// And it seals the fingerprint of a tally. Each signature begins with its purpose, so that none serves for another.
/// </summary>
public sealed class LinkSigner(IOptions<LinkOptions> options, UkClock clock)
{
    /// <returns>The query to append to an address, and when it ends.</returns>
    public (string Query, DateTimeOffset Expires) Sign(Scope scope)
    {
        var expires = clock.Now.AddDays(options.Value.ValidDays);
        var seconds = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ($"expires={seconds}&signature={Reading(scope, seconds)}", expires);
    }

    /// <returns>The query to append to an address. It does not expire: whoever finds an old mail must be able to stop too.</returns>
    public string SignStop(string recipient) => $"signature={Stopping(recipient)}";

    public bool Verify(Scope scope, string? expires, string? signature) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && IsSame(signature, Reading(scope, expires))
        && seconds > clock.Now.ToUnixTimeSeconds();

    /// <summary>The hash of a tally by itself would let anyone try what the hidden counts may be, until it comes out the same.</summary>
    public Build Seal(Build build) => build with { TallyHash = $"sha256:{Convert.ToHexStringLower(Hash($"tally|{build.TallyHash}"))}" };

    public bool VerifyStop(string recipient, string? signature) => IsSame(signature, Stopping(recipient));

    private static bool IsSame(string? given, string signature) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(signature));

    private string Reading(Scope scope, string expires) => Signature($"read|{scope.Id}|{expires}");

    private string Stopping(string recipient) => Signature($"stop|{recipient}");

    private string Signature(string what) => WebEncoders.Base64UrlEncode(Hash(what));

    private byte[] Hash(string what) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.SigningKey), Encoding.UTF8.GetBytes(what));
}
