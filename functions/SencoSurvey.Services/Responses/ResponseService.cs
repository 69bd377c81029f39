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
/// <param name="Benchmark">One's own numbers beside the authority's latest publication; null while there is none.</param>
/// <param name="Checks">Answers that are possible but unlikely: reported, never refused.</param>
public sealed record Receipt(string Reference, int Revision, DateTimeOffset ReceivedAt, Benchmark? Benchmark, IReadOnlyList<CheckNote> Checks);

public sealed record CheckNote(string Id, string Question, string Message);

/// <param name="Answers">By question id, as the API takes them.</param>
public sealed record ResponseView(string Reference, int Revision, DateTimeOffset ReceivedAt, JsonElement Answers);

/// <summary>Takes, shows and withdraws one SENCO's response.</summary>
public sealed class ResponseService(RoundService rounds, ResponseStore responses, DraftStore drafts, PublicationStore publications, MessageQueue<TallyMessage> tally, UkClock clock)
{
    /// <exception cref="Refusal">401 or 403: the key opens nothing. 404: no such round. 409: it is not open. 422: the answers are not valid.</exception>
    public async Task<(Receipt Receipt, bool Created)> SubmitAsync(string roundId, string? keyText, JsonElement answers, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var key = KeyFor(round, keyText);
        DemandOpen(round);
        var errors = new Errors();
        var read = AnswerReader.FromJson(rounds.QuestionnaireOf(round), answers, errors) ?? throw new Refusal(422, "Some answers are not valid.", errors);
        return await StoreAsync(round, key, read, cancel);
    }

    /// <summary>Stores answers that were already checked. The round is open.</summary>
    internal async Task<(Receipt Receipt, bool Created)> StoreAsync(Round round, ResponseKey key, AnswerSet answers, CancellationToken cancel)
    {
        var published = await publications.FindAsync(round, Scope.Of(answers.LocalAuthority), cancel);
        var benchmark = published is null ? null : Benchmark.Of(answers, published);
        var submission = new Submission(
            Guid.NewGuid(),
            key.RowId(round.Id),
            answers.LocalAuthority.Code,
            AnswersJson.Write(answers),
            clock.Now,
            benchmark is null ? null : JsonSerializer.Serialize(benchmark, JsonSerializerOptions.Web));
        var stored = await responses.SubmitAsync(round, submission, cancel);
        foreach (var partition in stored.Touched) await tally.SendAsync(TallyMessage.For(partition), cancel);
        return (ReceiptOf(round, key, stored.Row, answers), stored.Created);
    }

    /// <exception cref="Refusal">As <see cref="SubmitAsync"/>; 404 also when there is no response.</exception>
    public async Task<ResponseView> GetAsync(string roundId, string? keyText, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var key = KeyFor(round, keyText);
        var row = await responses.FindAsync(round, key.RowId(round.Id), cancel) ?? throw Refusal.NotFound("There is no response under this key.");
        return new ResponseView(key.Reference(round.Id), row.Revision, row.ReceivedAt, JsonElement.Parse(row.Answers));
    }

    /// <exception cref="Refusal">As <see cref="GetAsync"/>.</exception>
    public async Task WithdrawAsync(string roundId, string? keyText, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var key = KeyFor(round, keyText);
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

    /// <remarks>Invitations are not made yet, so in an invited round no code is known.</remarks>
    internal static ResponseKey KeyFor(Round round, string? text)
    {
        if (string.IsNullOrEmpty(text)) throw Refusal.Field(401, "A key is needed.", "Response-Key", "Send the invitation code, or in an open round a UUID of your own, in this header.");
        if (round.Definition.Access == Access.Invited) throw Refusal.Field(403, "The key opens nothing.", "Response-Key", "There is no such invitation.");
        return ResponseKey.TryParse(text, out var key) ? key : throw Refusal.Field(403, "The key opens nothing.", "Response-Key", "Must be a UUID like 3f2504e0-4f89-41d3-9a0c-0305e82c3301.");
    }

    private static Receipt ReceiptOf(Round round, ResponseKey key, ResponseRow row, AnswerSet answers) => new(
        key.Reference(round.Id),
        row.Revision,
        row.ReceivedAt,
        row.Benchmark is null ? null : JsonSerializer.Deserialize<Benchmark>(row.Benchmark, JsonSerializerOptions.Web),
        [.. answers.SoftChecks.Select(check => new CheckNote(check.Id, check.Question, check.Message))]);
}
