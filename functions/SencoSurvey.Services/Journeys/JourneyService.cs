using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Comparisons;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Journeys;

/// <summary>Takes a SENCO through the survey page by page: every page is saved as it is left, and what is sent in becomes a response like any other.</summary>
public sealed class JourneyService(RoundService rounds, ResponseAccess access, ResponseService responses, ResponseStore store, DraftStore drafts, PublicationStore publications)
{
    /// <param name="withSent">Whether to look for what was sent in even where the draft says that nothing was. Then the draft is read anew, too.</param>
    /// <exception cref="Refusal">404: no such round. 401 or 403: the key opens nothing.</exception>
    public async Task<Visit> OpenAsync(string roundId, string? keyText, bool withSent, CancellationToken cancel)
    {
        var round = await rounds.GetRecentAsync(roundId, cancel);
        var opened = await access.OpenAsync(round, keyText, cancel);
        var (key, questionnaire) = (opened.Key, rounds.QuestionnaireOf(round));
        var draft = withSent ? await drafts.FindAsync(round.Id, key, cancel) : await drafts.FindRecentAsync(round.Id, key, cancel);
        var sent = withSent || draft is not { IsFirst: true } ? await FindSentAsync(round, key, questionnaire, cancel) : null;
        var state = new JourneyState(opened.KnownTo(questionnaire) ?? new Dictionary<string, Answer>(), sent?.Answers, draft?.Answers ?? new Dictionary<string, string>(), draft?.Accepted ?? new Dictionary<string, string>());
        return new Visit(round, rounds.StateOf(round), opened, draft, sent, new Journey(questionnaire, state));
    }

    /// <summary>Makes the draft, so that there is something to come back to.</summary>
    /// <exception cref="Refusal">409: the round is not open. 403: the invitation has another code by now.</exception>
    public async Task BeginAsync(Visit visit, CancellationToken cancel)
    {
        responses.DemandOpen(visit.Round);
        await DemandUseAsync(visit, cancel);
        if (visit.Sent is null) await drafts.BeginAsync(visit.Round.Id, visit.Key, cancel);
    }

    /// <returns>The visit with the answers saved.</returns>
    /// <exception cref="Refusal">As <see cref="BeginAsync"/>.</exception>
    public async Task<Visit> SaveAsync(Visit visit, PageEntry entry, CancellationToken cancel)
    {
        responses.DemandOpen(visit.Round);
        await DemandUseAsync(visit, cancel);
        await drafts.SaveAsync(visit.Round.Id, visit.Key, visit.Draft, entry.Answers, cancel);
        return visit with { Journey = visit.Journey.With(entry) };
    }

    /// <summary>Notes that the answers at which the page's soft checks stand are meant.</summary>
    public async Task AcceptAsync(Visit visit, SurveyPage page, CancellationToken cancel)
    {
        var accepted = visit.Journey.ChecksAt(page).ToDictionary(check => check.Id, visit.Journey.Fingerprint);
        if (accepted.Count > 0) await drafts.AcceptAsync(visit.Round.Id, visit.Key, accepted, cancel);
    }

    /// <summary>Sends in what was saved. Whoever sends it in again, or twice at once, has sent in the same.</summary>
    /// <returns>False when there is nothing to send in: nothing was saved, or a required answer is missing.</returns>
    /// <exception cref="Refusal">As <see cref="BeginAsync"/>.</exception>
    public async Task<bool> SendAsync(Visit visit, CancellationToken cancel)
    {
        if (visit.Draft is null) return visit.Sent is not null;
        if (visit.Journey.IsIncomplete || !visit.Journey.HasBegun) return false;
        responses.DemandOpen(await rounds.GetAsync(visit.Round.Id, cancel));
        if (await responses.TryStoreAsync(visit.Round, visit.Opened, visit.Journey.Answers, cancel) is null) throw ResponseAccess.OpensNothing(visit.Round);
        await drafts.DeleteAsync(visit.Round.Id, visit.Key, visit.Draft, cancel);
        return true;
    }

    /// <summary>Forgets what was saved and what was sent in.</summary>
    /// <exception cref="Refusal">409: the round is not open.</exception>
    public async Task WithdrawAsync(Visit visit, CancellationToken cancel)
    {
        responses.DemandOpen(visit.Round);
        if (visit.Sent is null) await drafts.DeleteAsync(visit.Round.Id, visit.Key, cancel);
        else await responses.WithdrawAsync(visit.Round.Id, visit.Key.Reveal(), cancel);
    }

    /// <summary>The SENCO's own figures beside what is published of others.</summary>
    public async Task<IReadOnlyList<OwnFigure>> CompareAsync(Visit visit, CancellationToken cancel)
    {
        if (visit.Sent is not { Answers: var answers }) return [];
        var round = visit.Round;
        var places = new[] { round.ScopeOf(answers.LocalAuthority), round.Whole }.Distinct().Select(scope => (scope.Name, Figures: publications.FindForReceiptAsync(round, scope, cancel))).ToList();
        await Task.WhenAll(places.Select(place => place.Figures));
        return OwnFigures.Of(answers, [.. places.Select(place => (place.Name, place.Figures.Result))], round.Definition.MinimumBase);
    }

    /// <summary>From now on the invitation keeps its code.</summary>
    private async Task DemandUseAsync(Visit visit, CancellationToken cancel)
    {
        if (!await access.TryUseAsync(visit.Round, visit.Opened, cancel)) throw ResponseAccess.OpensNothing(visit.Round);
    }

    private async Task<SentAnswers?> FindSentAsync(Round round, ResponseKey key, Questionnaire questionnaire, CancellationToken cancel) =>
        await store.FindAsync(round, key.RowId(round.Id), cancel) is { } row ? new SentAnswers(AnswersJson.Read(questionnaire, row.Answers), row.Revision, row.ReceivedAt) : null;
}
