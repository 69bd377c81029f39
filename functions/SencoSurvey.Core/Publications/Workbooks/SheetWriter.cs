using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using SheetTable = DocumentFormat.OpenXml.Spreadsheet.Table;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>Writes one worksheet, and marks its table as one.</summary>
internal static class SheetWriter
{
    private const uint A4 = 9;
    private const uint AsManyAsNeeded = 0;

    public static void Write(WorksheetPart part, Sheet sheet, uint id, SharedTexts texts)
    {
        var rows = Rows(sheet).ToList();
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(sheet, id)),
            new SheetFormatProperties { DefaultRowHeight = 16 },
            new Columns((sheet.Table?.Widths ?? [sheet.Width]).Select((width, index) => new SheetColumn { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
            new SheetData(rows.Select((cells, index) => Row(cells, (uint)index + 1, texts))));
        if (Links(part, rows) is { } links) worksheet.Append(links);
        worksheet.Append(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = AsManyAsNeeded });
        part.Worksheet = worksheet;
        if (sheet.Table is { } table) worksheet.Append(TablePart(part, table, sheet.Lines.Count + 1, id));
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(Sheet sheet) =>
    [
        .. sheet.Lines.Select(line => (IReadOnlyList<Cell>)[line]),
        .. sheet.Table is { } table ? [[.. table.Headings.Select(Cell.ColumnHeading)], .. table.Rows] : Array.Empty<IReadOnlyList<Cell>>(),
    ];

    /// <summary>Everything down to the column headings stays in sight.</summary>
    private static SheetView View(Sheet sheet, uint id)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = id == 1 };
        if (sheet.Table is null) return view;
        var first = $"A{sheet.Lines.Count + 2}";
        view.Append(new Pane { VerticalSplit = sheet.Lines.Count + 1, TopLeftCell = first, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        view.Append(new Selection { Pane = PaneValues.BottomLeft, ActiveCell = first, SequenceOfReferences = new ListValue<StringValue> { InnerText = first } });
        return view;
    }

    private static Row Row(IReadOnlyList<Cell> cells, uint number, SharedTexts texts) =>
        new(cells.Select((cell, index) => Write(cell, Reference(index, number), texts))) { RowIndex = number };

    private static SheetCell Write(Cell cell, string reference, SharedTexts texts) => cell.Number is { } number
        ? new SheetCell { CellReference = reference, StyleIndex = (uint)cell.Style, CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)) }
        : new SheetCell { CellReference = reference, StyleIndex = (uint)cell.Style, DataType = CellValues.SharedString, CellValue = new CellValue(texts.PlaceOf(cell.Words!)) };

    private static Hyperlinks? Links(WorksheetPart part, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        var links = new Hyperlinks();
        foreach (var (row, cells) in rows.Index())
        {
            foreach (var (column, cell) in cells.Index())
            {
                if (cell.Target is { } target) links.Append(Link(part, Reference(column, (uint)row + 1), target, $"link{links.ChildElements.Count + 1}"));
            }
        }

        return links.HasChildren ? links : null;
    }

    private static Hyperlink Link(WorksheetPart part, string reference, string target, string id)
    {
        if (target.StartsWith('#')) return new Hyperlink { Reference = reference, Location = $"'{target[1..]}'!A1" };
        part.AddHyperlinkRelationship(new Uri(target), isExternal: true, id);
        return new Hyperlink { Reference = reference, Id = id };
    }

    private static TableParts TablePart(WorksheetPart part, Table table, int headingRow, uint id)
    {
        var definition = part.AddNewPart<TableDefinitionPart>("table");
        definition.Table = new SheetTable(
            new TableColumns(table.Headings.Select((heading, index) => new TableColumn { Id = (uint)index + 1, Name = heading })) { Count = (uint)table.Headings.Count },
            new TableStyleInfo { Name = "TableStyleLight1", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = false, ShowColumnStripes = false })
        {
            Id = id,
            Name = table.Name,
            DisplayName = table.Name,
            Reference = $"A{headingRow}:{Reference(table.Headings.Count - 1, (uint)(headingRow + table.Rows.Count))}",
            HeaderRowCount = 1,
        };
        return new TableParts(new TablePart { Id = "table" }) { Count = 1 };
    }

    /// <summary>Tables here have fewer than 26 columns.</summary>
    private static string Reference(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
