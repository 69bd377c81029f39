using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Editions;

/// <summary>An authority of eleven, of whom few answered some question: so what they answered waits, and with it who of them is of which group.</summary>
public sealed class WaitingGroupsTests
{
    private static readonly LocalAuthority Large = LocalAuthorities.All.First(authority => authority.Code == "370");
    private static readonly LocalAuthority Elsewhere = LocalAuthorities.All.First(authority => authority.Code == "202");
    private static readonly LocalAuthority Small = LocalAuthorities.All.First(authority => authority.Code == "813");

    [Theory]
    [InlineData(6, 11)]
    [InlineData(11, 6)]
    [InlineData(6, 6)]
    public void In_a_group_every_figure_is_of_the_same_people(int giveHours, int stay)
    {
        var next = Edition(giveHours, stay);
        var groups = next.Scopes.Tally.Groups["kind"];
        Assert.Equal((20, 20, 20), (groups["a"].Responses, groups["b"].Responses, groups["c"].Responses));
        Assert.All(groups.Values, group => Assert.Equal(group.Responses, group.Numbers["hours"].Values.Total + group.Numbers["hours"].Missing));
        Assert.All(groups.Values, group => Assert.Equal(group.Responses, group.Choices["stays"].Answered + group.Choices["stays"].Missing));
        Assert.Equal(71, next.Scopes.Tally.Responses);
    }

    /// <summary>The question by which groups are made may move on: then its own figure less the groups would say how many of the eleven are in each, one of them alone.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nor_are_groups_shown_that_can_be_subtracted_from_their_own_question(bool final) =>
        Assert.DoesNotContain(Edition(giveHours: 6, stay: 11, final).Plan.ShownIn(Scope.England), key => key.StartsWith("kind=", StringComparison.Ordinal));

    [Fact]
    public void Nor_is_nobody_said_to_be_in_a_group_of_those_who_wait()
    {
        var next = Edition(giveHours: 6, stay: 11, final: true);
        var waiting = next.Scopes.All.Single(scope => scope.Scope.Id == "la/813");
        var published = PublicationBuilder.Publish(Example.RoundWith(), Example.Questionnaire, waiting.Scope, waiting.Tally, DateTimeOffset.UnixEpoch, final: true, next.Plan);
        Assert.All(published.Breakdowns!["kind"].Groups, group => Assert.Equal((null, "c"), (group.Responses, group.Status)));
    }

    [Fact]
    public void Where_nothing_waits_all_are_in_their_groups()
    {
        var next = Edition(giveHours: 11, stay: 11);
        Assert.Equal(27, next.Scopes.Tally.Groups["kind"]["a"].Responses);
        Assert.Contains(FigureKeys.Group("kind", "a"), next.Plan.ShownIn(Scope.England));
    }

    /// <summary>Sixty in one authority, and in another seven of kind a, three of b and one of c.</summary>
    private static NextEdition Edition(int giveHours, int stay, bool final = false)
    {
        string[] kinds = [.. Enumerable.Repeat("a", 7), .. Enumerable.Repeat("b", 3), "c"];
        var now = new Dictionary<LocalAuthority, Tally>
        {
            [Large] = Tally.Of(Example.Questionnaire, Enumerable.Range(0, 60).Select(number => Answers(Large, "abc"[number % 3].ToString(), number % 20, number % 2 == 0 ? "yes" : "no"))),
            [Small] = Tally.Of(Example.Questionnaire, kinds.Index().Select(one => Answers(Small, one.Item, one.Index < giveHours ? 5 : null, one.Index < stay ? "yes" : null))),
        };
        var counted = now.ToDictionary(pair => pair.Key, pair => new Counted(pair.Value.Responses, TallyJson.Hash(pair.Value)));

        // Somebody has seen something of the round, or its final figures would leave nobody waiting.
        var seen = new Edition(Guid.Empty, 1, IsSeen: false, DetailsSeen: false, FirstDetails: null, FinalDetails: null, [], new Dictionary<string, Block>(), [new Block(new Dictionary<string, Counted> { [Elsewhere.Code] = new(10, "") })], PoolsWereSeen: true, new Dictionary<string, PublishedScope>(), new Dictionary<string, int>());
        return NextEdition.After(seen, Example.Questionnaire, minimumBase: 10, minimumCell: 3, new Dictionary<LocalAuthority, Tally>(), detailed: null, now, counted, final);
    }

    private static AnswerSet Answers(LocalAuthority authority, string kind, int? hours, string? stays)
    {
        var answers = new Dictionary<string, Answer> { ["localAuthority"] = new ChoiceAnswer([authority.Code], Several: false), ["kind"] = new ChoiceAnswer([kind], Several: false) };
        foreach (var id in new[] { "plans", "support" }) answers[id] = new NumberAnswer(Rational.From(5));
        answers["roles"] = new ChoiceAnswer(["teacher"], Several: true);
        if (hours is { } given) answers["hours"] = new NumberAnswer(Rational.From(given));
        if (stays is not null) answers["stays"] = new ChoiceAnswer([stays], Several: false);
        return new(Example.Questionnaire, answers);
    }
}
