using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Rounds;

/// <summary>Making, opening and closing rounds.</summary>
public sealed class RoundService(RoundStore rounds, ResponseStore responses, IQuestionnaires questionnaires, MessageQueue<PublishMessage> publish, UkClock clock)
{
    /// <exception cref="Refusal">404: there is no such round.</exception>
    public async Task<Round> GetAsync(string id, CancellationToken cancel) => (await GetStoredAsync(id, cancel)).Round;

    /// <summary>The same as it was moments ago: for pages, which are looked at often, and of which none takes answers in.</summary>
    /// <exception cref="Refusal">404: there is no such round.</exception>
    public async Task<Round> GetRecentAsync(string id, CancellationToken cancel) =>
        ((RoundRules.Id().IsMatch(id) ? await rounds.FindRecentAsync(id, cancel) : null) ?? throw NoSuchRound()).Round;

    public async Task<IReadOnlyList<Round>> ListAsync(CancellationToken cancel) =>
        [.. (await rounds.ListAsync(cancel)).Select(stored => stored.Round).OrderByDescending(round => round.Definition.OpensOn).ThenBy(round => round.Id, StringComparer.Ordinal)];

    public RoundState StateOf(Round round) => round.StateOn(clock.Today);

    public Questionnaire QuestionnaireOf(Round round) =>
        questionnaires.Find(round.Definition.Questionnaire) ?? throw new InvalidOperationException($"Questionnaire {round.Definition.Questionnaire} of round {round.Id} is gone.");

    /// <returns>The scope by the name that it has in the round.</returns>
    /// <exception cref="Refusal">404: a school group's round has that group's figures alone, and no other round has these.</exception>
    public static Scope ScopeIn(Round round, Scope scope) => round.Find(scope) ?? throw Refusal.NotFound(
        round.Definition.Trust is null ? "The round is of no school group: use england, region/{code} or la/{code}." : $"The round is of one school group and has its figures alone: use {round.Whole}.");

    /// <returns>The round, and whether it is new.</returns>
    /// <exception cref="Refusal">422: the definition breaks a rule. 409: its questionnaire, buckets, access or trust cannot change once there are responses.</exception>
    public async Task<(Round Round, bool Created)> PutAsync(string id, RoundDefinition definition, CancellationToken cancel)
    {
        var errors = RoundRules.Check(definition, questionnaires);
        errors.Unless(RoundRules.Id().IsMatch(id), "round", "Must be 1 to 40 of a-z, 0-9 and '-'.");
        if (!errors.Any && definition.PreviousRound is { } previous) await CheckPreviousAsync(id, previous, definition.Trust, errors, cancel);
        if (errors.Any) throw new Refusal(422, "The round is not valid.", errors);
        var existing = await rounds.FindAsync(id, cancel);
        if (existing is { Round.Definition: var before } && WhatMustStay(before, definition) is { } field && await responses.AnyAsync(id, cancel))
            throw Refusal.Field(409, "The round already has responses.", field, "Cannot be changed once there are responses: make another round.");

        var round = existing is null ? new Round(id, definition) : existing.Round with { Definition = definition };
        await SaveAsync(round, existing, cancel);
        if (existing is not null && existing.Round.Definition.PreviousRound != definition.PreviousRound) await CountAgainAsync(id, cancel);
        return (round, existing is null);
    }

    /// <summary>Closes the round and has the final figures of every scope published.</summary>
    public async Task<Round> CloseAsync(string id, CancellationToken cancel)
    {
        var stored = await GetStoredAsync(id, cancel);
        var closed = stored.Round.Close(clock.Now);
        if (closed != stored.Round) await SaveAsync(closed, stored, cancel);
        await publish.SendAsync(new PublishMessage(id), cancel);
        return closed;
    }

    public async Task<Round> ReopenAsync(string id, CancellationToken cancel)
    {
        var stored = await GetStoredAsync(id, cancel);
        if (StateOf(stored.Round) == RoundState.Open) return stored.Round; // Its dates go on to apply.
        var open = stored.Round.Reopen(clock.Now);
        await SaveAsync(open, stored, cancel);
        return open;
    }

    /// <summary>Closes the rounds whose last day has passed, and asks again for final figures that have not come about.</summary>
    public async Task CloseOverdueAsync(CancellationToken cancel)
    {
        foreach (var stored in await rounds.ListAsync(cancel))
        {
            if (stored.Round.IsOverdueOn(clock.Today) || stored is { Round.ClosedAt: not null, FinalisedAt: null }) await CloseAsync(stored.Round.Id, cancel);
        }
    }

    /// <summary>A name mistyped here would be noticed at the close at the earliest, when the report stands beside nothing.</summary>
    private async Task CheckPreviousAsync(string id, string previous, Trust? trust, Errors errors, CancellationToken cancel)
    {
        if (previous == id) errors.Add("previousRound", "Must be another round: none comes before itself.");
        else if (await rounds.FindAsync(previous, cancel) is not { Round.Definition: var before }) errors.Add("previousRound", "There is no such round: make it first.");
        else errors.Unless(before.Trust?.Id == trust?.Id, "previousRound", "Must be of the same school group, or of none as this one is: other SENCOs cannot be compared.");
    }

    /// <summary>The first of the fields that change though responses rest on them: with another access, their keys would open nothing any more.</summary>
    private static string? WhatMustStay(RoundDefinition before, RoundDefinition after) =>
        before.Buckets != after.Buckets ? "buckets" : before.Questionnaire != after.Questionnaire ? "questionnaire" : before.Access != after.Access ? "access" : before.Trust?.Id != after.Trust?.Id ? "trust" : null;

    /// <summary>Tallies set schools beside the round before: with another one all of them are out of date. The sweep sends the messages.</summary>
    private async Task CountAgainAsync(string id, CancellationToken cancel)
    {
        foreach (var partition in await responses.MarkersAsync(id, dirtyOnly: false, cancel).ToListAsync(cancel)) await responses.MarkDirtyAsync(partition, cancel);
    }

    private async Task SaveAsync(Round round, StoredRound? over, CancellationToken cancel)
    {
        if (!await rounds.TrySaveAsync(round, over, finalisedAt: null, cancel)) throw new Refusal(409, "The round was changed by someone else at the same moment: try again.");
    }

    private async Task<StoredRound> GetStoredAsync(string id, CancellationToken cancel) =>
        (RoundRules.Id().IsMatch(id) ? await rounds.FindAsync(id, cancel) : null) ?? throw NoSuchRound();

    private static Refusal NoSuchRound() => Refusal.NotFound("There is no such round.");
}
