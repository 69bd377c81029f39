using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Populations;

public sealed class ResponseRateTests
{
    [Fact]
    public void The_rate_is_per_cent_in_all_and_of_each_kind()
    {
        var rate = ResponseRate.Of(Count(("primary", 8), ("special", 2)), Count(("primary", 2), ("special", 1)), byPhase: true);
        Assert.Equal((10L, 3L, 30.0), (rate.Invited, rate.Responded, rate.Rate));
        Assert.Equal(SchoolPhases.All.Where(phase => phase != "unknown"), rate.ByPhase.Select(phase => phase.Phase));
        Assert.Equal(new PhaseResponseRate("primary", 8, 2, 25.0), rate.ByPhase[0]);
        Assert.Equal(new PhaseResponseRate("secondary", 0, 0, null), rate.ByPhase[1]);
        Assert.Equal(new PhaseResponseRate("special", 2, 1, 50.0), rate.ByPhase[3]);
    }

    [Fact]
    public void Without_a_population_there_is_no_rate()
    {
        var rate = ResponseRate.Of(null, Count(("primary", 2)), byPhase: true);
        Assert.Equal((null, 2L, null), (rate.Invited, rate.Responded, rate.Rate));
        Assert.Equal(new PhaseResponseRate("primary", null, 2, null), rate.ByPhase[0]);
    }

    [Fact]
    public void Of_nobody_there_is_no_rate() => Assert.Null(ResponseRate.Of(Count(), Count(), byPhase: true).Rate);

    [Fact]
    public void It_is_not_cut_off_where_more_answered_than_there_are() =>
        Assert.Equal(150.0, ResponseRate.Of(Count(("primary", 2)), Count(("primary", 3)), byPhase: true).Rate);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void The_unknown_kind_is_there_only_if_somebody_belongs_to_it(int invited, int responded)
    {
        var rate = ResponseRate.Of(Count(("unknown", invited), ("primary", 1)), Count(("unknown", responded)), byPhase: true);
        Assert.Equal(new PhaseResponseRate("unknown", invited, responded, invited > 0 ? 0.0 : null), rate.ByPhase[^1]);
    }

    [Fact]
    public void Where_the_kind_is_not_asked_there_is_only_the_whole()
    {
        var rate = ResponseRate.Of(Count(("primary", 4)), Count(("unknown", 1)), byPhase: false);
        Assert.Empty(rate.ByPhase);
        Assert.Equal(25.0, rate.Rate);
    }

    private static Counter<string> Count(params (string Phase, int Schools)[] phases)
    {
        var counter = new Counter<string>();
        foreach (var (phase, schools) in phases) counter.Add(phase, schools);
        return counter;
    }
}
