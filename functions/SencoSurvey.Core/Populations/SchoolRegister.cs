using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Populations;

/// <summary>
/// Reads the school register: the file of all establishments as it is downloaded from GIAS (Get Information about Schools, Department for Education). It is read line by line, and
/// of its 140 columns only those named here: what it says of head teachers is not taken out of it. Whether a school is open is said by its status, so no date is needed.
/// </summary>
public static class SchoolRegister
{
    private const string Urn = "URN";
    private const string Authority = "LA (code)";
    private const string Status = "EstablishmentStatus (name)";
    private const string Type = "TypeOfEstablishment (name)";
    private const string Group = "EstablishmentTypeGroup (name)";
    private const string Phase = "PhaseOfEducation (name)";
    private const string Pupils = "NumberOfPupils";

    /// <summary>Many times what any has: a quotation mark that is not closed must not take in the rest of the file.</summary>
    private const int MostLettersOfField = 32 * 1024;

    /// <summary>The columns that are read, in this order, wherever they stand.</summary>
    private static readonly string[] Needed = [Urn, Authority, Status, Type, Group, Phase, Pupils];

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { MaxFieldSize = MostLettersOfField };

    /// <param name="file">In Windows-1252 or UTF-8; can be read again from its beginning.</param>
    /// <exception cref="Refusal">400: it is no CSV, lacks columns or lines, has a line twice, or has no open school in England.</exception>
    public static async Task<RegisterReading> ReadAsync(Stream file, CancellationToken cancel)
    {
        file.Position = 0;
        var encoding = await RegisterEncoding.DetectAsync(file, cancel);
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var csv = new CsvParser(reader, Configuration);
        var lastGoodLine = 0;
        try
        {
            if (!await csv.ReadAsync()) throw Broken(1, "The file is empty: it needs a header with the names of its columns.");
            var columns = csv.Count;
            var at = Locate(csv.Record!);
            lastGoodLine = csv.RawRow;
            var counter = new RegisterCounter();
            var lineOfUrn = new Dictionary<int, int>();
            while (await csv.ReadAsync())
            {
                cancel.ThrowIfCancellationRequested();
                var line = lastGoodLine + 1;
                if (csv.Count != columns) throw Broken(line, $"Has {csv.Count} columns, but the header has {columns}.");
                if (csv.RawRow > line) DemandGoodFields(csv);
                if (!int.TryParse(csv[at[0]].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var urn)) throw Broken(line, $"{Urn}: Must be a whole number.");
                if (!lineOfUrn.TryAdd(urn, line)) throw Broken(line, $"{Urn}: Is the same as in line {lineOfUrn[urn]}: its school would count twice.");
                counter.Add(status: csv[at[2]], authority: csv[at[1]], phase: csv[at[5]], type: csv[at[3]], group: csv[at[4]], pupils: csv[at[6]]);
                lastGoodLine = csv.RawRow;
            }

            if (lineOfUrn.Count == 0) throw Broken(lastGoodLine + 1, "There are no lines after the header.");
            var reading = counter.Read();
            return reading.Counts.Schools > 0 ? reading : throw Refusal.Field(400, "The register cannot be used. Nothing was stored.", "file", "Has no open school in an authority of England.");
        }
        catch (Exception exception) when (exception is BadDataException or MaxFieldSizeException)
        {
            throw Broken(lastGoodLine + 1, "Has a quotation mark that is not closed, or in the middle of a field.");
        }
    }

    /// <summary>
    /// Fields are looked at only when they are asked for, so a stray quotation mark in a column that is not read would go unnoticed, and with it that several lines were taken for one.
    /// In records of several lines, which are few, all are looked at.
    /// </summary>
    /// <exception cref="BadDataException">A quotation mark is not closed, or in the middle of a field.</exception>
    private static void DemandGoodFields(CsvParser csv)
    {
        for (var column = 0; column < csv.Count; column++) _ = csv[column];
    }

    /// <returns>Where the needed columns stand.</returns>
    /// <exception cref="Refusal">400: some are not there, or twice.</exception>
    private static int[] Locate(string[] header)
    {
        var errors = new Errors();
        foreach (var column in Needed)
        {
            errors.Unless(header.Contains(column), "line 1", $"Lacks the column '{column}'.");
            errors.Unless(header.Count(other => other == column) <= 1, "line 1", $"Has the column '{column}' twice.");
        }

        return errors.Any ? throw new Refusal(400, "The columns are not those of the school register. Nothing was stored.", errors) : [.. Needed.Select(column => Array.IndexOf(header, column))];
    }

    private static Refusal Broken(int line, string message) => Refusal.Field(400, "The register cannot be read. Nothing was stored.", $"line {line}", message);
}
