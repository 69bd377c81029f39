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

    /// <summary>"+4.0 (from −4.6 to +12.5)": for cells whose column says that they are percentage points.</summary>
    public static string Points(double difference, double lower, double upper) => $"{Short(difference)} (from {Short(lower)} to {Short(upper)})";

    private static string Short(double points) => ReportFormat.Points(points).Split(' ')[0];
}
