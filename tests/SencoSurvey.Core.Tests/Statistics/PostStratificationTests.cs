using FsCheck.Xunit;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class PostStratificationTests
{
    [Fact]
    public void A_stratum_that_answered_less_counts_for_more()
    {
        var weighted = new PostStratification([new Stratum("A", 750, 30), new Stratum("B", 250, 30)]);

        Assert.Equal([1.5, 0.5], weighted.Weights);
        Assert.Equal(60, weighted.Respondents);
        Assert.Equal(48, weighted.EffectiveBase, 1e-12); // 60² / (30 × 1.5² + 30 × 0.5²)
        Assert.Equal(0.75, weighted.Share([30, 0]).Share, 1e-12);
        Assert.Equal(0.25, weighted.Share([0, 30]).Share, 1e-12);
    }

    [Fact]
    public void Respondents_that_are_like_the_population_are_left_as_they_are()
    {
        var weighted = new PostStratification([new Stratum("A", 300, 30), new Stratum("B", 100, 10)]);
        var found = weighted.Share([12, 3]);
        var (lower, upper) = Wilson.Interval(15, 40);

        Assert.Equal([1, 1], weighted.Weights);
        Assert.Equal(40, weighted.EffectiveBase, 1e-12);
        Assert.Equal(0.375, found.Share, 1e-12);
        Assert.Equal(lower, found.Lower, 1e-12);
        Assert.Equal(upper, found.Upper, 1e-12);
    }

    [Property]
    public void Weights_have_the_mean_of_1_and_the_interval_holds_the_share((ushort, byte, byte)[] drawn)
    {
        if (drawn.Length == 0) return;
        var weighted = new PostStratification([.. drawn.Select(one => new Stratum("Synthetic", one.Item1 + 1, one.Item2 + 1))]);
        var found = weighted.Share([.. drawn.Select(one => Math.Min(one.Item3, (long)one.Item2 + 1))]);

        Assert.Equal(weighted.Respondents, drawn.Zip(weighted.Weights, (one, weight) => (one.Item2 + 1) * weight).Sum(), 1e-9 * weighted.Respondents);
        Assert.InRange(weighted.EffectiveBase, 1 - 1e-9, weighted.Respondents * (1 + 1e-9));
        Assert.InRange(found.Share, found.Lower - 1e-12, found.Upper + 1e-12);
        Assert.InRange(found.Share, 0, 1);
        Assert.InRange(found.Lower, 0, 1);
        Assert.InRange(found.Upper, 0, 1);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(0, 10)]
    public void A_stratum_without_respondents_or_population_is_refused_by_name(int population, int respondents)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new PostStratification([new Stratum("A", 10, 10), new Stratum("Alternative provision", population, respondents)]));
        Assert.Contains("Alternative provision", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_stratum_at_all_is_refused() => Assert.Throws<ArgumentException>(() => new PostStratification([]));

    [Theory]
    [InlineData(11, 0)]
    [InlineData(0, -1)]
    public void A_count_that_is_no_part_of_its_stratum_is_refused(int first, int second) =>
        Assert.Throws<ArgumentException>(() => new PostStratification([new Stratum("A", 10, 10), new Stratum("B", 10, 10)]).Share([first, second]));

    [Fact]
    public void Counts_for_other_strata_are_refused() =>
        Assert.Throws<ArgumentException>(() => new PostStratification([new Stratum("A", 10, 10)]).Share([1, 2]));
}
