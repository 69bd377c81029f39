using DocumentFormat.OpenXml.Spreadsheet;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>The formats of <see cref="CellStyle"/>: one sans-serif typeface of 12 points or more, and no colour that means anything.</summary>
internal static class WorkbookStyles
{
    private const string Typeface = "Arial";
    private const uint CountFormat = 3;
    private const uint TwoDecimalsFormat = 4;
    private const uint OneDecimalFormat = 164;

    private enum Typefaces : uint
    {
        Body,
        Title,
        Heading,
        Link,
    }

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = OneDecimalFormat, FormatCode = "#,##0.0" }) { Count = 1 },
        new Fonts(Font(12), Font(16, bold: true), Font(14, bold: true), Link()) { Count = 4 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Formats());

    private static CellFormats Formats()
    {
        var formats = new CellFormats(Enum.GetValues<CellStyle>().Select(Format));
        formats.Count = (uint)formats.ChildElements.Count;
        return formats;
    }

    private static CellFormat Format(CellStyle style) => style switch
    {
        CellStyle.Text => Format(Typefaces.Body, 0, Wrapped()),
        CellStyle.GuardedText => Guarded(),
        CellStyle.Title => Format(Typefaces.Title, 0, Plain()),
        CellStyle.Heading => Format(Typefaces.Heading, 0, Wrapped()),
        CellStyle.ColumnHeading => Format(Typefaces.Heading, 0, Wrapped()),
        CellStyle.Link => Format(Typefaces.Link, 0, Plain()),
        CellStyle.Symbol => Format(Typefaces.Body, 0, Right()),
        CellStyle.Whole => Format(Typefaces.Body, CountFormat, Right()),
        CellStyle.OneDecimal => Format(Typefaces.Body, OneDecimalFormat, Right()),
        CellStyle.TwoDecimals => Format(Typefaces.Body, TwoDecimalsFormat, Right()),
        _ => throw new InvalidOperationException($"No format for {style}."),
    };

    private static CellFormat Format(Typefaces typeface, uint number, Alignment alignment) => new(alignment)
    {
        NumberFormatId = number,
        FontId = (uint)typeface,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        ApplyFont = true,
        ApplyNumberFormat = number > 0,
        ApplyAlignment = true,
    };

    private static CellFormat Guarded()
    {
        var format = Format(Typefaces.Body, 0, Wrapped());
        format.QuotePrefix = true;
        return format;
    }

    private static Alignment Wrapped() => new() { Vertical = VerticalAlignmentValues.Top, WrapText = true };

    private static Alignment Plain() => new() { Vertical = VerticalAlignmentValues.Top };

    private static Alignment Right() => new() { Horizontal = HorizontalAlignmentValues.Right, Vertical = VerticalAlignmentValues.Top };

    private static Font Font(double points, bool bold = false) => bold
        ? new Font(new Bold(), new FontSize { Val = points }, new FontName { Val = Typeface })
        : new Font(new FontSize { Val = points }, new FontName { Val = Typeface });

    private static Font Link() => new(new Underline(), new FontSize { Val = 12 }, new Color { Rgb = "FF0563C1" }, new FontName { Val = Typeface });
}
