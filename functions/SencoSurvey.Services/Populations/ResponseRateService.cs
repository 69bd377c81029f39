using SencoSurvey.Core;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Services.Populations;

/// <summary>Works out how many of a scope have answered so far. For the coordinator: nothing is hidden in it.</summary>
public sealed class ResponseRateService(RoundService rounds, InvitationStore invitations, RegisterStore registers, TallyStore tallies)
{
    /// <summary>
    /// In a round by invitation of the schools that were invited: a school has answered when its code was used, whether or not the answer was withdrawn since. In an open round of the
    /// schools in the register, as far as responses are tallied.
    /// </summary>
    /// <exception cref="Refusal">404: no such round, or no such scope in it.</exception>
    public async Task<ResponseRate> GetAsync(string roundId, Scope scope, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        scope = RoundService.ScopeIn(round, scope);
        var asksPhase = rounds.QuestionnaireOf(round).BreakdownBy.Contains(SchoolPhases.QuestionId);
        return round.Definition.Access == Access.Invited ? await OfInvitedAsync(round, scope, asksPhase, cancel) : await OfOpenAsync(round, scope, asksPhase, cancel);
    }

    /// <summary>Invited and answered come from one reading, so that there are never more of these than of those.</summary>
    private async Task<ResponseRate> OfInvitedAsync(Round round, Scope scope, bool asksPhase, CancellationToken cancel)
    {
        var (invited, answered) = (new SchoolCounts(), new SchoolCounts());
        await foreach (var school in invitations.SchoolsAsync(round.Id, cancel))
        {
            invited.Add(school.Group);
            if (school.Answered) answered.Add(school.Group);
        }

        return ResponseRate.Of(invited.In(scope).ByPhase(), answered.In(scope).ByPhase(), asksPhase);
    }

    private async Task<ResponseRate> OfOpenAsync(Round round, Scope scope, bool asksPhase, CancellationToken cancel)
    {
        var responded = new Counter<string>();
        await foreach (var (partition, tally) in tallies.ReadAllAsync(round.Id, rounds.QuestionnaireOf(round), cancel))
        {
            if (LocalAuthorities.TryGet(partition.La, out var authority) && scope.Includes(authority)) Count(tally, responded);
        }

        var schools = await registers.FindAsync(round.Id, cancel);
        return ResponseRate.Of(schools?.In(scope).ByPhase(), responded, asksPhase);
    }

    private static void Count(Tally tally, Counter<string> responded)
    {
        var unsaid = tally.Responses;
        foreach (var (phase, group) in tally.Groups.GetValueOrDefault(SchoolPhases.QuestionId) ?? new Dictionary<string, Tally>())
        {
            responded.Add(phase, group.Responses);
            unsaid -= group.Responses;
        }

        responded.Add(SchoolPhases.Unknown, unsaid);
    }
}
