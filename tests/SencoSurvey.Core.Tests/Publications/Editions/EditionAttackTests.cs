namespace SencoSurvey.Core.Tests.Publications.Editions;

/// <summary>
/// Someone who keeps every edition of a round that was seen, up to its final one, and subtracts one from another: nobody's answers come out, nor those
/// of fewer than ten, neither of all nor of a group, a question that some skipped, or one that only some were asked.
/// </summary>
public sealed class EditionAttackTests
{
    private const int Rounds = 500;
    private const int Some = 100;

    [Fact]
    public void Fewer_than_the_minimum_base_are_never_found_between_editions() => Parallel.For(0, Rounds, seed =>
    {
        var found = new EditionAttack(seed, Care.All).Finds().ToList();
        Assert.True(found.Count == 0, $"Round {seed}:\n{string.Join('\n', found)}");
    });

    [Theory]
    [InlineData(567)] // An authority was in England's details alone, and came to be in its region's.
    [InlineData(1917)] // One of several that had been published together came to be published apart, and nobody came to a figure of the others.
    [InlineData(3363)] // The same people were in two blocks, of which different figures waited.
    [InlineData(10374)] // As before, but what came to the one published apart waited.
    public void Nor_where_it_takes_many_rounds_until_it_happens(int seed) => Assert.Empty(new EditionAttack(seed, Care.All).Finds());

    [Theory]
    [InlineData(Care.None)]
    [InlineData(Care.ButForLagging)]
    [InlineData(Care.ButForDetails)]
    public void They_would_be_if_editions_did_not_mind_what_was_seen(Care care)
    {
        var broken = Enumerable.Range(0, Some).AsParallel().Count(seed => new EditionAttack(seed, care).Finds().Any());
        Assert.True(broken > Some / 4, $"They are in {broken} of {Some} rounds only.");
    }

    [Fact]
    public void In_the_end_nearly_everyone_is_in_England_s_figures()
    {
        var (all, shown) = Enumerable.Range(0, Some).AsParallel().Select(seed => new EditionAttack(seed, Care.All)).Aggregate((All: 0L, Shown: 0L), (sum, round) => (sum.All + round.Responses, sum.Shown + round.InEngland));
        Assert.InRange((double)shown / all, 0.9, 1);
    }

    [Fact]
    public void And_at_the_close_most_details_are_shown_that_could_be_if_nobody_had_looked_before()
    {
        var shown = Enumerable.Range(0, Some).AsParallel().Sum(seed => new EditionAttack(seed, Care.All).DetailsAtClose);
        var possible = Enumerable.Range(0, Some).AsParallel().Sum(seed => new EditionAttack(seed, Care.None).DetailsAtClose);
        Assert.InRange((double)shown / possible, 0.3, 1); // Groups are of authorities alone of which nothing waits.
    }
}
