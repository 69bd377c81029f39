using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>Nothing on fewer than 10 responses, no count of 1 or 2.</summary>
public sealed class DisclosureControlTests
{
    private const string Yes = """  "stays": "yes" """;
    private const string No = """  "stays": "no" """;
    private const string NotSure = """  "stays": "notSure" """;

    [Fact]
    public void Under_the_minimum_base_nothing_is_published()
    {
        Assert.Throws<InvalidOperationException>(() => Example.Publish(Example.Times(9, Yes)));
        Assert.Equal(10, Example.Publish(Example.Times(10, Yes)).Base.Responses);
    }

    [Fact]
    public void A_number_needs_the_minimum_base_of_answers()
    {
        const string Hours = """  "hours": 3.25 """;
        Hidden(Example.Publish(Example.Times(9, Hours), Example.Times(20, "")).Numbers["hours"]);

        var shown = Example.Publish(Example.Times(10, Hours), Example.Times(20, "")).Numbers["hours"];
        Assert.Equal((10, 20, 3.25, null), (shown.N, shown.Missing, shown.Median, shown.Status));
    }

    [Fact]
    public void A_question_that_too_few_answered_is_hidden()
    {
        Hidden(Example.Publish(Example.Times(9, Yes), Example.Times(20, "")).Choices["stays"]);
        Shown([10, 0, 0], Example.Publish(Example.Times(10, Yes), Example.Times(20, "")).Choices["stays"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_small_count_hides_the_options_of_its_question_all_together(int few) =>
        Hidden(Example.Publish(Example.Times(10, Yes), Example.Times(10, No), Example.Times(few, NotSure)).Choices["stays"]);

    [Fact]
    public void Counts_of_0_and_of_the_minimum_cell_are_shown()
    {
        Shown([10, 10, 0], Example.Publish(Example.Times(10, Yes), Example.Times(10, No)).Choices["stays"]);
        Shown([10, 10, 3], Example.Publish(Example.Times(10, Yes), Example.Times(10, No), Example.Times(3, NotSure)).Choices["stays"]);
    }

    [Theory]
    [InlineData(1, 19, false)]
    [InlineData(2, 18, false)]
    [InlineData(3, 17, true)]
    [InlineData(17, 3, true)]
    [InlineData(18, 2, false)]
    [InlineData(19, 1, false)]
    [InlineData(20, 0, true)]
    [InlineData(0, 20, true)]
    public void An_indicator_is_hidden_when_few_meet_it_or_few_do_not(int met, int others, bool shown)
    {
        var figure = Example.Publish(Example.Times(met, No), Example.Times(others, Yes)).Indicators["leaving"];
        if (shown) Assert.Equal((met, 20, 5.0 * met, null), (figure.Count, figure.Base, figure.Percent, figure.Status));
        else Hidden(figure);
    }

    [Fact]
    public void The_limits_are_those_of_the_round()
    {
        var strict = Example.RoundWith(minimumBase: 20, minimumCell: 5);
        Assert.Throws<InvalidOperationException>(() => Example.Publish(strict, Example.Times(19, Yes)));
        Hidden(Example.Publish(strict, Example.Times(20, Yes), Example.Times(4, No)).Choices["stays"]);
        Shown([20, 5, 0], Example.Publish(strict, Example.Times(20, Yes), Example.Times(5, No)).Choices["stays"]);
    }

    [Fact]
    public void One_option_of_several_that_nearly_all_chose_is_hidden_too()
    {
        Hidden(Example.Publish(Example.Times(20, """  "roles": ["teacher"] """), Example.Times(2, """  "roles": ["leader"] """)).Choices["roles"]);
        Shown([23, 3, 0], Example.Publish(Example.Times(20, """  "roles": ["teacher"] """), Example.Times(3, """  "roles": ["teacher", "leader"] """)).Choices["roles"]);
    }

    [Fact]
    public void Extremes_are_hidden_unless_enough_share_them()
    {
        var few = Example.Publish(Example.Times(9, """  "hours": 1 """), Example.Times(9, """  "hours": 30 """)).Numbers["hours"];
        Assert.Equal((null, null, null, 18), (few.Min, few.Max, few.Status, few.N));

        var shared = Example.Publish(Example.Times(10, """  "hours": 1 """), Example.Times(9, """  "hours": 30 """)).Numbers["hours"];
        Assert.Equal((1, null), (shared.Min, shared.Max));

        var other = Example.Publish(Example.Times(9, """  "hours": 1 """), Example.Times(10, """  "hours": 30 """)).Numbers["hours"];
        Assert.Equal((null, 30), (other.Min, other.Max));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, 1.0)]
    public void An_extreme_that_all_but_one_or_two_share_is_hidden_for_the_total_tells_the_rest(int others, double? shown)
    {
        var low = Example.Publish(Example.Times(12, """  "hours": 1 """), Example.Times(others, """  "hours": 30 """)).Numbers["hours"];
        Assert.Equal(shown, low.Min);

        var high = Example.Publish(Example.Times(12, """  "hours": 1 """), Example.Times(others, """  "hours": 0 """)).Numbers["hours"];
        Assert.Equal(shown, high.Max);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void The_outer_percentiles_need_as_many_answers_beyond_them_as_the_minimum_cell(int answers, bool shown)
    {
        var hours = Example.Publish(Enumerable.Range(1, answers).Select(i => Example.Read($"\"hours\": {i}"))).Numbers["hours"];
        Assert.Equal((shown, shown), (hours.P10 is not null, hours.P90 is not null));
        Assert.Equal((answers + 1) / 2.0, hours.Median);
    }

    [Fact]
    public void Of_a_ratio_nobody_can_tell_for_how_few_there_was_nothing_to_divide_by()
    {
        Assert.Equal(20, Example.Publish(Example.Times(20, Minutes(plans: 1)), Example.Times(3, Minutes(plans: 0))).Numbers["minutes"].N);
        Hidden(Example.Publish(Example.Times(20, Minutes(plans: 1)), Example.Times(2, Minutes(plans: 0))).Numbers["minutes"]);

        static string Minutes(int plans) => $"\"hours\": 5, \"support\": 0, \"plans\": {plans}";
    }

    [Fact]
    public void Extremes_that_the_questionnaire_allows_are_shown()
    {
        var plans = Example.Publish(Example.Times(9, """  "plans": 4 """), Example.Times(1, """  "plans": 7 """)).Numbers["plans"];
        Assert.Equal((4, 7), (plans.Min, plans.Max));
    }

    [Fact]
    public void A_relationship_needs_the_minimum_base_of_pairs()
    {
        string[] pairs = [.. Enumerable.Range(1, 9).Select(i => $"\"support\": {i}, \"plans\": 0, \"hours\": {i}")];
        var hidden = Example.Publish(pairs.Select(pair => Example.Read(pair)), Example.Times(20, """  "hours": 5 """)).Relationships[0];
        Assert.Equal((null, null, null, null, null, null, "c", "Too few responses to say."), (hidden.N, hidden.Pearson, hidden.PearsonLower, hidden.PearsonUpper, hidden.Spearman, hidden.Kendall, hidden.Status, hidden.Reading));

        var shown = Example.Publish(pairs.Append(pairs[0]).Select(pair => Example.Read(pair)), Example.Times(20, """  "hours": 5 """)).Relationships[0];
        Assert.Equal((10, null), (shown.N, shown.Status));
        Assert.Equal(1, shown.Pearson!.Value, 1e-9);
    }

    [Fact]
    public void Of_those_who_were_asked_nobody_can_tell_how_few_the_others_were()
    {
        // 28 of 30 do not stay: hidden. So must be how many were asked why, for the others are the rest.
        var published = Example.Publish(Example.Times(20, """  "stays": "no", "why": "pay", "months": 3 """), Example.Times(8, """  "stays": "no", "why": "workload" """), Example.Times(2, Yes));
        Hidden(published.Indicators["leaving"]);
        Hidden(published.Choices["stays"]);
        Hidden(published.Choices["why"]);
        Hidden(published.Indicators["leavingForWorkload"]);
        Hidden(published.Numbers["months"]);
    }

    [Fact]
    public void How_few_were_asked_is_hidden_though_none_of_them_answered()
    {
        // Two do not stay and do not say why.
        var published = Example.Publish(Example.Times(20, Yes), Example.Times(2, No));
        Hidden(published.Choices["stays"]);
        Hidden(published.Choices["why"]);
        Hidden(published.Indicators["leavingForWorkload"]);
        Hidden(published.Numbers["months"]);
    }

    [Fact]
    public void In_no_group_nor_in_the_hidden_ones_can_anybody_tell_how_few_were_not_asked()
    {
        const string Pay = "\"stays\": \"no\", \"why\": \"pay\", \"months\": 3";
        AllHidden(Example.Times(20, Kind("a", "yes")), Example.Times(20, """  "kind": "a", """ + Pay), Example.Times(18, """  "kind": "b", """ + Pay), Example.Times(2, Kind("b", "yes")));
        AllHidden(Example.Times(20, Kind("a", "yes")), Example.Times(20, """  "kind": "a", """ + Pay), Example.Times(10, """  "kind": "b", """ + Pay), Example.Times(2, Yes));

        static void AllHidden(params IEnumerable<Core.Answers.AnswerSet>[] responses)
        {
            var group = Groups(responses)[0];
            Assert.Equal(40, group.Responses);
            Hidden(group.Choices["why"]);
            Hidden(group.Numbers["months"]);
            Hidden(group.Indicators["leavingForWorkload"]);
        }
    }

    [Fact]
    public void Where_nobody_answered_a_figure_does_not_apply()
    {
        var published = Example.Publish(Example.Times(20, Yes));
        Assert.Equal((0, 0, 0, null, "z"), (published.Indicators["leavingForWorkload"].Count, published.Indicators["leavingForWorkload"].Base, published.Indicators["leavingForWorkload"].Missing, published.Indicators["leavingForWorkload"].Percent, published.Indicators["leavingForWorkload"].Status));
        Assert.Equal((0, 20, null, "z"), (published.Numbers["hours"].N, published.Numbers["hours"].Missing, published.Numbers["hours"].Mean, published.Numbers["hours"].Status));
    }

    [Fact]
    public void Groups_that_are_large_enough_are_shown()
    {
        var groups = Groups(Mixed("a", 4, 5, 6), Mixed("b", 3, 3, 9));

        Assert.Equal([("a", 15L), ("b", 15), ("c", 0), ("d", 0)], groups.Select(group => (group.Id, group.Responses!.Value)));
        Shown([4, 5, 6], groups[0].Choices["stays"]);
        Shown([3, 3, 9], groups[1].Choices["stays"]);
        Assert.Equal((5, 15), (groups[0].Indicators["leaving"].Count, groups[0].Indicators["leaving"].Base));
    }

    [Fact]
    public void That_nobody_of_a_group_gave_an_answer_is_hidden_for_it_tells_of_each_of_them()
    {
        var groups = Groups(Mixed("a", 4, 0, 6), Mixed("b", 3, 3, 9));

        Assert.Equal([10L, 15], groups.Take(2).Select(group => group.Responses!.Value));
        Hidden(groups[0].Choices["stays"]);
        Hidden(groups[1].Choices["stays"]);
    }

    [Fact]
    public void Nor_is_a_number_shown_that_all_of_a_group_gave_as_the_least_there_is()
    {
        string Hours(string kind, int hours) => $"{Kind(kind, "yes")}, \"hours\": {hours}";
        var groups = Groups(Example.Times(12, Hours("a", 0)), Example.Times(12, Hours("b", 7)), Example.Times(3, Hours("b", 0)));
        Hidden(groups[0].Numbers["hours"]);

        var one = Groups(Example.Times(11, Hours("a", 0)), Example.Times(1, Hours("a", 3)), Example.Times(12, Hours("b", 7)), Example.Times(3, Hours("b", 0)));
        Assert.Equal(3, one[0].Numbers["hours"].Total);
    }

    [Fact]
    public void Small_groups_that_are_together_large_enough_are_hidden_alone()
    {
        var groups = Groups(Mixed("a", 4, 5, 3), Mixed("b", 2, 2, 2), Mixed("c", 1, 2, 1), Mixed("d", 3, 4, 4));
        Assert.Equal([12, null, null, 11], groups.Select(group => group.Responses));
        Hidden(groups[1]);
        Hidden(groups[2]);
        Shown([4, 5, 3], groups[0].Choices["stays"]);
    }

    [Fact]
    public void All_others_are_shown_together()
    {
        var published = Example.Publish(Mixed("a", 8, 9, 3), Mixed("b", 3, 2, 2), Mixed("c", 1, 2, 1), Example.Times(3, "\"stays\": \"yes\"")).Breakdowns!["kind"];
        Assert.Equal([20, null, null, 0], published.Groups.Select(group => group.Responses));
        Assert.Equal(14, published.Rest!.Responses);
        Shown([7, 4, 3], published.Rest.Choices["stays"]);
        Assert.Equal((4, 14), (published.Rest.Indicators["leaving"].Count, published.Rest.Indicators["leaving"].Base));
    }

    [Fact]
    public void Where_no_group_is_shown_nor_are_the_others() => Assert.Null(Example.Publish(Mixed("a", 3, 3, 3), Mixed("b", 3, 3, 3)).Breakdowns!["kind"].Rest);

    [Fact]
    public void The_smallest_other_group_hides_a_small_one_from_subtraction()
    {
        var groups = Groups(Example.Times(20, Kind("a", "yes")), Example.Times(12, Kind("b", "yes")), Example.Times(5, Kind("c", "yes")));
        Assert.Equal([20, null, null, 0], groups.Select(group => group.Responses));
        Hidden(groups[1]);
        Hidden(groups[2]);
    }

    [Fact]
    public void Those_who_did_not_say_which_group_are_not_left_over_alone()
    {
        var groups = Groups(Example.Times(20, Kind("a", "yes")), Example.Times(12, Kind("b", "yes")), Example.Times(5, Yes));
        Assert.Equal([20, null, 0, 0], groups.Select(group => group.Responses));
    }

    [Fact]
    public void A_figure_that_is_unsafe_in_one_shown_group_is_hidden_in_all()
    {
        var groups = Groups(Example.Times(20, Kind("a", "yes")), Example.Times(18, Kind("b", "yes")), Example.Times(2, Kind("b", "no")));
        Assert.All(groups.Take(2), group => Hidden(group.Choices["stays"]));
        Assert.All(groups.Take(2), group => Hidden(group.Indicators["leaving"]));
        Assert.Equal([20, 20], groups.Take(2).Select(group => group.Responses));
    }

    [Fact]
    public void A_figure_that_is_unsafe_in_the_hidden_groups_is_hidden_in_the_shown_ones()
    {
        // Whole 6 of 45, shown 4 of 30: the 15 hidden would have 2.
        var groups = Groups(
            Example.Times(26, Kind("a", "yes")), Example.Times(4, Kind("a", "no")), Example.Times(7, Kind("b", "yes")), Example.Times(2, Kind("b", "no")), Example.Times(6, Kind("c", "yes")));
        Assert.Equal([30, null, null, 0], groups.Select(group => group.Responses));
        Hidden(groups[0].Choices["stays"]);
        Hidden(groups[0].Indicators["leaving"]);
    }

    [Fact]
    public void A_number_that_too_few_answered_in_the_hidden_groups_is_hidden_in_the_shown_ones()
    {
        const string Hours = """ , "hours": 5 """;
        var groups = Groups(Example.Times(20, Kind("a", "yes") + Hours), Example.Times(9, Kind("b", "yes") + Hours), Example.Times(6, Kind("c", "yes")));
        Hidden(groups[0].Numbers["hours"]);

        var enough = Groups(Example.Times(20, Kind("a", "yes") + Hours), Example.Times(9, Kind("b", "yes") + Hours), Example.Times(1, Kind("c", "yes") + Hours));
        Assert.Equal((20, 5.0), (enough[0].Numbers["hours"].N, enough[0].Numbers["hours"].Mean));
    }

    [Fact]
    public void A_group_shows_no_extremes_though_the_questionnaire_allows_them_for_the_whole()
    {
        var published = Example.Publish(Example.Times(9, """  "kind": "a", "plans": 4 """), Example.Times(9, """  "kind": "a", "plans": 7 """));
        Assert.Equal(7, published.Numbers["plans"].Max);
        Assert.Equal((18, null, null), (published.Breakdowns!["kind"].Groups[0].Numbers["plans"].N, published.Breakdowns["kind"].Groups[0].Numbers["plans"].Min, published.Breakdowns["kind"].Groups[0].Numbers["plans"].Max));
    }

    [Fact]
    public void The_live_figures_hide_nothing_and_say_that_they_are_live()
    {
        var tally = Tally.Of(Example.Questionnaire, [.. Example.Times(1, """  "stays": "no", "hours": 3 """)]);
        var live = PublicationBuilder.Live(Example.RoundWith(), Example.Questionnaire, Scope.England, tally, DateTimeOffset.UnixEpoch);

        Assert.True(live.Live);
        Shown([0, 1, 0], live.Choices["stays"]);
        Assert.Equal((1, 1, 3.0, 3.0), (live.Indicators["leaving"].Count, live.Indicators["leaving"].Base, live.Numbers["hours"].Min, live.Numbers["hours"].Max));
    }

    /// <summary>So many of a kind who stay, do not, and are not sure.</summary>
    private static IEnumerable<Core.Answers.AnswerSet> Mixed(string kind, int yes, int no, int notSure) =>
        [.. Example.Times(yes, Kind(kind, "yes")), .. Example.Times(no, Kind(kind, "no")), .. Example.Times(notSure, Kind(kind, "notSure"))];

    private static string Kind(string kind, string stays) => $"\"kind\": \"{kind}\", \"stays\": \"{stays}\"";

    private static IReadOnlyList<GroupFigures> Groups(params IEnumerable<Core.Answers.AnswerSet>[] responses) => Example.Publish(responses).Breakdowns!["kind"].Groups;

    private static void Shown(long[] counts, ChoiceFigure figure)
    {
        Assert.Equal(counts, figure.Options.Select(option => option.Count!.Value));
        Assert.All(figure.Options, option => Assert.Equal((100.0 * option.Count / figure.N, null), (option.Percent, option.Status)));
        Assert.All(figure.Options, option => Assert.InRange(option.Percent!.Value, option.Lower!.Value - 1e-9, option.Upper!.Value + 1e-9));
    }

    private static void Hidden(ChoiceFigure figure)
    {
        Assert.Equal((null, null), (figure.N, figure.Missing));
        Assert.All(figure.Options, option => Assert.Equal((null, null, null, null, "c"), (option.Count, option.Percent, option.Lower, option.Upper, option.Status)));
    }

    private static void Hidden(IndicatorFigure figure) =>
        Assert.Equal((null, null, null, null, null, null, "c"), (figure.Count, figure.Base, figure.Missing, figure.Percent, figure.Lower, figure.Upper, figure.Status));

    private static void Hidden(NumberFigure figure) =>
        Assert.Equal(new NumberFigure(figure.Label, figure.Unit, null, null, null, null, null, null, null, null, null, null, null, null, "c"), figure);

    private static void Hidden(GroupFigures group)
    {
        Assert.Equal((null, "c"), (group.Responses, group.Status));
        Assert.All(group.Numbers.Values, Hidden);
        Assert.All(group.Choices.Values, Hidden);
        Assert.All(group.Indicators.Values, Hidden);
    }
}
