namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>500 generated rounds of whole scopes, and as many with breakdowns, against someone who has every publication of every scope.</summary>
public sealed class RoundAttackTests
{
    private const int Rounds = 500;

    /// <summary>They have more sorts of people, and take longer.</summary>
    private const int Crossed = 75;

    /// <summary>Enough for what holds of many rounds, not of every one.</summary>
    private const int Some = 100;

    [Fact]
    public void Nothing_about_a_few_people_can_be_found_between_authorities_regions_and_England() => FindsNothing(SyntheticRound.Wholes);

    [Fact]
    public void Nor_between_the_groups_of_their_breakdowns() => FindsNothing(SyntheticRound.Groups);

    /// <summary>Rounds in which nobody is of some groups of some authorities, where more is known than elsewhere: what is found is what the tables add to the rest.</summary>
    [Fact]
    public void Nor_do_crossed_tables_tell_more_than_is_known_without_them() => Parallel.For(0, Crossed, seed =>
    {
        var found = FoundByCrossing(seed, controlled: true);
        Assert.True(found.Count == 0, $"Round {seed}:\n{string.Join('\n', found)}");
    });

    [Fact]
    public void Without_looking_at_the_scopes_together_the_same_attack_succeeds()
    {
        AssertSucceeds(SyntheticRound.Wholes);
        AssertSucceeds(SyntheticRound.Groups);
    }

    [Fact]
    public void Nor_do_crossed_tables_keep_silent_then()
    {
        var broken = Enumerable.Range(0, Crossed / 3).AsParallel().Count(seed => FoundByCrossing(seed, controlled: false).Count > 0);
        Assert.True(broken > Crossed / 30, $"They tell something in {broken} of {Crossed / 3} rounds only.");
    }

    [Fact]
    public void Crossed_tables_are_shown_in_many_scopes()
    {
        var shown = Enumerable.Range(0, Some).AsParallel().SelectMany(seed => new SyntheticRound(seed, SyntheticRound.Crossed).Publish(controlled: true)).SelectMany(one => one.Publication.Crossings!.Select(table => (one.Publication.Scope, table))).ToList();
        Assert.All((string[])["la", "re", "en"], scope => Assert.True(shown.Count(one => one.Scope.StartsWith(scope, StringComparison.Ordinal) && one.table.Responses is not null) >= Some / 4, scope));
        Assert.True(shown.Sum(one => one.table.Indicators.Values.Count(figure => figure is not null)) >= Some / 2);
    }

    [Fact]
    public void Much_is_shown_all_the_same()
    {
        Assert.InRange(Shown(SyntheticRound.Wholes, controlled: true) / Shown(SyntheticRound.Wholes, controlled: false), 0.7, 1);
        Assert.InRange(Shown(SyntheticRound.Groups, controlled: true) / Shown(SyntheticRound.Groups, controlled: false), 0.7, 1);
    }

    private static void FindsNothing(Place[] sorts) => Parallel.For(0, Rounds, seed =>
    {
        var round = new SyntheticRound(seed, sorts);
        var found = new RoundAttack(round, controlled: true).Finds().ToList();
        Assert.True(found.Count == 0, $"Round {seed} ({round}):\n{string.Join('\n', found)}");
    });

    private static List<string> FoundByCrossing(int seed, bool controlled)
    {
        var round = new SyntheticRound(seed, SyntheticRound.Crossed);
        var found = new RoundAttack(round, controlled).Finds().ToList();
        return found.Count == 0 ? [] : [.. found.Except(new RoundAttack(round, controlled, withCrossings: false).Finds())];
    }

    private static void AssertSucceeds(Place[] sorts)
    {
        var broken = Enumerable.Range(0, Some).AsParallel().Count(seed => new RoundAttack(new SyntheticRound(seed, sorts), controlled: false).Finds().Any());
        Assert.True(broken > Some / 10, $"It succeeds in {broken} of {Some} rounds only: the rounds are too easy to protect.");
    }

    private static double Shown(Place[] sorts, bool controlled) => Enumerable.Range(0, Some).AsParallel().Sum(seed => new SyntheticRound(seed, sorts).Publish(controlled)
        .Sum(one => one.Publication.Indicators.Values.Concat(one.Publication.Breakdowns!["kind"].Groups.SelectMany(group => group.Indicators.Values)).Count(figure => figure.Count is not null)));
}
