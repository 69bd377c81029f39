using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using SencoSurvey.Core.Invitations;

namespace SencoSurvey.Services.Responses;

/// <summary>
/// What opens one response: in an open round any UUID that the client made, in a round for the invited a code. It is a secret: only hashes of it are stored, a
/// different one for each use.
/// </summary>
public sealed class ResponseKey
{
    /// <summary>Crockford's base 32: no letters that look alike when read out or copied by hand. https://www.crockford.com/base32.html</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly string key;

    private ResponseKey(string key) => this.key = key;

    /// <summary>The key of a line in a file that brings none: the same for the same line of the same file, so that importing it again changes nothing.</summary>
    public static ResponseKey OfLine(string fileHash, int line) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"line|{fileHash}|{line}")).AsSpan(0, 16)).ToString("D"));

    /// <summary>For someone who answers an open round on the survey's pages: 122 random bits.</summary>
    public static ResponseKey New() => new(Guid.NewGuid().ToString("D"));

    /// <summary>The key of whoever holds this code. The invitation is found by another hash of it, so that neither leads to the other.</summary>
    public static ResponseKey Of(InvitationCode code) => new(code.Reveal());

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ResponseKey? key)
    {
        key = Guid.TryParseExact(text, "D", out var uuid) ? new ResponseKey(uuid.ToString("D")) : null;
        return key is not null;
    }

    /// <summary>The row under which the response is kept: 128 bits, from which the key cannot be found.</summary>
    public string RowId(string round) => Convert.ToHexStringLower(Hash("response", round).AsSpan(0, 16));

    /// <summary>The row under which the draft is kept: another hash, so that neither row leads to the other.</summary>
    public string DraftId(string round) => Convert.ToHexStringLower(Hash("draft", round).AsSpan(0, 16));

    /// <summary>The secret itself, for its holder alone: in a link of their own, never in a log or a store.</summary>
    public string Reveal() => key;

    /// <summary>What a SENCO may quote to the coordinator: tells which response it is, opens nothing. For example <c>7K3M-9QXD</c>.</summary>
    public string Reference(string round)
    {
        var letters = Hash("reference", round).Take(8).Select(value => Alphabet[value % Alphabet.Length]).ToArray();
        return $"{new string(letters, 0, 4)}-{new string(letters, 4, 4)}";
    }

    /// <summary>Never the key itself, so that it cannot slip into a log.</summary>
    public override string ToString() => nameof(ResponseKey);

    private byte[] Hash(string purpose, string round) => SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}|{round}|{key}"));
}
