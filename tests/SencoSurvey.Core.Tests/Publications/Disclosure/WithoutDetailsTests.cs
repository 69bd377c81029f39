using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

public sealed class WithoutDetailsTests
{
    private static readonly Publication Whole = Example.Publish(
        Example.Times(20, """ "kind": "a", "hours": 5, "stays": "no", "why": "workload", "months": 3, "support": 5, "plans": 1 """),
        Example.Times(20, """ "kind": "b", "hours": 12, "stays": "no", "why": "pay", "months": 6, "support": 9, "plans": 4 """),
        Example.Times(20, """ "kind": "b", "hours": 5, "stays": "yes", "support": 9, "plans": 4 """));

    private static readonly Publication Open = WithoutDetails.Of(Whole, Example.Questionnaire);

    [Fact]
    public void What_all_were_asked_stays_as_it_is()
    {
        Assert.Equal(Whole.Numbers["hours"], Open.Numbers["hours"]);
        Assert.Equal(Whole.Choices["stays"], Open.Choices["stays"]);
        Assert.Equal(Whole.Indicators["leaving"], Open.Indicators["leaving"]);
        Assert.Equal(Whole.Relationships, Open.Relationships);
    }

    [Fact]
    public void Groups_and_what_some_were_asked_are_hidden()
    {
        Assert.NotNull(Whole.Indicators["leavingForWorkload"].Count);
        Assert.Equal((null, null, Symbols.Confidential), (Open.Indicators["leavingForWorkload"].Count, Open.Indicators["leavingForWorkload"].Percent, Open.Indicators["leavingForWorkload"].Status));
        Assert.Equal(Symbols.Confidential, Open.Numbers["months"].Status);
        Assert.All(Open.Choices["why"].Options, option => Assert.Equal((null, Symbols.Confidential), (option.Count, option.Status)));
        Assert.All(Open.Associations!, table => Assert.Empty(table.Rows));
        Assert.Null(Open.Breakdowns);
        Assert.True(Open.AwaitsDetails);
    }

    [Fact]
    public void Nothing_stays_that_was_worked_out_from_groups()
    {
        var weighted = Whole with { Indicators = Whole.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Weighted = new WeightedFigure(50, 40, 60, 30, ["kind"]) }), Representation = new Representation(100, [new("kind", "a", "A", 50, 50, 20, 33)], Doubtful: true, "Synthetic.") };
        var open = WithoutDetails.Of(weighted, Example.Questionnaire);
        Assert.All(open.Indicators.Values, figure => Assert.Null(figure.Weighted));
        Assert.Equal((100, 0, false), (open.Representation!.Schools, open.Representation.Groups.Count, open.Representation.Doubtful));
    }
}
