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

    /// <summary>A number as digits and a point: <c>1,200</c>, <c>6½</c>, <c>12,5</c>, <c>12 hours</c> and <c>12.5 h</c> are understood; anything else is left as it is.</summary>
    public static string Number(string text, string unit)
    {
        var match = NumberAndUnit().Match(text);
        if (!match.Success || !unit.StartsWith(match.Groups["unit"].Value, StringComparison.OrdinalIgnoreCase)) return text.Trim();
        var digits = match.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (digits.Length == 0 && match.Groups["fraction"].Length == 0) return text.Trim();
        digits = Thousands().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
        return match.Groups["fraction"].Value switch
        {
            "¼" => $"{digits}.25",
            "½" => $"{digits}.5",
            "¾" => $"{digits}.75",
            _ => digits,
        };
    }

    [GeneratedRegex(@"^\s*(?<number>-?[\d., \u00A0]*)(?<fraction>[¼½¾]?)\s*(?<unit>[a-z ]*?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();
}
