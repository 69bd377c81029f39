namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>500 generated rounds against someone who has every publication of every scope.</summary>
public sealed class RoundAttackTests
{
    private const int Rounds = 500;

    /// <summary>Enough for what holds of many rounds, not of every one.</summary>
    private const int Some = 100;

    [Fact]
    public void Nothing_about_a_few_people_can_be_found_between_authorities_regions_and_England()
    {
        Parallel.For(0, Rounds, seed =>
        {
            var round = new SyntheticRound(seed);
            var found = new RoundAttack(round, controlled: true).Finds().ToList();
            Assert.True(found.Count == 0, $"Round {seed} ({round}):\n{string.Join('\n', found)}");
        });
    }

    [Fact]
    public void Without_looking_at_the_scopes_together_the_same_attack_succeeds()
    {
        var broken = Enumerable.Range(0, Some).AsParallel().Count(seed => new RoundAttack(new SyntheticRound(seed), controlled: false).Finds().Any());
        Assert.True(broken > Some / 10, $"It succeeds in {broken} of {Some} rounds only: the rounds are too easy to protect.");
    }

    [Fact]
    public void Much_is_shown_all_the_same()
    {
        var shown = Enumerable.Range(0, Some).AsParallel().Sum(seed => new SyntheticRound(seed).Publish(controlled: true).Sum(one => one.Publication.Indicators.Values.Count(figure => figure.Count is not null)));
        var alone = Enumerable.Range(0, Some).AsParallel().Sum(seed => new SyntheticRound(seed).Publish(controlled: false).Sum(one => one.Publication.Indicators.Values.Count(figure => figure.Count is not null)));
        Assert.InRange((double)shown / alone, 0.7, 1);
    }
}
