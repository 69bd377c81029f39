using System.Text;
using System.Text.RegularExpressions;

namespace SencoSurvey.Core.Journeys;

/// <summary>Makes of what people type what they mean.</summary>
public static partial class EntryText
{
    /// <summary>Without control characters, which no keyboard types and no page can show; line breaks as one character, as the length limit counts them.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t') clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>A number as digits and a point: <c>1,200</c>, <c>1 200</c>, <c>6½</c>, <c>12,5</c>, <c>12 hours</c> and <c>12.5 h</c> are understood.</summary>
    /// <returns>Null when it is no number in figures, or one of another unit.</returns>
    public static string? Number(string text, string unit)
    {
        var match = NumberAndUnit().Match(text.Trim());
        if (!match.Success || !unit.StartsWith(UnitOf(match.Groups["unit"].Value), StringComparison.OrdinalIgnoreCase)) return null;
        var (digits, fraction) = (match.Groups["number"].Value, match.Groups["fraction"].Value);
        if (digits.Length == 0 && fraction.Length == 0) return null;
        digits = Thousands().IsMatch(digits) ? Separator().Replace(digits, "") : digits.Replace(',', '.');
        return fraction switch
        {
            "¼" => $"{digits}.25",
            "½" => $"{digits}.5",
            "¾" => $"{digits}.75",
            _ => digits,
        };
    }

    /// <summary>As units are written in questionnaires: <c>hours a week</c> for <c>hrs per week</c> and <c>hours/week</c>.</summary>
    private static string UnitOf(string typed) => string.Join(' ', typed.Replace("/", " a ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToUpperInvariant() switch
    {
        "HRS" => "hours",
        "HR" => "hour",
        "PER" => "a",
        _ => word,
    }));

    /// <remarks>No two parts that follow each other can match the same letters, so that a long text of spaces takes no longer than any other.</remarks>
    [GeneratedRegex(@"^(?<number>-?[0-9.,]*([ \u00A0][0-9.,]+)*)(\s*(?<fraction>[¼½¾]))?(\s*(?<unit>[a-z][a-z /]*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberAndUnit();

    /// <summary>Groups of three digits; not <c>0,250</c>, which is a decimal.</summary>
    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}([, \u00A0][0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[, \u00A0]")]
    private static partial Regex Separator();
}
