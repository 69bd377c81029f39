using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace SencoSurvey.Core.Invitations;

/// <summary>The secret that lets an invited school answer. Whoever has it has the school's answers, so it is shown once and stored nowhere.</summary>
public sealed class InvitationCode
{
    /// <summary>No two symbols look alike, and there are no vowels, so that no code spells a word.</summary>
    public const string Alphabet = "34679CDFGHJKMNPQRTVWXY";

    /// <summary>107 bits: nobody finds one by trying.</summary>
    public const int Length = 24;

    private const int GroupLength = 4;

    /// <summary>What people and word processors put between the groups: spaces, hyphens, and the no-break kinds of both; and the en dash that replaces a hyphen.</summary>
    private const string Separators = " -\u00A0\u2010\u2011\u2013";

    private readonly string symbols;

    private InvitationCode(string symbols) => this.symbols = symbols;

    public static InvitationCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads a code as people type and paste it: capital letters or not, grouped in any way or not at all.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out InvitationCode? code)
    {
        var symbols = string.Concat((text ?? "").Where(letter => !Separators.Contains(letter)).Select(char.ToUpperInvariant));
        code = symbols.Length == Length && symbols.All(Alphabet.Contains) ? new InvitationCode(symbols) : null;
        return code is not null;
    }

    /// <summary>The code itself, for the one who may have it and for making hashes: <c>XXXX-XXXX-XXXX-XXXX-XXXX-XXXX</c>.</summary>
    public string Reveal() => string.Join('-', symbols.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Never the code itself, so that it cannot slip into a log.</summary>
    public override string ToString() => nameof(InvitationCode);
}
