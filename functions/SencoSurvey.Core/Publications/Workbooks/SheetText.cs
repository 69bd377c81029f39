using System.Text.RegularExpressions;
using SencoSurvey.Core.Journeys;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>Text as a workbook's XML can hold it.</summary>
internal static partial class SheetText
{
    /// <summary>Without the characters that XML forbids, and with <c>_x0041_</c> kept from being read as a character's code (ECMA-376, part 1, section 22.9.2.19).</summary>
    public static string Of(string text) => Code().Replace(Forbidden().Replace(EntryText.Clean(text), ""), "_x005F$0");

    [GeneratedRegex(@"[\uFFFE\uFFFF]")]
    private static partial Regex Forbidden();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Code();
}
