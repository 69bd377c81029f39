namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>How a cell looks. The order is that of the formats in <see cref="WorkbookStyles"/>.</summary>
internal enum CellStyle
{
    /// <summary>Text that breaks into lines.</summary>
    Text,

    /// <summary>Text that begins like a formula, and that a spreadsheet is told to take as text even when it is edited.</summary>
    GuardedText,

    Title,
    Heading,
    ColumnHeading,
    Link,

    /// <summary>A symbol in the place of a number.</summary>
    Symbol,

    /// <summary>1,440</summary>
    Whole,

    /// <summary>71.4</summary>
    OneDecimal,

    /// <summary>6.81</summary>
    TwoDecimals,
}

/// <summary>What a cell holds: text or a number, never a formula.</summary>
/// <param name="Target">Where a link leads: an address, or with <c>#</c> before it a place in this workbook.</param>
internal sealed record Cell(string? Words, double? Number, CellStyle Style, string? Target = null)
{
    /// <summary>More characters than this make a spreadsheet refuse the file.</summary>
    private const int Longest = 32_767;

    public static Cell Text(string text) => Of(text, IsLikeFormula(text) ? CellStyle.GuardedText : CellStyle.Text);

    public static Cell Title(string text) => Of(text, CellStyle.Title);

    public static Cell Heading(string text) => Of(text, CellStyle.Heading);

    public static Cell ColumnHeading(string text) => Of(text, CellStyle.ColumnHeading);

    public static Cell Link(string text, string target) => Of(text, CellStyle.Link) with { Target = target };

    public static Cell Count(long? count, string? status) => Of(count, status, CellStyle.Whole);

    public static Cell Percent(double? percent, string? status) => Of(percent, status, CellStyle.OneDecimal);

    public static Cell Decimal(double? number, string? status) => Of(number, status, CellStyle.TwoDecimals);

    /// <summary>A number that may be whole or not: as it would be written.</summary>
    public static Cell WholeOrDecimal(double? number, string? status) => Of(number, status, number is { } value && double.IsInteger(value) ? CellStyle.Whole : CellStyle.TwoDecimals);

    /// <summary>What stands for a number that is not shown, in square brackets: https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/</summary>
    public static string SymbolOf(string? status) => $"[{status ?? Symbols.NotApplicable}]";

    private static Cell Of(double? number, string? status, CellStyle style) =>
        number is null ? new Cell(SymbolOf(status), null, CellStyle.Symbol) : new Cell(null, number, style);

    private static Cell Of(string text, CellStyle style)
    {
        var words = SheetText.Of(text);
        return new Cell(words.Length <= Longest ? words : words[..Longest], null, style);
    }

    private static bool IsLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..];
}
