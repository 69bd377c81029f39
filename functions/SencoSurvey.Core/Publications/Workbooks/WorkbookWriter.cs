using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>Writes worksheets as a file. All ids are counted, none is drawn at random: the same worksheets make the same bytes.</summary>
internal static class WorkbookWriter
{
    public static byte[] Write(WorkbookProperties properties, IReadOnlyList<Sheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new Sheets(sheets.Select((sheet, index) => new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = $"sheet{index + 1}" })));
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = WorkbookStyles.Make();
            var texts = new SharedTexts();
            foreach (var (index, sheet) in sheets.Index()) SheetWriter.Write(workbook.AddNewPart<WorksheetPart>($"sheet{index + 1}"), sheet, (uint)index + 1, texts);
            workbook.AddNewPart<SharedStringTablePart>("texts").SharedStringTable = texts.ToTable();
            using var core = document.AddNewPart<CoreFilePropertiesPart>("core").GetStream(FileMode.Create);
            properties.ToXml().Save(core);
        }

        return FixedZip.Of(file.ToArray());
    }
}

/// <summary>The texts of all cells, each once.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private uint used;

    /// <summary>The text's place in the table, as a cell holds it.</summary>
    public int PlaceOf(string text)
    {
        used++;
        if (!places.TryGetValue(text, out var place)) places.Add(text, place = places.Count);
        return place;
    }

    public SharedStringTable ToTable() => new(places.OrderBy(pair => pair.Value).Select(pair => new SharedStringItem(new Text(pair.Key) { Space = SpaceProcessingModeValues.Preserve })))
    {
        Count = used,
        UniqueCount = (uint)places.Count,
    };
}
