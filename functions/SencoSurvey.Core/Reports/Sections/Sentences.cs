namespace SencoSurvey.Core.Reports.Sections;

/// <summary>Putting words together.</summary>
internal static class Sentences
{
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>With a capital and a full stop.</summary>
    public static string Full(string text) => $"{Capital(text).TrimEnd('.')}.";

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> words) => words.ToList() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };
}
