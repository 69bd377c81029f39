using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Comparisons;

namespace SencoSurvey.Core.Tests.Publications.Comparisons;

public sealed class WeightingTests
{
    private static readonly SchoolCounts Eighty = Schools.Counts(("primary", 60), ("secondary", 12), ("special", 8));

    [Fact]
    public void Each_kind_of_school_counts_for_as_much_as_there_are_of_it()
    {
        // (60 · 5/20 + 12 · 15/20 + 8 · 4/10) / 80 = 34%; weights of 3, 0.6 and 0.8 make (80)² / 193.6 answers of 50. The interval is R's.
        var figure = Schools.Publish(Eighty, Schools.Of("primary", 5, 15), Schools.Of("secondary", 15, 5), Schools.Of("special", 4, 6)).LittleTime();
        Assert.Equal(48, figure.Percent);
        AssertWeighted((34, 33.0578512396694, 20.2905362631357, 51.0409821164070), figure);
    }

    [Fact]
    public void Hidden_groups_count_together_as_all_others()
    {
        // (60 · 5/20 + 20 · 7/12) / 80 = 33.3%, and the interval as R has it.
        var figure = Schools.Publish(Eighty, Schools.Of("primary", 5, 15), Schools.Of("secondary", 5, 2), Schools.Of("special", 2, 3)).LittleTime();
        AssertWeighted((100 / 3.0, 30, 19.2302955268462, 51.2202741861697), figure);
    }

    [Fact]
    public void It_follows_from_what_is_shown_alone()
    {
        // The hidden groups answer otherwise: nothing that is published changes.
        var one = Schools.Publish(Eighty, Schools.Of("primary", 5, 15), Schools.Of("secondary", 5, 2), Schools.Of("special", 2, 3));
        var other = Schools.Publish(Eighty, Schools.Of("primary", 5, 15), Schools.Of("secondary", 7, 0), Schools.Of("special", 0, 5));
        Assert.Equal(one.LittleTime().Weighted! with { By = [] }, other.LittleTime().Weighted! with { By = [] });
        Assert.Equal(one.Representation!.Groups, other.Representation!.Groups);
        Assert.Equal(["c", "c"], one.Breakdowns!["phase"].Groups.Where(group => group.Id is "secondary" or "special").Select(group => group.Status));
    }

    [Theory]
    [InlineData(1, 5, 15, 15, 5)]
    [InlineData(4, 7, 33, 11, 9)]
    [InlineData(7, 3, 9, 4, 96)]
    public void Where_schools_are_spread_as_the_answers_are_nothing_changes(int times, int a, int b, int c, int d)
    {
        var figure = Schools.Publish(Schools.Counts(("primary", times * (a + b)), ("secondary", times * (c + d))), Schools.Of("primary", a, b), Schools.Of("secondary", c, d)).LittleTime();
        AssertWeighted((figure.Percent!.Value, a + b + c + d, figure.Lower!.Value, figure.Upper!.Value), figure);
    }

    [Fact]
    public void Who_did_not_say_the_kind_is_left_out_where_no_school_is_of_a_kind_that_is_not_shown()
    {
        var schools = Schools.Counts(("primary", 60), ("secondary", 20));
        var figure = Schools.Publish(schools, Schools.Of("primary", 5, 15), Schools.Of("secondary", 15, 5), Schools.WhichSay("", 6, 4)).LittleTime();
        Assert.Equal(((60 * 0.25) + (20 * 0.75)) / 80, figure.Weighted!.Percent / 100, 1e-12);
    }

    [Fact]
    public void Where_the_kind_will_not_do_it_is_weighted_by_size()
    {
        var schools = Schools.Counts(("primary", "upTo100", 30), ("primary", "upTo200", 10), ("primary", "unknown", 99));
        var figure = Schools.Publish(schools, Schools.WhichSay("\"phase\": \"primary\", \"schoolPupils\": 50", 5, 15), Schools.WhichSay("\"phase\": \"primary\", \"schoolPupils\": 150", 15, 5)).LittleTime();
        Assert.Equal(["schoolPupils"], figure.Weighted!.By);
        Assert.Equal(((30 * 0.25) + (10 * 0.75)) / 40, figure.Weighted.Percent / 100, 1e-12);
    }

