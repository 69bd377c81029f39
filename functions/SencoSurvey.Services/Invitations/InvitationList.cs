using System.Globalization;
using System.Text.RegularExpressions;
using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Services.Files;

namespace SencoSurvey.Services.Invitations;

/// <summary>Reads the schools to invite from a CSV file.</summary>
internal static partial class InvitationList
{
    private const string UrnColumn = "urn";

    /// <summary>Twice the schools of England.</summary>
    private const int MostLines = 50_000;

    /// <param name="errors">Gets what is wrong with lines.</param>
    /// <returns>The invitations of good lines, with their lines.</returns>
    /// <exception cref="Refusal">400: the file is broken. 422: a column is unknown or missing.</exception>
    public static async Task<IReadOnlyList<(int Line, Invitation Invitation)>> ReadAsync(Stream file, Questionnaire questionnaire, LineErrors errors, CancellationToken cancel)
    {
        var read = new List<(int, Invitation)>();
        var lineOfUrn = new Dictionary<string, int>();
        var lines = 0;
        await new CsvFile(file).CheckAsync(
            ColumnsOf(questionnaire),
            line =>
            {
                if (++lines > MostLines) throw CsvFile.Broken(line.Number, string.Create(CultureInfo.InvariantCulture, $"Is one line too many: invite at most {MostLines:N0} schools at a time."));
                if (Read(line, questionnaire, errors) is not { } invitation) return;
                if (lineOfUrn.TryAdd(invitation.Urn, line.Number)) read.Add((line.Number, invitation));
                else errors.Add(line.Number, $"Has the same urn as line {lineOfUrn[invitation.Urn]}.");
            },
            cancel);
        return read;
    }

    /// <summary>Six digits, the first of which is not 0.</summary>
    [GeneratedRegex(@"^[1-9][0-9]{5}\z")]
    private static partial Regex Urn();

    private static CsvColumns ColumnsOf(Questionnaire questionnaire) => new(
        "The columns do not fit the invitations.",
        [UrnColumn, .. Invitation.QuestionIds.Where(id => questionnaire.Find(id) is not null)],
        [UrnColumn, AnswerSet.LocalAuthorityId],
        column => column switch
        {
            "email" => "but invitations are not mailed from here: leave it out, and send each school the link that stands beside it in the answer.",
            _ when Invitation.QuestionIds.Contains(column) => $"which is no question of {questionnaire.Id}: leave it out.",
            _ => $"which is none of {UrnColumn}, {string.Join(", ", Invitation.QuestionIds)}. Is the header missing?",
        });

    /// <returns>Null when <paramref name="errors"/> got something.</returns>
    private static Invitation? Read(CsvLine line, Questionnaire questionnaire, LineErrors errors)
    {
        var isGood = true;
        var urn = line.Cells[UrnColumn].Trim();
        if (!Urn().IsMatch(urn)) Refuse(UrnColumn, "Must be six digits, of which the first is not 0.");
        var cells = Invitation.QuestionIds.Select(Cell).ToList();
        return isGood ? new Invitation(urn, cells[0]!, cells[1], cells[2]) : null;

        string? Cell(string id)
        {
            var cell = line.Cells.GetValueOrDefault(id);
            if (string.IsNullOrWhiteSpace(cell)) return id == AnswerSet.LocalAuthorityId ? Refuse(id, "Must be there.") : null;
            return questionnaire.Find(id)!.TryRead(cell, out var answer, out var error) ? answer.ToCell() : Refuse(id, error);
        }

        string? Refuse(string column, string message)
        {
            isGood = false;
            errors.Add(line.Number, $"{column}: {message}");
            return null;
        }
    }
}
