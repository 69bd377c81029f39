using System.Collections.Concurrent;
using System.Security.Cryptography;
using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Invitations;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Files;
using SencoSurvey.Services.Invitations;
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
public sealed class ImportService(RoundService rounds, ResponseAccess access, ResponseService responses)
{
    /// <summary>
    /// The column with the key that opens the response: with it a corrected file replaces the lines of an earlier one. In an open round it may be left out;
    /// in a round for the invited it holds the codes.
    /// </summary>
    public const string KeyColumn = "key";

    /// <summary>Submissions under way at once: enough to hide storage's latency, few enough to leave others room.</summary>
    private const int AtOnce = 8;

    /// <param name="file">Can be read again from its beginning.</param>
    /// <exception cref="Refusal">404: no such round. 409: it is not open. 400: the file is no CSV in UTF-8, or lacks a header or lines. 422: a column is unknown or missing.</exception>
    public async Task<ImportResult> ImportAsync(string roundId, Stream file, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        responses.DemandOpen(round);
        var questionnaire = rounds.QuestionnaireOf(round);
        var csv = new CsvFile(file);
        var lineOfKey = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        await csv.CheckAsync(ColumnsOf(round, questionnaire), line => DemandOwnKey(line, lineOfKey), cancel);
        file.Position = 0;
        var fileHash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));

        var accepted = 0;
        var rejected = new ConcurrentBag<RejectedLine>();
        await Parallel.ForEachAsync(csv.LinesAsync(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (line, stop) =>
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
        var opened = cells.Remove(KeyColumn, out var text) ? await access.FindAsync(round, text.Trim(), cancel) : new OpenedResponse(keyOfLine);
        errors.Unless(opened is not null, KeyColumn, ResponseAccess.WhyNothing(round));

        // Without the invitation nobody knows what of the line is missing.
        if (opened is null && round.Definition.Access == Access.Invited) return errors;
        if (AnswerReader.FromCells(questionnaire, cells, errors, opened?.KnownTo(questionnaire)) is not { } answers || errors.Any) return errors;
        if (await responses.TryStoreAsync(round, opened!, answers, cancel) is not null) return null;
        errors.Add(KeyColumn, ResponseAccess.WhyNothing(round));
        return errors;
    }

    private static CsvColumns ColumnsOf(Round round, Questionnaire questionnaire)
    {
        var isInvited = round.Definition.Access == Access.Invited;
        var required = questionnaire.Questions.Where(question => question is { Required: true, AppliesWhen: null }).Select(question => question.Id);
        return new CsvColumns(
            "The columns do not fit the questionnaire.",
            [KeyColumn, .. questionnaire.Questions.Select(question => question.Id), .. questionnaire.Derived.Select(derived => derived.Id)],
            isInvited ? [KeyColumn, .. required.Except(Invitation.QuestionIds)] : [.. required],
            _ => $"which is no question of {questionnaire.Id}. Is the header missing?");
    }

    /// <exception cref="Refusal">400: an earlier line has the same key.</exception>
    private static void DemandOwnKey(CsvLine line, Dictionary<string, int> lineOfKey)
    {
        var text = line.Cells.GetValueOrDefault(KeyColumn)?.Trim() ?? "";
        if (text.Length == 0) return;
        var key = InvitationCode.TryParse(text, out var code) ? code.Reveal() : text;
        if (!lineOfKey.TryAdd(key, line.Number)) throw CsvFile.Broken(line.Number, $"Has the same key as line {lineOfKey[key]}.");
    }
}