    [Fact]
    public void Where_kinds_and_sizes_are_shown_but_not_crossed_it_is_weighted_by_kind()
    {
        var schools = Schools.Counts(("primary", "upTo100", 30), ("secondary", "upTo200", 10));
        var figure = Schools.Publish(schools, Schools.WhichSay("\"phase\": \"primary\", \"schoolPupils\": 50", 5, 15), Schools.WhichSay("\"phase\": \"secondary\", \"schoolPupils\": 150", 15, 5)).LittleTime();
        Assert.Equal(["phase"], figure.Weighted!.By);
    }

    [Fact]
    public void Where_kinds_and_sizes_are_crossed_each_cell_counts_for_as_much_as_there_are_schools_of_it()
    {
        var schools = Schools.Counts([.. FourKinds, ("primary", "unknown", 50), ("unknown", "upTo400", 9)]);
        AssertWeightedByBoth(Schools.Publish(schools, Four).LittleTime());
    }

    [Fact]
    public void Kinds_that_have_no_row_of_their_own_count_together()
    {
        var schools = Schools.Counts(("primary", "upTo100", 30), ("primary", "upTo400", 40), ("secondary", "upTo100", 4), ("special", "upTo100", 6), ("secondary", "upTo400", 15), ("nursery", "upTo400", 5));
        AssertWeightedByBoth(Schools.Publish(schools, [
            .. Four[..2],
            Schools.WhichSay(Cell("secondary", 50), 22, 8), Schools.WhichSay(Cell("special", 50), 23, 7), Schools.WhichSay(Cell("secondary", 300), 6, 24), Schools.WhichSay(Cell("nursery", 300), 6, 24),
        ]).LittleTime());
    }

    [Fact]
    public void Who_did_not_say_kind_or_size_is_left_out_of_the_cells_where_no_school_is_of_another()
    {
        IEnumerable<string> half = ["\"schoolPupils\": 50", "\"schoolPupils\": 300", "\"phase\": \"primary\"", "\"phase\": \"secondary\"", ""];
        AssertWeightedByBoth(Schools.Publish(Schools.Counts(FourKinds), [.. Four, .. half.Select(said => Schools.WhichSay(said, 60, 10))]).LittleTime());
    }

    [Fact]
    public void A_cell_without_a_school_that_answered_all_the_same_leaves_it_to_the_kinds()
    {
        var figure = Schools.Publish(Schools.Counts(FourKinds[..3]), Four).LittleTime();
        Assert.Equal(["phase"], figure.Weighted!.By);
    }

    [Fact]
    public void So_does_a_table_that_does_not_show_the_share()
    {
        // Two of one cell have little time.
        var figure = Schools.Publish(Schools.Counts(FourKinds), [.. Four[..3], Schools.WhichSay(Cell("secondary", 300), 2, 58)]).LittleTime();
        Assert.Equal(["phase"], figure.Weighted!.By);
    }

    [Fact]
    public void Without_schools_or_with_none_of_a_kind_that_answered_there_is_no_weight()
    {
        IEnumerable<AnswerSet>[] responses = [Schools.Of("primary", 5, 15), Schools.Of("secondary", 15, 5)];
        Assert.Null(Schools.Publish(null, responses).LittleTime().Weighted);
        Assert.Null(Schools.Publish(Schools.Counts(("primary", 60)), responses).LittleTime().Weighted);
        Assert.Null(Schools.Publish(new SchoolCounts(), responses).LittleTime().Weighted);
    }

    [Fact]
    public void Nor_where_nobody_answered_from_kinds_that_have_schools_or_one_stratum_is_all_there_is()
    {
        Assert.Null(Schools.Publish(Eighty, Schools.Of("primary", 5, 15), Schools.Of("secondary", 15, 5)).LittleTime().Weighted);
        Assert.Null(Schools.Publish(Schools.Counts(("primary", 60)), Schools.Of("primary", 5, 15)).LittleTime().Weighted);
    }

