using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Tallies;

public sealed class TallyTests
{
    [Property(MaxTest = 50, Arbitrary = [typeof(Responses)])]
    public void Merging_in_any_split_and_order_gives_the_same_bytes_and_hash(IReadOnlyList<AnswerSet> responses, byte parts, int seed)
    {
        var whole = Tally.Of(Example.Workload, responses);
        var order = new Order(seed);
        var split = responses.GroupBy(_ => order.Next() % (parts + 1)).Select(part => Tally.Of(Example.Workload, part));

        var merged = split.OrderBy(_ => order.Next()).Aggregate(new Tally(Example.Workload), (sum, part) => sum.Merge(part));

        Assert.Equal(TallyJson.Write(whole), TallyJson.Write(merged));
        Assert.Equal(TallyJson.Hash(whole), TallyJson.Hash(merged));
    }

    [Property(MaxTest = 50, Arbitrary = [typeof(Responses)])]
    public void Adding_in_another_order_gives_the_same_bytes(IReadOnlyList<AnswerSet> responses, int seed)
    {
        var order = new Order(seed);
        Assert.Equal(
            TallyJson.Write(Tally.Of(Example.Workload, responses)),
            TallyJson.Write(Tally.Of(Example.Workload, responses.OrderBy(_ => order.Next()))));
    }

    [Property(MaxTest = 50, Arbitrary = [typeof(Responses)])]
    public void Every_response_is_answered_missing_or_not_asked(IReadOnlyList<AnswerSet> responses)
    {
        var tally = Tally.Of(Example.Workload, responses);

        Assert.Equal(responses.Count, tally.Responses);
        Assert.All(tally.Numbers.Values, number => Assert.Equal(responses.Count, number.Values.Total + number.Missing + number.NotAsked));
        Assert.All(tally.Choices.Values, choice => Assert.Equal(responses.Count, choice.Answered + choice.Missing + choice.NotAsked));
        Assert.All(tally.Groups, groups => Assert.Equal(tally.Choices.TryGetValue(groups.Key, out var choice) ? choice.Answered : tally.Numbers[groups.Key].Values.Total, groups.Value.Values.Sum(group => group.Responses)));
    }

    [Fact]
    public void Who_was_not_asked_is_not_missing()
    {
        var tally = Tally.Of(Example.Questionnaire, [Example.Read("""  "stays": "no", "why": "pay" """), Example.Read("""  "stays": "no" """), Example.Read("""  "stays": "yes" """), Example.Read("")]);

        Assert.Equal((1, 1, 2), (tally.Choices["why"].Answered, tally.Choices["why"].Missing, tally.Choices["why"].NotAsked));
        Assert.Equal((3, 1, 0), (tally.Choices["stays"].Answered, tally.Choices["stays"].Missing, tally.Choices["stays"].NotAsked));
        Assert.Equal((0, 1, 1), (tally.Indicators["leavingForWorkload"].Met, tally.Indicators["leavingForWorkload"].Base, tally.Indicators["leavingForWorkload"].Missing));
        Assert.Equal((2, 3, 1), (tally.Indicators["leaving"].Met, tally.Indicators["leaving"].Base, tally.Indicators["leaving"].Missing));
    }

    [Fact]
    public void A_relationship_counts_those_who_gave_both_numbers()
    {
        var tally = Tally.Of(Example.Questionnaire, [Example.Read("""  "support": 4, "plans": 1, "hours": 2 """), Example.Read("""  "support": 4, "hours": 2 """), Example.Read("""  "support": 4, "plans": 1 """)]);
        Assert.Equal(KeyValuePair.Create(new NumberPair(5, 2), 1L), Assert.Single(tally.Relationships[0]));
    }

    [Fact]
    public void Several_options_of_one_response_count_as_one_answer()
    {
        var tally = Tally.Of(Example.Questionnaire, [Example.Read("""  "roles": ["teacher", "leader"] """), Example.Read("""  "roles": ["teacher"] """)]);
        Assert.Equal(2, tally.Choices["roles"].Answered);
        Assert.Equal((2, 1, 0), (tally.Choices["roles"].Options["teacher"], tally.Choices["roles"].Options["leader"], tally.Choices["roles"].Options["helper"]));
    }

    [Fact]
    public void Text_leaves_no_trace()
    {
        var with = Tally.Of(Example.Questionnaire, [Example.Read("""  "hours": 3, "comments": "secret" """)]);
        var without = Tally.Of(Example.Questionnaire, [Example.Read("""  "hours": 3 """)]);
        Assert.Equal(TallyJson.Hash(without), TallyJson.Hash(with));
    }

    [Fact]
    public void Soft_checks_are_counted() =>
        Assert.Equal(2, Tally.Of(Example.Questionnaire, [.. Example.Times(2, """  "support": 3, "plans": 4 """), .. Example.Times(3, """  "support": 4, "plans": 3 """)]).SoftChecks["manyPlans"]);

    /// <summary>A repeatable row of numbers from 0 up.</summary>
    private sealed class Order(int seed)
    {
        private uint state = unchecked((uint)seed);

        public int Next() => (int)((state = unchecked((state * 1664525) + 1013904223)) >> 8);
    }
}
