using SencoSurvey.Core;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Services.Publishing;

/// <summary>Reads statistics: what was published, or for the coordinator what the tallies say now.</summary>
public sealed class StatisticsService(RoundService rounds, TallyStore tallies, PublicationStore publications, PopulationService populations, LinkSigner links, UkClock clock)
{
    /// <param name="by">The id of a breakdown question, or two of them with a comma between; of a region or England also the one of the local authority. Or null.</param>
    /// <exception cref="Refusal">404: no such round, no such scope in it, or no publication yet. 400: no such breakdown.</exception>
    public async Task<(Publication Publication, Round Round)> GetAsync(string roundId, Scope scope, string? by, bool live, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        scope = RoundService.ScopeIn(round, scope);
        if (ByAuthority.IsAskedFor(rounds.QuestionnaireOf(round), scope, by)) return (await GetByAuthorityAsync(round, scope, by!, live, cancel), round);
        var publication = live ? await LiveAsync(round, scope, cancel) : await PublishedAsync(round, scope, cancel);
        return (publication.BrokenDownBy(by) ?? throw NoSuchBreakdown(publication), round);
    }

    /// <summary>The publication for a report, with all its breakdowns; but see <see cref="PublicationStore.FindForReportAsync"/>.</summary>
    /// <param name="withDetails">Whether they are asked for.</param>
    /// <exception cref="Refusal">404: no such round, no such scope in it, or no publication yet.</exception>
    public async Task<(Publication Publication, Round Round)> GetForReportAsync(string roundId, Scope scope, bool withDetails, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        scope = RoundService.ScopeIn(round, scope);
        if (withDetails) return (await PublishedAsync(round, scope, cancel), round);
        return ((await publications.FindForReportAsync(round, rounds.QuestionnaireOf(round), scope, cancel) ?? throw NothingYet(round, scope)).Publication, round);
    }

    /// <returns>The ids of the scopes of which figures are published.</returns>
    public async Task<IReadOnlySet<string>> ScopesAsync(Round round, CancellationToken cancel) =>
        (await publications.ScopesAsync(round.Id, cancel)).Where(pointer => pointer.Value.Responses >= round.Definition.MinimumBase).Select(pointer => pointer.Key).ToHashSet();

    private async Task<Publication> PublishedAsync(Round round, Scope scope, CancellationToken cancel) =>
        await publications.FindAsync(round, scope, cancel) ?? throw NothingYet(round, scope);

    private async Task<Publication> GetByAuthorityAsync(Round round, Scope scope, string by, bool live, CancellationToken cancel)
    {
        var question = (LocalAuthorityQuestion)rounds.QuestionnaireOf(round).Find(by)!;
        if (live) throw Refusal.Field(400, "Live figures are not broken down by authority.", "by", "Ask for the live figures of one authority, or for what is published by authority.");
        var authorities = LocalAuthorities.All.Where(scope.Includes).Select(authority => Scope.Of(authority).Id).Append(scope.Id).ToHashSet();
        var found = await publications.FindAllAsync(round, published => authorities.Contains(published.Scope), cancel);
        var whole = found.FirstOrDefault(one => one.Scope.Scope == scope.Id)?.Publication ?? throw NothingYet(round, scope);
        return ByAuthority.Of(whole, question, found.Where(one => one.Scope.Scope != scope.Id).Select(one => one.Publication));
    }

    private static Refusal NoSuchBreakdown(Publication publication) => Refusal.Field(400, "There is no such breakdown.", "by", publication.Breakdowns switch
    {
        { Count: > 1 } there => $"Must be one of: {string.Join(", ", there.Keys)}; or two different ones of these, with a comma between.",
        { Count: 1 } only => $"Must be: {only.Keys.Single()}.",
        _ => "This questionnaire has none.",
    });

    private Refusal NothingYet(Round round, Scope scope) => Refusal.NotFound(
        $"Nothing is published of {scope.Name} yet. It takes at least {round.Definition.MinimumBase} responses{(rounds.StateOf(round) == RoundState.Closed ? ", and after a round has closed a moment for its final figures" : "")}.");

    private async Task<Publication> LiveAsync(Round round, Scope scope, CancellationToken cancel)
    {
        var questionnaire = rounds.QuestionnaireOf(round);
        var sum = new Tally(questionnaire);
        await foreach (var (partition, tally) in tallies.ReadAllAsync(round.Id, questionnaire, cancel))
        {
            if (LocalAuthorities.TryGet(partition.La, out var authority) && scope.Includes(authority)) sum.Merge(tally);
        }

        var invited = await populations.FindInvitedAsync(round, cancel);
        var figures = PublicationBuilder.Live(round, questionnaire, scope, sum, clock.Now, invited?.In(scope).Schools);
        return figures with { Build = links.Seal(figures.Build) };
    }
}
