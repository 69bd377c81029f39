using Microsoft.Extensions.Logging;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Comparisons;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.YearOnYear;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Services.Publishing;

/// <summary>
/// Makes the next edition of a round from its tallies: decides of which answers and which figures (<see cref="NextEdition"/>), and publishes those scopes that changed, all at once. Repeating it changes nothing.
/// </summary>
public sealed partial class PublishService(
    RoundService rounds,
    RoundStore roundStore,
    TallyService tallying,
    TallyStore tallies,
    EditionStore editions,
    ReleasedTallyStore releasedTallies,
    PublicationStore publications,
    PopulationService populations,
    LinkSigner links,
    UkClock clock,
    ILogger<PublishService> logger)
{
    /// <summary>Several messages come at once, and readers meanwhile: whoever was overtaken looks again, and mostly finds nothing left to do.</summary>
    private const int MostTries = 4;

    /// <exception cref="InvalidOperationException">Others were faster time and again: to be repeated later.</exception>
    public async Task PublishAsync(string roundId, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryPublishAsync(roundId, cancel)) return;
        }

        throw new InvalidOperationException($"The edition of {roundId} was replaced or read meanwhile, {MostTries} times: publish it again.");
    }

    /// <returns>False when another publisher was faster, or somebody read a figure just now.</returns>
    private async Task<bool> TryPublishAsync(string roundId, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var final = rounds.StateOf(round) == RoundState.Closed;
        if (final) await tallying.TallyChangedAsync(round, cancel);

        // The edition is read before the tallies: whoever replaces it has seen all that its readers had.
        var (edition, version) = await editions.FindAsync(roundId, cancel);
        if (edition.Superseded.Count > 0) (edition, version) = await CleanUpAsync(roundId, edition, version, cancel);
        var questionnaire = rounds.QuestionnaireOf(round);
        var now = await ReadTalliesAsync(round, questionnaire, cancel);
        var counted = now.ToDictionary(pair => pair.Key, pair => new Counted(pair.Value.Responses, TallyJson.Hash(pair.Value)));
        var released = await releasedTallies.ReadAllAsync(roundId, questionnaire, edition.Blocks, counted, now, cancel);
        var detailed = edition.ComparesDetails(final) ? await releasedTallies.ReadAllAsync(roundId, questionnaire, edition.FirstSeenDetails!.Blocks, counted, now, cancel) : null;
        var previous = await PreviousAsync(round, cancel);
        var before = final ? await BeforeAsync(previous, now.Values, cancel) : null; // With the first pairs of an interim edition they would be named.
        var next = NextEdition.After(edition, questionnaire, round.Definition.MinimumBase, round.Definition.MinimumCell, released, detailed, now, counted, final, before);

        var scopes = await PublishChangedAsync(round, questionnaire, previous, next, edition, now, final, cancel);
        if (scopes is not null)
        {
            await releasedTallies.SaveNewAsync(roundId, edition.Blocks, next.Blocks, next.Released, cancel);
            if (!await TryCommitAsync(roundId, edition, version, edition.FollowedBy(next, scopes), final, cancel)) return false;
        }

        if (final && await roundStore.FindAsync(roundId, cancel) is { Round.ClosedAt: not null, FinalisedAt: null } stored && stored.Round.ClosedAt == round.ClosedAt)
            await roundStore.TrySaveAsync(stored.Round, stored, clock.Now, cancel);
        return true;
    }

    /// <returns>By authority; in a school group's round all as one, also where there are none.</returns>
    private async Task<Dictionary<LocalAuthority, Tally>> ReadTalliesAsync(Round round, Questionnaire questionnaire, CancellationToken cancel)
    {
        var trust = round.Definition.Trust?.AsPlace();
        var byAuthority = new Dictionary<LocalAuthority, Tally>();
        if (trust is not null) byAuthority.Add(trust, new Tally(questionnaire));
        await foreach (var (partition, tally) in tallies.ReadAllAsync(round.Id, questionnaire, cancel))
        {
            if (!LocalAuthorities.TryGet(partition.La, out var authority)) throw new InvalidOperationException($"The tally {partition.Key} is of no known authority.");
            if (!byAuthority.TryAdd(trust ?? authority, tally)) byAuthority[trust ?? authority].Merge(tally);
        }

        return byAuthority;
    }

    /// <returns>All scopes of the next edition; null where nothing changed.</returns>
    private async Task<Dictionary<string, PublishedScope>?> PublishChangedAsync(Round round, Questionnaire questionnaire, Round? previous, NextEdition next, Edition edition, Dictionary<LocalAuthority, Tally> now, bool final, CancellationToken cancel)
    {
        var schools = await populations.FindAsync(round, cancel);
        var whole = next.Scopes.Tally.Responses >= round.Definition.MinimumBase ? Build(next.Scopes.Scope, next.Scopes.Tally) : null;
        var scopes = new Dictionary<string, PublishedScope>();
        foreach (var (scope, tally, _) in next.Scopes.All.Where(part => part.Tally.Responses >= round.Definition.MinimumBase))
        {
            var (hash, last) = (next.Hashes[scope.Id], edition.Scopes.GetValueOrDefault(scope.Id));
            var shown = ShownFigures.Pack(questionnaire, next.Plan.ShownIn(scope));
            var received = now.Where(pair => scope.Includes(pair.Key)).Sum(pair => pair.Value.Responses);
            if (last is not null && (last.TallyHash, last.Shown, last.Final) == (hash, shown, final) && (!final || last.Received == received))
            {
                scopes.Add(scope.Id, last with { WasSeen = last.WasSeen || edition.IsSeen });
                continue;
            }

            var publication = scope == next.Scopes.Scope ? whole! : whole is null ? Build(scope, tally) : RestOfEngland.With(Build(scope, tally), whole);
            if (final && received != tally.Responses) publication = publication with { Base = publication.Base with { Received = received } };
            if (previous is not null && await publications.FindAsync(previous, scope, cancel) is { } before) publication = Change.Since(publication, questionnaire, before, rounds.QuestionnaireOf(previous), PairedChange.Of(tally, next.Plan.ShownIn(scope)));
            var number = (last?.Number ?? 0) + 1;
            var name = await publications.WriteAsync(publication, scope, number, cancel);
            var seen = edition.IsSeen || last is { WasSeen: true } ? last?.Name : last?.SeenName;
            scopes.Add(scope.Id, new PublishedScope(scope.Id, name, number, clock.Now, tally.Responses, hash, shown, received, final, SeenName: seen));
        }

        return scopes.Count == edition.Scopes.Count && scopes.All(scope => edition.Scopes.GetValueOrDefault(scope.Key)?.Name == scope.Value.Name) ? null : scopes;

        Publication Build(Scope scope, Tally tally)
        {
            var there = schools?.In(scope);
            var made = PublicationBuilder.Publish(round, questionnaire, scope, tally, clock.Now, final, next.Plan, round.Definition.Access == Access.Invited ? there?.Schools : null, there);
            return made with { Build = links.Seal(made.Build) };
        }
    }

    private async Task<bool> TryCommitAsync(string round, Edition old, Azure.ETag version, Edition next, bool final, CancellationToken cancel)
    {
        var changed = next.Scopes.Values.Where(scope => old.Scopes.GetValueOrDefault(scope.Scope)?.Name != scope.Name).ToList();
        var withdrawn = old.Scopes.Values.Where(scope => !next.Scopes.ContainsKey(scope.Scope)).ToList();
        next = next with { Superseded = changed.Concat(withdrawn).ToDictionary(scope => scope.Scope, scope => scope.Number) };
        if (!await editions.TryReplaceAsync(round, next, version, cancel))
        {
            foreach (var scope in changed) await publications.DropAsync(round, scope.Name, cancel);
            return false;
        }

        foreach (var scope in changed) LogPublished(round, scope.Scope, scope.Responses, final ? "final" : "so far");
        foreach (var scope in withdrawn) LogWithdrawn(round, scope.Scope);
        foreach (var scope in withdrawn) await publications.DeleteFileAsync(round, scope.Name, cancel);
        await releasedTallies.DropUnusedAsync(round, old.Blocks, [.. next.Blocks, .. next.FirstDetails?.Blocks ?? []], cancel);
        var (edition, current) = await editions.FindAsync(round, cancel);
        await CleanUpAsync(round, edition, current, cancel);
        return true;
    }

    /// <summary>Takes away what the edition before left; also where its maker was stopped before it could.</summary>
    private async Task<(Edition Edition, Azure.ETag Version)> CleanUpAsync(string round, Edition edition, Azure.ETag version, CancellationToken cancel)
    {
        foreach (var (scope, number) in edition.Superseded) await publications.DropOlderAsync(round, Scope.Parse(scope), number, edition.Scopes.GetValueOrDefault(scope)?.Name, cancel);
        await editions.TryReplaceAsync(round, edition with { Superseded = new Dictionary<string, int>() }, version, cancel);
        return await editions.FindAsync(round, cancel);
    }

    /// <returns>The round before; null where none is named, or it is not there.</returns>
    private async Task<Round?> PreviousAsync(Round round, CancellationToken cancel) =>
        round.Definition.PreviousRound is { } id && id != round.Id ? (await roundStore.FindAsync(id, cancel))?.Round : null;

    /// <summary>
    /// What the round before published, by scope, where schools answered both: for changes among the same schools, which only final figures have. A later edition would differ from an
    /// earlier one by ten responses, of which perhaps one is of such a school.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, Publication>?> BeforeAsync(Round? previous, IEnumerable<Tally> now, CancellationToken cancel)
    {
        if (previous is null || rounds.StateOf(previous) != RoundState.Closed || now.All(tally => tally.Panel.Values.All(panel => panel.Pairs == 0))) return null;
        return (await publications.FindAllAsync(previous, _ => true, cancel)).ToDictionary(one => one.Scope.Scope, one => one.Publication);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {Round} {Scope}: {Responses} responses, {Standing}")]
    private partial void LogPublished(string round, string scope, long responses, string standing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Withdrew the publication of {Round} {Scope}: too few responses are left")]
    private partial void LogWithdrawn(string round, string scope);
}
