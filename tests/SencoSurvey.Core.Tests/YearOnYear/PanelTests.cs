using System.Text;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.YearOnYear;

namespace SencoSurvey.Core.Tests.YearOnYear;

public sealed class PanelTests
{
    private const string Leaves = """ "stays": "no", "why": "pay" """;
    private const string Stays = """ "stays": "yes" """;

    [Fact]
    public void A_school_counts_by_what_it_answered_both_times()
    {
        var panel = TallyOf((Leaves, Leaves, 1), (Leaves, Stays, 2), (Stays, Leaves, 3), (Stays, Stays, 4)).Panel["leaving"];
        Assert.Equal((1, 2, 3, 4, 10), (panel.Both, panel.OnlyThen, panel.OnlyNow, panel.Neither, panel.Pairs));
    }

    [Fact]
    public void Where_an_answer_is_missing_there_is_no_pair_for_that_question_alone()
    {
        var tally = TallyOf(("""  "hours": 5, "stays": "no" """, """ "hours": 12 """, 1), (""" "hours": 5 """, Leaves, 1));
        Assert.Equal((1, 0), (tally.Panel["little"].OnlyThen, tally.Panel["leaving"].Pairs));
        Assert.Equal(1, tally.Panel["little"].Pairs);
    }

    [Fact]
    public void A_question_for_some_alone_has_no_pairs() => Assert.Equal(0, TallyOf((Leaves, Leaves, 5)).Panel["leavingForWorkload"].Pairs);

    [Theory]
    [InlineData("\"Staying?\"", "\"Will you stay?\"")]
    [InlineData("\"Not sure\"", "\"Maybe\"")]
    public void Nor_has_one_that_was_asked_otherwise_then(string now, string then)
    {
        var askedThen = QuestionnaireDocument.Read("example.json", Example.Json.Replace(now, then, StringComparison.Ordinal));
        var tally = new Tally(Example.Questionnaire);
        new Panel(Example.Questionnaire, askedThen).Count(tally, Example.Read(""" "hours": 5, "stays": "no" """), Example.Read(""" "hours": 5, "stays": "no" """, askedThen));
        Assert.Equal((1, 0), (tally.Panel["little"].Both, tally.Panel["leaving"].Pairs));
    }

    [Fact]
    public void Merged_in_any_order_it_is_spelt_alike_and_read_back_the_same()
    {
        Tally[] parts = [TallyOf((Leaves, Stays, 3)), TallyOf((Stays, Leaves, 2)), TallyOf((Stays, Stays, 1), (Leaves, Leaves, 7))];
        var (one, other) = (Merge(parts), Merge(parts.Reverse()));
        Assert.Equal(TallyJson.Write(one), TallyJson.Write(other));
        var read = TallyJson.Read(Example.Questionnaire, TallyJson.Write(one));
        Assert.Equal(TallyJson.Hash(one), TallyJson.Hash(read));
        Assert.Equal((7, 3, 2, 1), (read.Panel["leaving"].Both, read.Panel["leaving"].OnlyThen, read.Panel["leaving"].OnlyNow, read.Panel["leaving"].Neither));
    }

    [Fact]
    public void Without_pairs_a_tally_says_nothing_of_them() =>
        Assert.DoesNotContain("panel", Encoding.UTF8.GetString(TallyJson.Write(Tally.Of(Example.Questionnaire, Example.Times(3, Leaves)))), StringComparison.Ordinal);

    [Fact]
    public void What_is_published_is_the_change_its_interval_and_words()
    {
        var paired = Shown(TallyOf((Leaves, Leaves, 30), (Leaves, Stays, 5), (Stays, Leaves, 25), (Stays, Stays, 40)))!;
        var p = ProportionDifference.OfPaired(30, 25, 5, 40);
        Assert.Equal(20, paired.Difference, 1e-9); // 25 came to it, 5 went.
        Assert.Equal((100, "higher than the round before among the same schools"), (paired.Pairs, paired.Reading));
        Assert.Equal((100 * p.Lower, 100 * p.Upper), (paired.DifferenceLower, paired.DifferenceUpper));
        Assert.InRange(paired.DifferenceLower, 8, 20);
        Assert.Equal("no clear difference from the round before among the same schools", Shown(TallyOf((Leaves, Leaves, 30), (Leaves, Stays, 8), (Stays, Leaves, 9), (Stays, Stays, 40)))!.Reading);
        Assert.Equal("lower than the round before among the same schools", Shown(TallyOf((Leaves, Leaves, 30), (Leaves, Stays, 25), (Stays, Leaves, 5), (Stays, Stays, 40)))!.Reading);
        Assert.Null(Shown(TallyOf((Leaves, null, 40))));
    }

    private static PairedFigure? Shown(Tally tally) => PairedChange.Of(tally, new HashSet<string> { "paired:leaving" }).GetValueOrDefault("leaving");

    private static Tally Merge(IEnumerable<Tally> parts) => parts.Aggregate(new Tally(Example.Questionnaire), (sum, part) => sum.Merge(part));

    /// <param name="schools">What so many schools answered in the round before, and in this one.</param>
    private static Tally TallyOf(params (string Then, string? Now, int Count)[] schools)
    {
        var tally = new Tally(Example.Questionnaire);
        var panel = new Panel(Example.Questionnaire, Example.Questionnaire);
        foreach (var (then, now, count) in schools)
        {
            for (var i = 0; i < count && now is not null; i++)
            {
                AnswerSet answers = Example.Read(now);
                tally.Add(answers);
                panel.Count(tally, answers, Example.Read(then));
            }
        }

        return tally;
    }
}
