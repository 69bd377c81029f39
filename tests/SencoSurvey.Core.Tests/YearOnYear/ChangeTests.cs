using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.YearOnYear;

namespace SencoSurvey.Core.Tests.YearOnYear;

public sealed class ChangeTests
{
    [Fact]
    public void A_difference_that_the_interval_leaves_no_doubt_of_is_named()
    {
        var previous = Previous("leaving", now: (30, 10), then: (10, 30));
        Assert.Equal(("2025", 10, 40, 25.0, 50.0), (previous.Round, previous.Count, previous.Base, previous.Percent, previous.Difference));
        Assert.InRange(previous.DifferenceLower!.Value, 20, 50);
        Assert.Equal("higher than the round before", previous.Reading);
        Assert.Equal("lower than the round before", Previous("leaving", now: (10, 30), then: (30, 10)).Reading);
    }

    [Fact]
    public void One_that_may_be_chance_is_not()
    {
        var previous = Previous("leaving", now: (21, 19), then: (19, 21));
        Assert.InRange(0, previous.DifferenceLower!.Value, previous.DifferenceUpper!.Value);
        Assert.Equal("no clear difference from the round before", previous.Reading);
    }

    [Theory]
    [InlineData("\"Staying?\"", "\"Will you stay?\"")]
    [InlineData("\"Not sure\"", "\"Maybe\"")]
    [InlineData(", { \"id\": \"notSure\", \"label\": \"Not sure\" }", "")]
    [InlineData("\"counts\": { \"question\": \"stays\", \"anyOf\": [ \"no\" ] }", "\"counts\": { \"question\": \"stays\", \"anyOf\": [ \"no\", \"yes\" ] }")]
    public void A_question_that_changed_breaks_the_line_visibly(string now, string then)
    {
        var previous = Previous("leaving", (30, 10), (10, 30), Example.Json.Replace(now, then, StringComparison.Ordinal));
        Assert.Equal((null, null, null, null), (previous.Count, previous.Base, previous.Percent, previous.Difference));
        Assert.StartsWith("not compared", previous.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_a_change_of_the_question_that_leads_to_it() =>
        Assert.StartsWith("not compared", Previous("leavingForWorkload", (30, 10), (10, 30), Example.Json.Replace("\"Staying?\"", "\"Will you stay?\"", StringComparison.Ordinal)).Reading, StringComparison.Ordinal);

    [Fact]
    public void What_reports_call_a_question_does_not() =>
        Assert.Equal(50, Previous("leaving", (30, 10), (10, 30), Example.Json.Replace("\"label\": \"Staying?\"", "\"label\": \"Staying?\", \"short\": \"Stays\"", StringComparison.Ordinal)).Difference);

    [Fact]
    public void Nothing_is_compared_with_what_is_hidden()
    {
        Assert.Null(Compare((30, 10), (2, 38), Example.Json).Indicators["leaving"].Previous);
        Assert.Null(Compare((2, 38), (10, 30), Example.Json).Indicators["leaving"].Previous);
    }

    private static PreviousFigure Previous(string indicator, (int Leave, int Stay) now, (int Leave, int Stay) then, string? askedThen = null) =>
        Compare(now, then, askedThen ?? Example.Json).Indicators[indicator].Previous!;

    private static Publication Compare((int Leave, int Stay) now, (int Leave, int Stay) then, string askedThen)
    {
        var asked = QuestionnaireDocument.Read("example.json", askedThen);
        return Change.Since(Publish("2026", Example.Questionnaire, now), Example.Questionnaire, Publish("2025", asked, then), asked);
    }

    private static Publication Publish(string round, Questionnaire questionnaire, (int Leave, int Stay) people)
    {
        var answers = Enumerable.Repeat("""  "stays": "no", "why": "workload" """, people.Leave).Concat(Enumerable.Repeat("""  "stays": "yes" """, people.Stay)).Select(members => Example.Read(members, questionnaire));
        return PublicationBuilder.Publish(Example.RoundWith() with { Id = round }, questionnaire, Scope.England, Tally.Of(questionnaire, answers), DateTimeOffset.UnixEpoch, final: true);
    }
}
