using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>A tally's one spelling in bytes, by which it is stored, compared and hashed.</summary>
public static class TallyJson
{
    public static byte[] Write(Tally tally) => Spell(tally).WrittenSpan.ToArray();

    /// <summary>For example <c>sha256:3f2a…</c>: equal for equal tallies, whatever order they were counted and merged in.</summary>
    public static string Hash(Tally tally) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Spell(tally).WrittenSpan))}";

    /// <exception cref="InvalidDataException">The tally is of another version of the questionnaire, or of this software; rebuild the round.</exception>
    public static Tally Read(Questionnaire questionnaire, ReadOnlyMemory<byte> bytes) =>
        new TallyReader(bytes.Span).Read(questionnaire) ?? throw new InvalidDataException($"A stored tally does not fit questionnaire {questionnaire.Id}: rebuild the round.");

    private static ArrayBufferWriter<byte> Spell(Tally tally)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        TallyWriter.Write(json, tally, TallyShape.Of(tally.Questionnaire));
        json.Flush();
        return buffer;
    }
}
