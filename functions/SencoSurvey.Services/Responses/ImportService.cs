using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;
using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Responses;

/// <summary>A line of a file that was not taken.</summary>
/// <param name="Line">Counted from 1; the header is line 1.</param>
public sealed record RejectedLine(int Line, IReadOnlyDictionary<string, string[]> Errors);

public sealed record ImportResult(int Accepted, IReadOnlyList<RejectedLine> Rejected);

/// <summary>
/// Takes responses from a CSV file whose columns are named by question id. The file is read twice: first as a file, so that one that is broken, or not UTF-8,
/// is refused whole and nothing of it is stored; then line by line, when good lines are kept whatever the others are like.
/// </summary>
public sealed class ImportService(RoundService rounds, ResponseService responses)
{
    /// <summary>The optional column with the key that opens the response: with it a corrected file replaces the lines of an earlier one.</summary>
    public const string KeyColumn = "key";

    private const int MostColumns = 500;

    /// <summary>Submissions under way at once: enough to hide storage's latency, few enough to leave others room.</summary>
    private const int AtOnce = 8;

    /// <param name="file">Can be read again from its beginning.</param>
    /// <exception cref="Refusal">404: no such round. 409: it is not open. 400: the file is no CSV in UTF-8, or lacks a header or lines. 422: a column is unknown or missing.</exception>
    public async Task<ImportResult> ImportAsync(string roundId, Stream file, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        responses.DemandOpen(round);
        var questionnaire = rounds.QuestionnaireOf(round);
        await DemandUtf8Async(file, cancel);
        await DemandCsvAsync(file, questionnaire, cancel);
        file.Position = 0;
        var fileHash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));

        var accepted = 0;
        var rejected = new ConcurrentBag<RejectedLine>();
        using var csv = Open(file);
        await Parallel.ForEachAsync(LinesAsync(csv), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (line, stop) =>
        {
            if (await TryTakeAsync(round, questionnaire, line.Cells, ResponseKey.OfLine(fileHash, line.Number), stop) is { } errors) rejected.Add(new RejectedLine(line.Number, errors.ByField));
            else Interlocked.Increment(ref accepted);
        });
        return new ImportResult(accepted, [.. rejected.OrderBy(line => line.Line)]);
    }

    /// <returns>What is wrong with the line, or null when it was taken.</returns>
    private async Task<Errors?> TryTakeAsync(Round round, Questionnaire questionnaire, Dictionary<string, string> cells, ResponseKey keyOfLine, CancellationToken cancel)
    {
        var errors = new Errors();
        ResponseKey? key = null;
        if (cells.Remove(KeyColumn, out var text)) errors.Unless(ResponseKey.TryParse(text.Trim(), out key), KeyColumn, "Must be a UUID like 3f2504e0-4f89-41d3-9a0c-0305e82c3301.");
        errors.Unless(round.Definition.Access == Access.Open, KeyColumn, "The round is for invited schools only, and there is no such invitation.");
        if (AnswerReader.FromCells(questionnaire, cells, errors) is not { } answers || errors.Any) return errors;
        await responses.StoreAsync(round, key ?? keyOfLine, answers, cancel);
        return null;
    }

    private static async IAsyncEnumerable<(int Number, Dictionary<string, string> Cells)> LinesAsync(CsvReader csv)
    {
        await csv.ReadAsync();
        csv.ReadHeader();
        var header = csv.HeaderRecord!;
        while (await csv.ReadAsync()) yield return (LineOf(csv.Parser), header.Index().ToDictionary(column => column.Item, column => csv.GetField(column.Index)!));
    }

    private static async Task DemandUtf8Async(Stream file, CancellationToken cancel)
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

    private static async Task DemandCsvAsync(Stream file, Questionnaire questionnaire, CancellationToken cancel)
    {
        using var csv = Open(file);
        var lastGoodLine = 0;
        try
        {
            if (!await csv.ReadAsync()) throw Broken(1, "The file is empty: it needs a header with question ids.");
            csv.ReadHeader();
            DemandColumns(csv.HeaderRecord!, questionnaire);
            lastGoodLine = csv.Parser.RawRow;
            var lines = 0;
            var lineOfKey = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            while (await csv.ReadAsync())
            {
                cancel.ThrowIfCancellationRequested();
                lines++;

                // Fields are looked at when they are asked for: only then is a quotation mark in a wrong place found.
                var columns = csv.Parser.Record!.Length;
                if (columns != csv.HeaderRecord!.Length) throw Broken(LineOf(csv.Parser), $"Has {columns} columns, but the header has {csv.HeaderRecord.Length}.");
                if (csv.TryGetField<string>(KeyColumn, out var key) && !string.IsNullOrWhiteSpace(key) && !lineOfKey.TryAdd(key.Trim(), LineOf(csv.Parser)))
                    throw Broken(LineOf(csv.Parser), $"Has the same key as line {lineOfKey[key.Trim()]}.");
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

    /// <summary>Where a record begins: one with line breaks in its cells ends further down.</summary>
    private static int LineOf(IParser parser) => parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(letter => letter == '\n');

    private static void DemandColumns(string[] header, Questionnaire questionnaire)
    {
        string[] known = [KeyColumn, .. questionnaire.Questions.Select(question => question.Id), .. questionnaire.Derived.Select(derived => derived.Id)];
        if (header.Length > MostColumns) throw Broken(1, $"Has {header.Length} columns; a questionnaire has far fewer.");
        var errors = new Errors();
        foreach (var column in header)
        {
            var name = column.Length <= 60 ? column : $"{column[..60]}…";
            errors.Unless(known.Contains(column), "line 1", $"Has the column '{name}', which is no question of {questionnaire.Id}. Is the header missing?");
            errors.Unless(header.Count(other => other == column) == 1, "line 1", $"Has the column '{name}' twice.");
        }

        foreach (var question in questionnaire.Questions.Where(question => question is { Required: true, AppliesWhen: null }))
            errors.Unless(header.Contains(question.Id), "line 1", $"Lacks the column '{question.Id}'.");
        if (errors.Any) throw new Refusal(422, "The columns do not fit the questionnaire.", errors);
    }

    private static Refusal Broken(int line, string message) => Refusal.Field(400, "The file cannot be read. Nothing was stored.", $"line {line}", message);

    private static CsvReader Open(Stream file)
    {
        file.Position = 0;
        return new CsvReader(new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null });
    }
}
