using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Reports.Mails;

namespace SencoSurvey.Core.Tests.Reports.Mails;

public sealed class ResponseGapsTests
{
    [Fact]
    public void Kinds_of_school_stand_beside_the_register_the_largest_first()
    {
        var gaps = ResponseGaps.Of(Made.Publication(42).ByPhase(("secondary", 12), ("primary", 30)), Schools(("primary", 60), ("secondary", 40)), areInvited: false)!;
        Assert.Equal("42 responses, beside 100 schools in the school register (42.0%). In a round that is open to all, a school may have answered more than once.", gaps.Reading);
        Assert.Equal([new ResponseGap("Kind primary", 60, 30, 50), new ResponseGap("Kind secondary", 40, 12, 30)], gaps.Kinds);
        Assert.Equal("The lowest share shown: Kind secondary, 30.0%.", gaps.Lowest);
        Assert.Null(gaps.HiddenNote);
    }

    [Fact]
    public void Of_those_invited_nobody_answers_twice() =>
        Assert.Equal("42 responses from 100 schools invited (42.0%).", ResponseGaps.Of(Made.Publication(42), Schools(("primary", 100)), areInvited: true)!.Reading);

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(9L)]
    public void What_the_publication_hides_or_fewer_than_its_minimum_base_is_not_shown(long? responses)
    {
        var gaps = ResponseGaps.Of(Made.Publication(42).ByPhase(("primary", 33), ("special", responses)), Schools(("primary", 40), ("special", 12)), areInvited: false)!;
        Assert.Contains(new ResponseGap("Kind special", 12, null, null), gaps.Kinds);
        Assert.Equal("A dash: hidden, so that nobody can be recognised.", gaps.HiddenNote);
        Assert.Null(gaps.Lowest);
    }

    [Fact]
    public void Several_of_which_nothing_is_shown_are_one_row_and_the_last()
    {
        var gaps = ResponseGaps.Of(Made.Publication(42).ByPhase(("primary", 33), ("special", null), ("nursery", 9)), Schools(("primary", 10), ("special", 12), ("nursery", 3)), areInvited: false)!;
        Assert.Equal([new ResponseGap("Kind primary", 10, 33, 330), new ResponseGap("Others", 15, null, null)], gaps.Kinds);
    }

    [Fact]
    public void Where_nothing_is_shown_of_any_kind_a_sentence_says_so()
    {
        var gaps = ResponseGaps.Of(Made.Publication(17).ByPhase(("primary", 9), ("special", null)), Schools(("primary", 40), ("special", 12)), areInvited: false)!;
        Assert.Empty(gaps.Kinds);
        Assert.Equal("How many answered of each kind of school is hidden, so that nobody can be recognised.", gaps.HiddenNote);
    }

    [Fact]
    public void Without_a_register_those_with_the_most_responses_come_first() =>
        Assert.Equal(["Kind secondary", "Kind primary"], ResponseGaps.Of(Made.Publication(42).ByPhase(("primary", 12), ("secondary", 30)), null, areInvited: false)!.Kinds.Select(kind => kind.Label));

    [Fact]
    public void Ten_are_shown() => Assert.Equal(10, ResponseGaps.Of(Made.Publication(42).ByPhase(("special", 10)), null, areInvited: false)!.Kinds[0].Responses);

    [Fact]
    public void Kinds_that_neither_are_there_nor_answered_are_left_out() =>
        Assert.Equal(["Kind primary"], ResponseGaps.Of(Made.Publication(42).ByPhase(("primary", 42), ("post16", 0)), Schools(("primary", 40)), areInvited: false)!.Kinds.Select(kind => kind.Label));

    [Fact]
    public void Invited_schools_of_no_known_kind_are_not_lost() =>
        Assert.Contains(new ResponseGap("Kind not known", 7, null, null), ResponseGaps.Of(Made.Publication(42).ByPhase(("primary", 42)), Schools(("primary", 40), ("unknown", 7)), areInvited: true)!.Kinds);

    [Fact]
    public void Without_a_register_the_responses_are_told_and_that_schools_are_not_known()
    {
        var gaps = ResponseGaps.Of(Made.Publication(42).ByPhase(("primary", 42)), null, areInvited: false)!;
        Assert.Equal("42 responses. How many schools there are is not known in this round, so there is no response rate.", gaps.Reading);
        Assert.Equal(new ResponseGap("Kind primary", null, 42, null), Assert.Single(gaps.Kinds));
    }

    [Fact]
    public void Where_nothing_is_known_nothing_is_said() => Assert.Null(ResponseGaps.Of(Made.Publication(42), new SchoolCounts(), areInvited: false));

    private static SchoolCounts Schools(params (string Phase, long Count)[] kinds)
    {
        var schools = new SchoolCounts();
        foreach (var (phase, count) in kinds) schools.Add(new SchoolGroup("813", phase, "unknown"), count);
        return schools;
    }

    [Fact]
    public void Where_there_are_no_groups_yet_the_answers_to_the_question_tell()
    {
        var phase = new ChoiceFigure("Kind?", 40, 0, [new OptionFigure("primary", "Primary", 31, 77.5, 60, 90, null), new OptionFigure("secondary", "Secondary", 9, 22.5, 10, 40, null)]);
        var open = Made.Publication(40) with { Breakdowns = null, Choices = new Dictionary<string, ChoiceFigure> { ["phase"] = phase } };
        var kind = Assert.Single(ResponseGaps.Of(open, schools: null, areInvited: false)!.Kinds, kind => kind.Responses is not null);
        Assert.Equal(("Primary", 31), (kind.Label, kind.Responses));
    }
}
