using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports.Mails;
using SencoSurvey.Core.Reports.Sections;

namespace SencoSurvey.Core.Tests.Reports.Mails;

public sealed class ReportMailContentTests
{
    private static readonly PreviousFigure Before = new("2025", 30, 50, 60, 46, 72, 10, -2.04, 20, "no clear difference from the round before");

    [Fact]
    public void Officers_and_leaders_see_the_figures_that_lead_on_the_page()
    {
        Assert.Equal(["hoursAllocated", "belowMinimumTime", "notEnoughTimeForRole", "leavingRoleWithinFiveYears", "leavingMainlyForWorkload"], FullReport.Of(Full(), "q").Main.Select(figure => figure.Id));
        Assert.All(Enum.GetValues<ReportReader>(), reader => Assert.Equal(FullReport.Of(Full(), "q").Main.Select(figure => figure.Id), Ids(Full(), reader)));
    }

    [Fact]
    public void Hidden_figures_come_last_on_the_page_as_in_the_mail()
    {
        var some = Full();
        some = some with { Indicators = some.Indicators.ToDictionary(pair => pair.Key, pair => pair.Key is "belowMinimumTime" or "manageable" ? Made.Hidden(pair.Value.Label) : pair.Value) };
        Assert.Equal(["hoursAllocated", "notEnoughTimeForRole", "leavingRoleWithinFiveYears", "leavingMainlyForWorkload", "pulledAwayOften"], FullReport.Of(some, "q").Main.Select(figure => figure.Id));
        Assert.Equal(FullReport.Of(some, "q").Main.Select(figure => figure.Id), Ids(some, ReportReader.Officer));
    }

    [Fact]
    public void A_figure_that_is_shown_goes_before_one_that_is_hidden()
    {
        var publication = Made.Publication(40, ("belowMinimumTime", Made.Hidden()), ("a", Made.Share(11, 40)), ("b", Made.Share(12, 40)), ("c", Made.Share(13, 40)), ("d", Made.Share(14, 40)));
        Assert.Equal(["a", "b", "c", "d", "belowMinimumTime"], Ids(publication, ReportReader.Officer));
        Assert.DoesNotContain("belowMinimumTime", Ids(publication with { Indicators = new Dictionary<string, IndicatorFigure>(publication.Indicators) { ["e"] = Made.Share(15, 40) } }, ReportReader.Officer));
    }

    [Fact]
    public void The_rest_of_a_share_says_the_same_twice_and_is_left_out()
    {
        Assert.Equal(["below"], Ids(Made.Publication(21, ("below", Made.Share(15, 21)), ("above", Made.Share(6, 21))), ReportReader.Officer));
        Assert.Equal(["below", "other"], Ids(Made.Publication(21, ("below", Made.Share(15, 21)), ("other", Made.Share(6, 20))), ReportReader.Officer));
    }

    [Fact]
    public void The_subject_begins_with_where_and_the_main_figure()
    {
        Assert.Equal("North Lincolnshire: 62.5% of 40 SENCOs – little time (report of Synthetic round)", Of(Made.Publication(40, ("a", Made.Share(25, 40)))).Subject);
        Assert.Equal("North Lincolnshire: 62.5% of 40 SENCOs – little time (final report of Synthetic round)", Of(Made.Publication(40, ("a", Made.Share(25, 40))) with { Final = true }).Subject);
        Assert.Equal("North Lincolnshire: median 6.5 hours a week – hours (report of Synthetic round)", Of(Made.Publication(40) with { Numbers = new Dictionary<string, NumberFigure> { ["a"] = Made.Number(6.5, 40) } }).Subject);
        Assert.Equal("SENCO time in North Lincolnshire: report of Synthetic round, 40 responses", Of(Made.Publication(40, ("a", Made.Hidden()))).Subject);
    }

    [Theory]
    [InlineData(45, true)]
    [InlineData(46, false)]
    public void The_subject_names_the_round_by_its_title_where_there_is_room(int length, bool isThere)
    {
        var title = new string('t', length);
        var subject = Of(Made.Publication(40, ("a", Made.Share(25, 40))) with { Title = title }).Subject;
        Assert.EndsWith($"(report of {(isThere ? title : "2026")})", subject, StringComparison.Ordinal);
        Assert.InRange(subject.Length, 1, 110);
    }

