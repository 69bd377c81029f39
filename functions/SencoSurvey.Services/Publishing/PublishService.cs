using Microsoft.Extensions.Logging;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Comparisons;
using SencoSurvey.Core.Publications.Disclosure;
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

        var schools = await populations.FindAsync(round, cancel);
        var previous = await PreviousAsync(round, cancel);
        var england = ScopeTree.Of(questionnaire, byAuthority);
        var plan = DisclosurePlan.Of(questionnaire, round.Definition.MinimumBase, round.Definition.MinimumCell, england);
        var last = pointers.ToDictionary(pointer => pointer.Key, pointer => pointer.Value.Last);
        var country = new PublicationForecast(last, final, round.Definition.MinimumBase).Includes(england) ? Build(england) : null;
        foreach (var authority in england.Parts.SelectMany(region => region.Parts).OrderBy(authority => authority.Scope.Id, StringComparer.Ordinal))
            await PublishScopeAsync(authority, authority.Tally.Responses);

        var outsideEngland = 0L;
        foreach (var region in england.Parts)
        {
            var outside = region.Tally.Responses - region.Parts.Sum(PublishedResponses);
            await PublishScopeAsync(region, outside);
            outsideEngland += PublishedResponses(region) is var published and > 0 ? region.Tally.Responses - published : outside;
        }

        await PublishScopeAsync(england, outsideEngland);
        if (final && await roundStore.FindAsync(roundId, cancel) is { Round.ClosedAt: not null, FinalisedAt: null } stored && stored.Round.ClosedAt == round.ClosedAt)
            await roundStore.TrySaveAsync(stored.Round, stored, clock.Now, cancel);

        Publication Build(ScopeTree part)
        {
            var there = schools?.In(part.Scope);
            return PublicationBuilder.Publish(round, questionnaire, part.Scope, part.Tally, clock.Now, final, plan, round.Definition.Access == Access.Invited ? there?.Schools : null, there);
        }

        long PublishedResponses(ScopeTree part) => pointers.GetValueOrDefault(part.Scope.Id)?.Last.Responses ?? 0;

        async Task PublishScopeAsync(ScopeTree part, long outside)
        {
            var (scope, tally) = (part.Scope, part.Tally);
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
                publication = country is null ? Build(part) : RestOfEngland.With(Build(part), country);
            else if (final && pointer is { Last.Final: false } && await publications.FindAsync(round, scope, cancel) is { } standing)
                publication = standing with { PublishedAt = clock.Now, Final = true }; // New figures would give a few people away: the last ones stand.
            else
                return;

            if (previous is not null && await publications.FindAsync(previous, scope, cancel) is { } before) publication = Change.Since(publication, questionnaire, before, rounds.QuestionnaireOf(previous));
            await publications.PublishAsync(publication, scope, pointer, cancel);
            if (await publications.FindPointerAsync(roundId, scope, cancel) is { } current) pointers[scope.Id] = current;
            LogPublished(roundId, scope.Id, publication.Build.Responses, final ? "final" : "so far");
        }
    }

    /// <returns>The round before; null where none is named, or it is not there.</returns>
    private async Task<Round?> PreviousAsync(Round round, CancellationToken cancel) =>
        round.Definition.PreviousRound is { } id && id != round.Id ? (await roundStore.FindAsync(id, cancel))?.Round : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {Round} {Scope}: {Responses} responses, {Standing}")]
    private partial void LogPublished(string round, string scope, long responses, string standing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Withdrew the publication of {Round} {Scope}: too few responses are left")]
    private partial void LogWithdrawn(string round, string scope);
}
