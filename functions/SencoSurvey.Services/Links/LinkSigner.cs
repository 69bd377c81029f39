using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SencoSurvey.Core.Geography;

namespace SencoSurvey.Services.Links;

/// <summary>The settings under <c>Links</c>.</summary>
public sealed class LinkOptions
{
    public const string Section = "Links";

    /// <summary>At least 32 characters, secret. Changing it ends every link that was mailed.</summary>
    [Required, MinLength(32)]
    [RegularExpression(KeyOptions.Resolved, ErrorMessage = KeyOptions.NotResolved)]
    public string SigningKey { get; set; } = "";

    /// <summary>How long a mailed link works, in days.</summary>
    [Range(1, 400)]
    public int ValidDays { get; set; } = 60;
}

/// <summary>Signs the right to read one scope's publications until a moment, so that a mailed link works without an account.</summary>
public sealed class LinkSigner(IOptions<LinkOptions> options, UkClock clock)
{
    /// <returns>The query to append to an address, and when it ends.</returns>
    public (string Query, DateTimeOffset Expires) Sign(Scope scope)
    {
        var expires = clock.Now.AddDays(options.Value.ValidDays);
        var seconds = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ($"expires={seconds}&signature={Signature(scope, seconds)}", expires);
    }

    public bool Verify(Scope scope, string? expires, string? signature) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Signature(scope, expires)))
        && seconds > clock.Now.ToUnixTimeSeconds();

    private string Signature(Scope scope, string expires) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.SigningKey), Encoding.UTF8.GetBytes($"read|{scope.Id}|{expires}")));
}
