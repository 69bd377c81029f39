using System.Text.Json;
using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Services.Responses;

/// <summary>What a SENCO gets for an answer.</summary>
/// <param name="Reference">To quote to the coordinator; opens nothing.</param>
/// <param name="Revision">1 at first; one more with every change.</param>
/// <param name="Benchmark">One's own numbers beside the latest publication of the authority, or of the school group whose round it is; null while there is none.</param>
/// <param name="Checks">Answers that are possible but unlikely: reported, never refused.</param>
public sealed record Receipt(string Reference, int Revision, DateTimeOffset ReceivedAt, Benchmark? Benchmark, IReadOnlyList<CheckNote> Checks);

public sealed record CheckNote(string Id, string Question, string Message);

/// <param name="Answers">By question id, as the API takes them.</param>
public sealed record ResponseView(string Reference, int Revision, DateTimeOffset ReceivedAt, JsonElement Answers);

/// <summary>Takes, shows and withdraws one SENCO's response.</summary>
public sealed class ResponseService(RoundService rounds, ResponseAccess access, ResponseStore responses, DraftStore drafts, SchoolTokens schools, PublicationStore publications, MessageQueue<TallyMessage> tally, UkClock clock)
{
    /// <exception cref="Refusal">401 or 403: the key opens nothing. 404: no such round. 409: it is not open. 422: the answers are not valid.</exception>
    public async Task<(Receipt Receipt, bool Created)> SubmitAsync(string roundId, string? keyText, JsonElement answers, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var opened = await access.OpenAsync(round, keyText, cancel);
        DemandOpen(round);
        var questionnaire = rounds.QuestionnaireOf(round);
        var errors = new Errors();
        var read = AnswerReader.FromJson(questionnaire, answers, errors, opened.KnownTo(questionnaire)) ?? throw new Refusal(422, "Some answers are not valid.", errors);
        return await TryStoreAsync(round, opened, read, cancel) ?? throw ResponseAccess.OpensNothing(round);
    }

    /// <summary>Stores answers that were already checked. The round is open.</summary>
    /// <returns>Null when the key opens nothing any more.</returns>
    internal async Task<(Receipt Receipt, bool Created)?> TryStoreAsync(Round round, OpenedResponse opened, AnswerSet answers, CancellationToken cancel)
    {
        if (!await access.TryUseAsync(round, opened, cancel)) return null;
        var key = opened.Key;
        var published = await publications.FindForReceiptAsync(round, round.ScopeOf(answers.LocalAuthority), cancel);
        var benchmark = published is null ? null : Benchmark.Of(answers, published);
        var submission = new Submission(
            Guid.NewGuid(),
            key.RowId(round.Id),
            answers.LocalAuthority.Code,
            AnswersJson.Write(answers),
            clock.Now,
            benchmark is null ? null : JsonSerializer.Serialize(benchmark, JsonSerializerOptions.Web),
            opened.Invitation is { } invitation ? schools.Of(invitation) : null);
        var stored = await responses.SubmitAsync(round, submission, cancel);
        foreach (var partition in stored.Touched) await tally.SendAsync(TallyMessage.For(partition), cancel);
        return (ReceiptOf(round, key, stored.Row, answers), stored.Created);
    }

    /// <exception cref="Refusal">As <see cref="SubmitAsync"/>; 404 also when there is no response.</exception>
    public async Task<ResponseView> GetAsync(string roundId, string? keyText, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var key = (await access.OpenAsync(round, keyText, cancel)).Key;
        var row = await responses.FindAsync(round, key.RowId(round.Id), cancel) ?? throw Refusal.NotFound("There is no response under this key.");
        return new ResponseView(key.Reference(round.Id), row.Revision, row.ReceivedAt, JsonElement.Parse(row.Answers));
    }

    /// <exception cref="Refusal">As <see cref="GetAsync"/>.</exception>
    public async Task WithdrawAsync(string roundId, string? keyText, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var key = (await access.OpenAsync(round, keyText, cancel)).Key;
        var rowId = key.RowId(round.Id);
        var row = await responses.FindAsync(round, rowId, cancel) ?? throw Refusal.NotFound("There is no response under this key.");
        DemandOpen(round);
        await drafts.DeleteAsync(round.Id, key, cancel);
        if (!await responses.WithdrawAsync(round, rowId, cancel)) throw Refusal.NotFound("There is no response under this key.");
        await tally.SendAsync(TallyMessage.For(ResponsePartition.Parse(row.PartitionKey)), cancel);
    }

    internal void DemandOpen(Round round)
    {
        var reason = rounds.StateOf(round) switch
        {
            RoundState.Planned => $"opens on {round.Definition.OpensOn:yyyy-MM-dd}",
            RoundState.Closed => "is closed",
            _ => null,
        };
        if (reason is not null) throw Refusal.Field(409, "The round is not open.", "round", $"The round {reason}.");
    }

    private static Receipt ReceiptOf(Round round, ResponseKey key, ResponseRow row, AnswerSet answers) => new(
        key.Reference(round.Id),
        row.Revision,
        row.ReceivedAt,
        row.Benchmark is null ? null : JsonSerializer.Deserialize<Benchmark>(row.Benchmark, JsonSerializerOptions.Web),
        [.. answers.SoftChecks.Select(check => new CheckNote(check.Id, check.Question, check.Message))]);
}
