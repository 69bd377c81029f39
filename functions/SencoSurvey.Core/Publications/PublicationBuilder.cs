using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications.Comparisons;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications;

/// <summary>Makes a publication of a tally.</summary>
public static class PublicationBuilder
{
    private static readonly string Version = typeof(PublicationBuilder).Assembly.GetName().Version!.ToString(3);

    /// <summary>What may be published: after disclosure control.</summary>
    /// <param name="plan">What is shown in which scope of the round; null where this scope stands alone.</param>
    /// <param name="invited">How many schools of the scope were invited; null in an open round.</param>
    /// <param name="schools">The schools of the scope, by the register or the invitations; null where they are not known.</param>
    /// <exception cref="InvalidOperationException">There are fewer responses than the round's minimum base.</exception>
    public static Publication Publish(Round round, Questionnaire questionnaire, Scope scope, Tally tally, DateTimeOffset now, bool final, DisclosurePlan? plan = null, long? invited = null, SchoolCounts? schools = null)
    {
        if (tally.Responses < round.Definition.MinimumBase) throw new InvalidOperationException($"{scope} of {round.Id} has fewer responses than the minimum base.");
        var rules = DisclosureRules.Of(round.Definition);
        plan ??= DisclosurePlan.Alone(questionnaire, rules, scope, tally);
        var control = new DisclosureControl(rules, plan.ShownIn(scope), plan.Grids);
        var shown = control.Apply(Describe(round, questionnaire, scope, tally, now, live: false, final, invited), questionnaire, tally);
        return PublishedComparisons.Apply(shown, questionnaire, schools, groupsAreOfAll: !tally.IsMixed);
    }

    /// <summary>The figures as they stand now, with nothing hidden: for the holder of the function key only.</summary>
    public static Publication Live(Round round, Questionnaire questionnaire, Scope scope, Tally tally, DateTimeOffset now, long? invited = null) =>
        Describe(round, questionnaire, scope, tally, now, live: true, final: false, invited) with { SoftChecks = tally.SoftChecks.ToDictionary(), Crossings = CrossedFigures.All(questionnaire, tally) };

    private static Publication Describe(Round round, Questionnaire questionnaire, Scope scope, Tally tally, DateTimeOffset now, bool live, bool final, long? invited)
    {
        var choices = Figures.Choices(questionnaire, tally, invited);
        foreach (var reported in round.ReportedFor(scope)) choices[reported.Question] = Figures.Reported(reported);
        return new Publication(
            round.Id,
            scope.Id,
            scope.Name,
            round.Definition.Title,
            now,
            live,
            final,
            new Build(tally.Responses, TallyJson.Hash(tally), Version),
            new Base(tally.Responses, tally.Authorities.Count, invited, invited > 0 ? 100.0 * tally.Responses / invited : null, round.Definition.MinimumBase),
            Figures.Numbers(questionnaire, tally, invited),
            choices,
            Figures.Indicators(questionnaire, tally, withPublished: true, invited),
            Figures.Relationships(questionnaire, tally),
            questionnaire.Breakdowns.ToDictionary(by => by.Id, by => Figures.Breakdown(questionnaire, by, tally)),
            Associations: Figures.Associations(questionnaire, tally));
    }
}
