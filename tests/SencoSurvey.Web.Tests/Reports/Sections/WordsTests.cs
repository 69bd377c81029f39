using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports.Sections;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Web.Tests.Reports.Sections;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "none")]
    [InlineData(1.2, "very few")]
    [InlineData(16, "nearly one in five")]
    [InlineData(29.6, "about three in ten")]
    [InlineData(32.1, "nearly a third")]
    [InlineData(33.1, "about a third")]
    [InlineData(46.9, "nearly half")]
    [InlineData(50.9, "about half")]
    [InlineData(51.9, "just over half")]
    [InlineData(71.4, "just over seven in ten")]
    [InlineData(74, "about three quarters")]
    [InlineData(99, "nearly all")]
    [InlineData(100, "all")]
    public void A_percentage_is_said_as_people_say_it(double percent, string words) => Assert.Equal(words, ShareWords.Of(percent));

    [Fact]
    public void In_2016_it_was_not_settled_whether_pupil_numbers_decide_time() => Assert.Equal(
        "Not settled, with 21 responses. SENCOs with more pupils with SEND tend to have more hours, but the closest link is moderate. Two of the three links may be no more than chance, and the other is only just clear of it. "
        + "By the closest link, 19% of the differences in hours go with pupil numbers, where anything from less than 1% to 53% would fit these responses; the rest goes with something else.",
        FullReport.Of(Publications.NorthLincolnshire(), "q").TimeAndNeed.Answer);

    [Theory]
    [InlineData(0.05, -0.1, 0.19, "Hardly, by these 200 responses.", "It may be no more than chance.")]
    [InlineData(0.3, 0.17, 0.42, "Only a little, by these 200 responses.", "It is probably more than chance.")]
    [InlineData(0.5, 0.39, 0.6, "In part, by these 200 responses.", "It is probably more than chance.")]
    [InlineData(0.8, 0.74, 0.85, "Largely, by these 200 responses.", "It is probably more than chance.")]
    [InlineData(-0.5, -0.6, -0.39, "In part, by these 200 responses. SENCOs with more pupils with SEND tend to have fewer hours", "It is probably more than chance.")]
    [InlineData(0.21, 0.02, 0.38, "Not settled, with 200 responses.", "It is only just clear of chance.")]
    public void The_answer_claims_no_more_than_the_interval(double r, double lower, double upper, string begins, string certainty)
    {
        var publication = Publications.NorthLincolnshire() with { Relationships = [new RelationshipFigure("totalSend", "hoursAllocated", "Hours, and pupils", 200, r, lower, upper, r, r, "", null)] };

        var answer = FullReport.Of(publication, "q").TimeAndNeed.Answer!;

        Assert.StartsWith(begins, answer, StringComparison.Ordinal);
        Assert.Contains(certainty, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_link_answers_nothing()
    {
        var publication = Publications.NorthLincolnshire();

        var found = FullReport.Of(publication with { Relationships = [.. publication.Relationships.Select(figure => figure with { Status = Symbols.Confidential, N = null, Pearson = null, PearsonLower = null, PearsonUpper = null, Spearman = null, Reading = "Too few responses to say." })] }, "q").TimeAndNeed;

        Assert.Null(found.Answer);
        Assert.All(found.Links, link => Assert.Null(link.Value));
        Assert.All(found.Links, link => Assert.StartsWith("Hidden (c) to protect people: ", link.Reading, StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_of_which_nothing_can_be_said_is_not_called_hidden()
    {
        var publication = Publications.NorthLincolnshire();
        var alike = publication with { Relationships = [publication.Relationships[0] with { Status = Symbols.NotApplicable, Pearson = null, PearsonLower = null, PearsonUpper = null, Spearman = null, Reading = CorrelationReading.None }] };

        Assert.Equal("Nothing can be said: too few different answers.", Assert.Single(FullReport.Of(alike, "q").TimeAndNeed.Links).Reading);
    }

    [Fact]
    public void A_link_has_one_name_in_the_answer_and_in_its_own_reading()
    {
        var found = FullReport.Of(Publications.NorthLincolnshire(), "q").TimeAndNeed;

        var closest = found.Links.MaxBy(link => Math.Abs(link.Value!.Value))!;
        Assert.StartsWith("A moderate link, ", closest.Reading, StringComparison.Ordinal);
        Assert.Contains("the closest link is moderate.", found.Answer, StringComparison.Ordinal);
    }
}
