using Microsoft.Extensions.Logging;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.YearOnYear;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Services.Publishing;

/// <summary>
/// Publishes those scopes of a round that may be published anew: authorities first, then their regions, then England, because a whole must not be
/// published when subtracting its published parts would leave a few people. Repeating it changes nothing.
/// </summary>
public sealed partial class PublishService(RoundService rounds, RoundStore roundStore, TallyService tallying, TallyStore tallies, PublicationStore publications, PopulationService populations, UkClock clock, ILogger<PublishService> logger)
{
    public async Task PublishAsync(string roundId, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var final = rounds.StateOf(round) == RoundState.Closed;
        if (final) await tallying.TallyChangedAsync(round, cancel);

        var questionnaire = rounds.QuestionnaireOf(round);
        var pointers = await publications.PointersAsync(roundId, cancel);
        var byAuthority = new Dictionary<LocalAuthority, Tally>();
        await foreach (var (partition, tally) in tallies.ReadAllAsync(roundId, questionnaire, cancel))
        {
            if (!LocalAuthorities.TryGet(partition.La, out var authority)) throw new InvalidOperationException($"The tally {partition.Key} is of no known authority.");
            if (!byAuthority.TryAdd(authority, tally)) byAuthority[authority].Merge(tally);
        }

        var invited = round.Definition.Access == Access.Invited ? await populations.FindAsync(round, cancel) : null;
        var plan = DisclosurePlan.Of(questionnaire, round.Definition.MinimumBase, round.Definition.MinimumCell, byAuthority);
        foreach (var (authority, tally) in byAuthority.OrderBy(pair => pair.Key.Code, StringComparer.Ordinal)) await PublishScopeAsync(Scope.Of(authority), tally, tally.Responses);

        var (england, outsideEngland) = (new Tally(questionnaire), 0L);
        foreach (var region in byAuthority.GroupBy(pair => pair.Key.Region, pair => pair).OrderBy(group => group.Key.Code, StringComparer.Ordinal))
        {
            var tally = region.Aggregate(new Tally(questionnaire), (sum, authority) => sum.Merge(authority.Value));
            var outside = tally.Responses - region.Sum(authority => PublishedResponses(Scope.Of(authority.Key)));
            await PublishScopeAsync(Scope.Of(region.Key), tally, outside);
            outsideEngland += PublishedResponses(Scope.Of(region.Key)) is var published and > 0 ? tally.Responses - published : outside;
            england.Merge(tally);
        }

        await PublishScopeAsync(Scope.England, england, outsideEngland);
        if (final && await roundStore.FindAsync(roundId, cancel) is { Round.ClosedAt: not null, FinalisedAt: null } stored && stored.Round.ClosedAt == round.ClosedAt)
            await roundStore.TrySaveAsync(stored.Round, stored, clock.Now, cancel);

        long PublishedResponses(Scope scope) => pointers.GetValueOrDefault(scope.Id)?.Last.Responses ?? 0;

        async Task PublishScopeAsync(Scope scope, Tally tally, long outside)
        {
            var pointer = pointers.GetValueOrDefault(scope.Id);
            var minimumBase = round.Definition.MinimumBase;
            if (PublicationPolicy.MustWithdraw(tally.Responses, pointer?.Last, final, minimumBase))
            {
                await publications.WithdrawAsync(roundId, scope, pointer!, cancel);
                pointers.Remove(scope.Id);
                LogWithdrawn(roundId, scope.Id);
                return;
            }

            var parts = scope.Id.StartsWith("la/", StringComparison.Ordinal) ? 0 : outside;
            Publication publication;
            if (PublicationPolicy.MayPublish(tally.Responses, TallyJson.Hash(tally), pointer?.Last, parts, final, minimumBase))
                publication = PublicationBuilder.Publish(round, questionnaire, scope, tally, clock.Now, final, plan, invited?.In(scope).Schools);
            else if (final && pointer is { Last.Final: false } && await publications.FindAsync(round, scope, cancel) is { } standing)
                publication = standing with { PublishedAt = clock.Now, Final = true }; // New figures would give a few people away: the last ones stand.
            else
                return;

            if (await PreviousAsync(round, scope, cancel) is var (before, asked)) publication = Change.Since(publication, questionnaire, before, asked);
            await publications.PublishAsync(publication, scope, pointer, cancel);
            if (await publications.FindPointerAsync(roundId, scope, cancel) is { } current) pointers[scope.Id] = current;
            LogPublished(roundId, scope.Id, publication.Build.Responses, final ? "final" : "so far");
        }
    }

    /// <returns>The round before, as it was published of the scope, and what it asked; null where there is nothing to compare with.</returns>
    private async Task<(Publication Publication, Questionnaire Questionnaire)?> PreviousAsync(Round round, Scope scope, CancellationToken cancel)
    {
        if (round.Definition.PreviousRound is not { } id || id == round.Id || await roundStore.FindAsync(id, cancel) is not { Round: var previous }) return null;
        return await publications.FindAsync(previous, scope, cancel) is { } publication ? (publication, rounds.QuestionnaireOf(previous)) : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {Round} {Scope}: {Responses} responses, {Standing}")]
    private partial void LogPublished(string round, string scope, long responses, string standing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Withdrew the publication of {Round} {Scope}: too few responses are left")]
    private partial void LogWithdrawn(string round, string scope);
}
