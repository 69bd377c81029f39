using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace SencoSurvey.Core.Tests.Publications.Workbooks;

/// <summary>A workbook as a spreadsheet program reads it.</summary>
internal sealed class ReadWorkbook : IDisposable
{
    private readonly SpreadsheetDocument document;

    private readonly List<string> texts;

    public ReadWorkbook(byte[] file)
    {
        document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        texts = [.. Workbook.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText)];
    }

    public IReadOnlyList<string> SheetNames => [.. Workbook.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];

    public SpreadsheetDocument Document => document;

    private WorkbookPart Workbook => document.WorkbookPart!;

    public IReadOnlyList<string> Faults => [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];

    public WorksheetPart Part(string sheet) => (WorksheetPart)Workbook.GetPartById(Workbook.Workbook!.Descendants<Sheet>().Single(one => one.Name == sheet).Id!);

    public IEnumerable<Cell> Cells(string sheet) => Part(sheet).Worksheet!.Descendants<Cell>();

    public Cell Cell(string sheet, string reference) => Cells(sheet).Single(cell => cell.CellReference == reference);

    public CellFormat Format(Cell cell) => (CellFormat)Workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

    /// <summary>What the cell shows: a text as it is, a number as it is stored.</summary>
    public string Text(Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]
        : cell.CellValue!.Text;

    public IReadOnlyList<IReadOnlyList<string>> Rows(string sheet) => [.. Part(sheet).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(Text).ToList())];

    /// <summary>The table's row that begins with the text, by heading.</summary>
    public IReadOnlyDictionary<string, Cell> Row(string sheet, string first)
    {
        var rows = Part(sheet).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().ToList()).ToList();
        var headings = Part(sheet).TableDefinitionParts.Single().Table!.Descendants<TableColumn>().Select(column => column.Name!.Value!);
        return headings.Zip(rows.Single(row => row.Count > 1 && Text(row[0]) == first)).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    public void Dispose() => document.Dispose();
}
