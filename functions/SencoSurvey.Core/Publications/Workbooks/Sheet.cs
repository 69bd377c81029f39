namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>A worksheet: lines of text in the first column, then at most one table, with nothing blank between.</summary>
/// <param name="Name">At most 31 characters, without spaces; also the place that links lead to.</param>
/// <param name="About">What it holds, in a sentence for the contents.</param>
/// <param name="Lines">The first is the title.</param>
/// <param name="Width">Of the first column where there is no table, in characters.</param>
internal sealed record Sheet(string Name, string About, IReadOnlyList<Cell> Lines, Table? Table = null, double Width = 100)
{
    /// <summary>A worksheet with a table, and above it what someone needs who hears the sheet read from its first cell.</summary>
    public static Sheet WithTable<TRow>(string name, string title, string about, IEnumerable<Column<TRow>> columns, IEnumerable<TRow> rows) => new(
        name,
        about,
        [
            Cell.Title(title),
            Cell.Text("This worksheet contains one table."),
            Cell.Link($"Symbols and terms are explained in the worksheet {NotesSheet.Name}.", $"#{NotesSheet.Name}"),
        ],
        Table.Of(name, columns, rows));
}

/// <summary>A table that a spreadsheet knows as one.</summary>
/// <param name="Name">Letters and underscores.</param>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Rows">At least one; every cell holds something.</param>
internal sealed record Table(string Name, IReadOnlyList<string> Headings, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    public static Table Of<TRow>(string name, IEnumerable<Column<TRow>> columns, IEnumerable<TRow> rows)
    {
        var all = columns.ToList();
        return new Table(name, [.. all.Select(column => column.Heading)], [.. all.Select(column => column.Width)], [.. rows.Select(row => all.Select(column => column.Cell(row)).ToList())]);
    }
}

/// <param name="Heading">Unique within its table.</param>
/// <param name="Width">In characters.</param>
internal sealed record Column<TRow>(string Heading, double Width, Func<TRow, Cell> Cell);
