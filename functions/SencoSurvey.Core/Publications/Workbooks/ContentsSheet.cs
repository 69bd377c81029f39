namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>The worksheets that follow, with a link to each.</summary>
internal static class ContentsSheet
{
    public const string Name = "Contents";

    private static readonly IReadOnlyList<Column<Sheet>> Columns =
    [
        new("Worksheet", 36, sheet => Cell.Link(sheet.Name, $"#{sheet.Name}")),
        new("What it holds", 80, sheet => Cell.Text(sheet.About)),
    ];

    public static Sheet Of(IEnumerable<Sheet> sheets) => new(
        Name,
        "The worksheets.",
        [Cell.Title("Contents"), Cell.Text("This worksheet contains one table, with links to all other worksheets.")],
        Table.Of(Name, Columns, sheets));
}
