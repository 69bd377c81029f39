using SencoSurvey.Core.Reports;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>
/// A publication as a workbook (XLSX) for people, after the Government Analysis Function's guidance:
/// https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
/// A cover, contents and notes, then a table a worksheet.
/// </summary>
public static class PublicationWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The same bytes for the same publication, whenever they are made.</summary>
    public static byte[] Write(Publication publication, RoundDefinition round, WorkbookPublisher publisher)
    {
        var notes = NotesSheet.Of(publication, round);
        IReadOnlyList<Sheet> tables = [.. FigureSheets.Of(publication), .. AssociationSheets.Of(publication), .. BreakdownSheets.Of(publication), .. ComparisonSheets.Of(publication), .. RoundBeforeSheets.Of(publication)];
        IReadOnlyList<Sheet> sheets = [CoverSheet.Of(publication, publisher), ContentsSheet.Of([notes, .. tables]), notes, .. tables];
        return WorkbookWriter.Write(new WorkbookProperties(Title(publication), publisher.Name, publication.PublishedAt), sheets);
    }

    internal static string Title(Publication publication) => $"{publication.Title}: {publication.ScopeName}";

    internal static string Standing(Publication publication) => publication.Live
        ? $"Live figures, {ReportFormat.Responses(publication.Base.Responses)}, worked out on {ReportFormat.Date(UkDate.Of(publication.PublishedAt))} before disclosure control: not for publication"
        : ReportWords.Standing(publication, UkDate.Of(publication.PublishedAt));
}