    [Fact]
    public void A_stratum_under_the_minimum_base_leaves_it_undone()
    {
        var schools = Schools.Counts(("primary", 60), ("secondary", 20));
        var publication = Schools.Publish(schools, Schools.Of("primary", 5, 15), Schools.Of("secondary", 5, 5));
        Assert.NotNull(publication.LittleTime().Weighted);
        Assert.Null(PublishedComparisons.Apply(publication with { Base = publication.Base with { MinimumBase = 11 } }, Example.Workload, schools).LittleTime().Weighted);
    }

    [Fact]
    public void A_share_of_some_alone_is_not_weighted()
    {
        const string Leaving = "\"inRoleInFiveYears\": \"no\", \"mainReasonForLeaving\": \"workload\"";
        const string Paid = "\"inRoleInFiveYears\": \"no\", \"mainReasonForLeaving\": \"funding\"";
        var publication = Schools.Publish(Eighty, Schools.WhichSay($"\"phase\": \"primary\", {Leaving}", 5, 15), Schools.WhichSay($"\"phase\": \"secondary\", {Paid}", 15, 5), Schools.WhichSay($"\"phase\": \"special\", {Leaving}", 4, 6),
            Schools.WhichSay("\"phase\": \"primary\", \"inRoleInFiveYears\": \"yes\"", 5, 5), Schools.WhichSay("\"phase\": \"secondary\", \"inRoleInFiveYears\": \"yes\"", 5, 5), Schools.WhichSay("\"phase\": \"special\", \"inRoleInFiveYears\": \"yes\"", 5, 5));
        Assert.Equal((30L, 50L, null), (publication.Indicators["leavingMainlyForWorkload"].Count, publication.Indicators["leavingMainlyForWorkload"].Base, publication.Indicators["leavingMainlyForWorkload"].Weighted));
        Assert.NotNull(publication.Indicators["leavingRoleWithinFiveYears"].Weighted);
    }

    [Fact]
    public void Groups_that_are_no_kinds_of_school_have_no_schools()
    {
        var publication = Schools.Publish(null, Schools.Of("primary", 5, 15), Schools.Of("secondary", 15, 5));
        var phases = publication.Breakdowns!["phase"];
        var renamed = publication with { Breakdowns = new Dictionary<string, Breakdown> { ["phase"] = phases with { Groups = [phases.Groups[0] with { Id = "infants" }, .. phases.Groups.Skip(1)] } } };
        Assert.Null(PublishedComparisons.Apply(renamed, Example.Workload, Eighty).LittleTime().Weighted);
    }

    private static readonly (string Phase, string Size, int Schools)[] FourKinds = [("primary", "upTo100", 30), ("primary", "upTo400", 40), ("secondary", "upTo100", 10), ("secondary", "upTo400", 20)];

    /// <summary>Sixty responses of each cell of <see cref="FourKinds"/>.</summary>
    private static IEnumerable<AnswerSet>[] Four =>
    [
        Schools.WhichSay(Cell("primary", 50), 20, 40), Schools.WhichSay(Cell("primary", 300), 30, 30), Schools.WhichSay(Cell("secondary", 50), 45, 15), Schools.WhichSay(Cell("secondary", 300), 12, 48),
    ];

    private static string Cell(string phase, int pupils) => $"\"phase\": \"{phase}\", \"schoolPupils\": {pupils}";

    /// <summary>(30 · 20/60 + 40 · 30/60 + 10 · 45/60 + 20 · 12/60) / 100 = 41.5%; weights of 1.2, 1.6, 0.4 and 0.8 make 240² / 288 answers of 240, on which the interval is.</summary>
    private static void AssertWeightedByBoth(IndicatorFigure figure) => AssertWeighted((41.5, 200, 34.8941691732496, 48.4262129273618), figure, "phase", "schoolPupils");

    private static void AssertWeighted((double Percent, double EffectiveBase, double Lower, double Upper) expected, IndicatorFigure figure, params string[] by)
    {
        Assert.Equal(by is [] ? ["phase"] : by, figure.Weighted!.By);
        Assert.Equal(expected.Percent, figure.Weighted.Percent, 1e-10);
        Assert.Equal(expected.EffectiveBase, figure.Weighted.EffectiveBase, 1e-10);
        Assert.Equal(expected.Lower, figure.Weighted.Lower, 1e-10);
        Assert.Equal(expected.Upper, figure.Weighted.Upper, 1e-10);
    }
}
