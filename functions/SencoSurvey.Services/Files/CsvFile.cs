using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;
using SencoSurvey.Core;

namespace SencoSurvey.Services.Files;

/// <summary>A CSV file that somebody brings: in UTF-8, with a header. One that is broken is refused whole, with the line that shows it.</summary>
/// <param name="file">Can be read again from its beginning.</param>
internal sealed class CsvFile(Stream file)
{
    private const int MostColumns = 500;

    /// <summary>Reads the whole file, to find out whether it is one.</summary>
    /// <param name="demand">Sees each line, and may refuse the file for it.</param>
    /// <exception cref="Refusal">400: it is no CSV in UTF-8, or lacks a header or lines. 422: as <see cref="CsvColumns.Demand"/>.</exception>
    public async Task CheckAsync(CsvColumns columns, Action<CsvLine> demand, CancellationToken cancel)
    {
        await DemandUtf8Async(cancel);
        using var csv = Open();
        var lastGoodLine = 0;
        try
        {
            if (!await csv.ReadAsync()) throw Broken(1, "The file is empty: it needs a header with the names of its columns.");
            csv.ReadHeader();
            var header = csv.HeaderRecord!;
            if (header.Length > MostColumns) throw Broken(1, $"Has {header.Length} columns; no file that fits here has nearly as many.");
            columns.Demand(header);
            lastGoodLine = csv.Parser.RawRow;
            var lines = 0;
            while (await csv.ReadAsync())
            {
                cancel.ThrowIfCancellationRequested();
                lines++;

                // Fields are looked at when they are asked for: only then is a quotation mark in a wrong place found.
                var found = csv.Parser.Record!.Length;
                if (found != header.Length) throw Broken(NumberOf(csv.Parser), $"Has {found} columns, but the header has {header.Length}.");
                demand(Line(csv));
                lastGoodLine = csv.Parser.RawRow;
            }

            if (lines == 0) throw Broken(2, "There are no lines after the header.");
        }
        catch (BadDataException)
        {
            // Where it begins: one that is not closed takes in all lines to the end of the file.
            throw Broken(lastGoodLine + 1, "Has a quotation mark that is not closed, or in the middle of a field.");
        }
    }

    /// <summary>The lines after the header. The file was checked.</summary>
    public async IAsyncEnumerable<CsvLine> LinesAsync()
    {
        using var csv = Open();
        await csv.ReadAsync();
        csv.ReadHeader();
        while (await csv.ReadAsync()) yield return Line(csv);
    }

    public static Refusal Broken(int line, string message) => Refusal.Field(400, "The file cannot be read. Nothing was stored.", $"line {line}", message);

    private async Task DemandUtf8Async(CancellationToken cancel)
    {
        file.Position = 0;
        var (line, rest) = (1, Array.Empty<byte>());
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            byte[] bytes = [.. rest, .. buffer.AsSpan(0, read)];
            var start = 0;
            for (var end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
            {
                DemandUtf8(bytes.AsSpan(start, end - start), line++);
                start = end + 1;
            }

            rest = bytes[start..];
        }

        DemandUtf8(rest, line);
    }

    private static void DemandUtf8(ReadOnlySpan<byte> line, int number)
    {
        if (!Utf8.IsValid(line)) throw Broken(number, "Is not UTF-8. Save the file as \"CSV UTF-8\".");
    }

    private static CsvLine Line(CsvReader csv) => new(NumberOf(csv.Parser), csv.HeaderRecord!.Index().ToDictionary(column => column.Item, column => csv.GetField(column.Index)!));

    /// <summary>Where a record begins: one with line breaks in its cells ends further down.</summary>
    private static int NumberOf(IParser parser) => parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(letter => letter == '\n');

    private CsvReader Open()
    {
        file.Position = 0;
        return new CsvReader(new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null });
    }
}