    [Fact]
    public void A_title_of_two_lines_is_in_no_subject() =>
        Assert.EndsWith("(report of 2026)", Of(Made.Publication(40, ("a", Made.Share(25, 40))) with { Title = "Two\nlines" }).Subject, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 40, "None.")]
    [InlineData(1, 40, "Nearly one in twenty.")]
    [InlineData(2, 40, "About one in twenty.")]
    [InlineData(13, 40, "About a third.")]
    [InlineData(14, 40, "Just over a third.")]
    [InlineData(18, 40, "More than two in five.")]
    [InlineData(22, 40, "More than half.")]
    [InlineData(25, 40, "Just over three in five.")]
    [InlineData(38, 40, "About nineteen in twenty.")]
    [InlineData(39, 40, "Just over nineteen in twenty.")]
    [InlineData(40, 40, "All.")]
    public void A_share_is_said_in_plain_words(long count, long total, string words) => Assert.Equal(words, Of(Made.Publication(40, ("a", Made.Share(count, total)))).Figures[0].Reading);

    [Fact]
    public void A_figure_has_its_base_interval_and_missing()
    {
        var figure = Of(Made.Publication(40, ("a", Made.Share(25, 40) with { Missing = 2 }))).Figures[0];
        Assert.Equal(("62.5%", "25 of 40; 95% interval from 52.5% to 72.5%; 2 missing."), (figure.Value, figure.Basis));
        var median = Of(Made.Publication(40) with { Numbers = new Dictionary<string, NumberFigure> { ["a"] = Made.Number(6.5, 38) with { MedianLower = 5, MedianUpper = 7, Missing = 2 } } }).Figures[0];
        Assert.Equal(("6.5", "hours a week", "Half are at 6.5 or below, the middle half from 5.5 to 7.5.", "Median of 38; 95% interval from 5 to 7; 2 missing."), (median.Value, median.Unit, median.Reading, median.Basis));
    }

    [Fact]
    public void One_line_compares_with_all_others_else_with_the_round_before_unless_that_has_its_own_place()
    {
        var share = Made.Share(28, 40) with { Previous = Before };
        var beside = share with { Others = new("the rest of England", 780, 1200, 65, 6.4, 1.1, 11.7, "higher than in the rest of England") };
        const string Line = "No clear difference from the round before (60.0% of 50): +10.0 points, 95% interval from −2.0 to +20.0.";
        Assert.Equal("Higher than in the rest of England (65.0% of 1,200): +6.4 points, 95% interval from +1.1 to +11.7.", Of(Made.Publication(40, ("a", beside))).Figures[0].Comparison);

        var open = Of(Made.Publication(40, ("a", share)));
        Assert.Equal(Line, open.Figures[0].Comparison);
        Assert.Empty(open.SinceLastRound);

        var final = Of(Made.Publication(40, ("a", share)) with { Final = true });
        Assert.Null(final.Figures[0].Comparison);
        Assert.Equal(("Little time", Line), (final.SinceLastRound[0].Term, final.SinceLastRound[0].Text));

        var same = share with { Previous = Before with { Paired = new PairedFigure(34, 6.3, 0.4, 12.6, "higher than the round before among the same schools") } };
        Assert.Equal($"{Line} Among the 34 schools in both rounds: +6.3 points, 95% interval from +0.4 to +12.6.", Assert.Single(Of(Made.Publication(40, ("a", same)) with { Final = true }).SinceLastRound).Text);
    }

    [Fact]
    public void A_question_that_changed_since_the_round_before_is_said_not_to_be_compared() => Assert.Equal(
        "Round 2025: not compared, because.",
        Assert.Single(Of(Made.Publication(40, ("a", Made.Share(28, 40) with { Previous = new PreviousFigure("2025", null, null, null, null, null, Reading: "not compared, because.") })) with { Final = true }).SinceLastRound).Text);

    [Fact]
    public void What_others_published_stands_with_its_wording_base_wave_and_source()
    {
        var published = new PublishedFigure("2018", 70, "SENCOs, over 1,900", "not enough time", "A source", "Other words.");
        var asked = Assert.Single(Of(Made.Publication(40, ("a", Made.Share(28, 40) with { Benchmarks = [published, published with { Wave = "2016" }] }))).Asked);
        Assert.Equal("Asked so. Published elsewhere, in other words: 70% of SENCOs, over 1,900, 2018, on “not enough time”. Other words. Source: A source.", asked.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void That_those_who_answered_are_unlike_the_schools_stands_by_the_figures_and_that_they_are_alike_in_small_print(bool isDoubtful)
    {
        var content = Of(Made.Publication(40) with { Representation = new Representation(89, [], isDoubtful, "As it is.") });
        Assert.Equal(isDoubtful ? "As it is." : null, content.Doubt);
        Assert.Equal(!isDoubtful, content.Notes.Any(note => note.Text == "As it is."));
    }

    [Fact]
    public void That_there_is_nothing_beside_the_figures_is_said_once_there_is_nothing_at_all()
    {
        var share = Made.Share(28, 40);
        Assert.True(Of(Made.Publication(40, ("a", share))).StandsAlone);
        Assert.False(Of(Made.Publication(40, ("a", Made.Hidden()))).StandsAlone);

        var published = share with { Benchmarks = [new PublishedFigure("2018", 70, "SENCOs", "not enough time", "A source", "Other words.")] };
        var others = share with { Others = new("the rest of England", 780, 1200, 65, 6.4, 1.1, 11.7, "higher than in the rest of England") };
        Assert.All([published, others, share with { Previous = Before }], beside => Assert.False(Of(Made.Publication(40, ("a", beside), ("b", share))).StandsAlone));
        Assert.False(Of(Made.Publication(40, ("a", share with { Previous = Before })) with { Final = true }).StandsAlone);

        var last = Made.Publication(20, ("a", Made.Share(10, 20)));
        Assert.False(ReportMailContent.Of(new ReportMailSource(Made.Publication(40, ("a", share)), ReportReader.Officer, last)).StandsAlone);
    }

    [Fact]
    public void Whether_pupil_numbers_decide_time_is_said_in_the_first_sentence_of_the_page()
    {
        var link = new RelationshipFigure("totalSend", "hoursAllocated", "Hours, and pupils", 200, 0.5, 0.39, 0.6, 0.5, 0.4, "", null);
        var some = Made.Publication(200) with { Relationships = [link] };
        Assert.Equal("In part, by these 200 responses.", Of(some).TimeAndNeed);
        Assert.StartsWith("In part, by these 200 responses. ", FullReport.Of(some, "q").TimeAndNeed.Answer, StringComparison.Ordinal);
        Assert.Null(Of(some with { Relationships = [link with { Status = Symbols.Confidential, N = null, Pearson = null }] }).TimeAndNeed);
        Assert.Null(Of(some with { Relationships = [] }).TimeAndNeed);
    }

    [Fact]
    public void Live_figures_are_refused() => Assert.Throws<ArgumentException>(() => Of(Made.Publication(40) with { Live = true }));

    [Fact]
    public void Gaps_are_for_officers_and_the_checklist_for_leaders()
    {
        var publication = Made.Publication(42).ByPhase(("primary", 42));
        var (officer, leader) = (Of(publication), ReportMailContent.Of(new ReportMailSource(publication, ReportReader.Leader, Checklist: Example.Workload.Checklist)));
        Assert.NotNull(officer.Gaps);
        Assert.Null(officer.Checklist);
        Assert.Null(leader.Gaps);
        Assert.Same(Example.Workload.Checklist, leader.Checklist);
    }

    private static ReportMailContent Of(Publication publication, ReportReader reader = ReportReader.Officer) => ReportMailContent.Of(new ReportMailSource(publication, reader));

    private static IEnumerable<string> Ids(Publication publication, ReportReader reader) => Of(publication, reader).Figures.Select(figure => figure.Id);

    private static Publication Full()
    {
        var id = 10;
        return Made.Publication(100, [.. Example.Workload.Indicators.Select(indicator => (indicator.Id, Made.Share(id++, 100, indicator.Label)))]) with { Numbers = new Dictionary<string, NumberFigure> { ["hoursAllocated"] = Made.Number(5, 100) } };
    }
}
