using System.Globalization;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Services.Responses;

/// <summary>Where responses are kept together, and tallied together: those of one authority, or of a share of it where a round asks for more buckets.</summary>
public sealed record ResponsePartition(string Round, string La, int Bucket)
{
    /// <summary>The partition key in every table: <c>2016|813|0</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Round}|{La}|{Bucket}");

    /// <param name="rowId">The response's row, which decides the bucket: it never changes.</param>
    public static ResponsePartition Of(Round round, string la, string rowId) =>
        new(round.Id, la, int.Parse(rowId.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % round.Definition.Buckets);

    public static ResponsePartition Parse(string key)
    {
        var parts = key.Split('|');
        return new ResponsePartition(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    /// <summary>The bounds between which all keys of a round lie: '}' follows '|' in every ordering of characters that storage uses.</summary>
    public static (string From, string To) KeysOf(string round) => ($"{round}|", $"{round}}}");
}
