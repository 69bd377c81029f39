using SencoSurvey.Core.Journeys;

namespace SencoSurvey.Core.Publications;

/// <summary>Text in a cell of a file that people open with Excel.</summary>
public static class CellText
{
    /// <summary>What begins like a formula gets an apostrophe before it, by which a spreadsheet knows text. https://owasp.org/www-community/attacks/CSV_Injection</summary>
    public static string Of(string text)
    {
        var clean = EntryText.Clean(text);
        return clean.TrimStart() is ['=' or '+' or '-' or '@', ..] ? $"'{clean}" : clean;
    }
}
