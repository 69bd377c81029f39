using System.Globalization;
using CsvHelper;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>The tidy table and its metadata, read back as a program would.</summary>
internal sealed record TidyFile(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, IReadOnlyList<string> MetaColumns, IReadOnlyList<IReadOnlyDictionary<string, string>> Meta)
{
    public IEnumerable<IReadOnlyDictionary<string, string>> Filters => Meta.Where(row => row["col_type"] == "Filter");

    public IEnumerable<IReadOnlyDictionary<string, string>> Indicators => Meta.Where(row => row["col_type"] == "Indicator");

    public static async Task<TidyFile> OfAsync(string name, Publication publication, RoundDefinition round)
    {
        await using var data = new StringWriter();
        await TidyCsv.WriteAsync(data, publication, round);
        await using var meta = new StringWriter();
        await TidyCsv.WriteMetadataAsync(meta, publication);
        var (columns, rows) = Read(data.ToString());
        var (metaColumns, metaRows) = Read(meta.ToString());
        return new TidyFile(name, columns, rows, metaColumns, metaRows);
    }

    /// <summary>The different values of a column.</summary>
    public IReadOnlyList<string> Items(string column) => [.. Rows.Select(row => row[column]).Distinct()];

    private static (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows) Read(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var columns = csv.HeaderRecord!;
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read()) rows.Add(columns.Select((column, index) => (column, Value: csv.GetField(index)!)).ToDictionary(pair => pair.column, pair => pair.Value));
        return (columns, rows);
    }
}
