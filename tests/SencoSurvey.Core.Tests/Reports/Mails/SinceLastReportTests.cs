using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports.Mails;

namespace SencoSurvey.Core.Tests.Reports.Mails;

public sealed class SinceLastReportTests
{
    [Fact]
    public void Of_the_first_report_there_is_nothing_to_say() => Assert.Null(SinceLastReport.Of(With(40, 28), null, ["little"]));

    [Fact]
    public void Another_scope_or_round_is_no_earlier_report()
    {
        Assert.Null(SinceLastReport.Of(With(40, 28), With(20, 10) with { Scope = "england" }, ["little"]));
        Assert.Null(SinceLastReport.Of(With(40, 28), With(20, 10) with { Round = "2025" }, ["little"]));
    }

    [Fact]
    public void A_figure_that_moved_is_given_from_and_to_with_both_bases()
    {
        var since = SinceLastReport.Of(With(40, 28), With(20, 10), ["little"])!;
        Assert.Equal("20 more responses than on 5 October 2026: 40 now, 20 then.", since.Reading);
        Assert.Equal(new MovedFigure("little", "Little time", "50.0% of 20", "70.0% of 40", HasMoved: true), Assert.Single(since.Moved));
        Assert.NotNull(since.Caution);
    }

    [Theory]
    [InlineData(200, 102, 1)]
    [InlineData(200, 101, 0)]
    [InlineData(200, 98, 1)]
    public void A_point_is_a_move_and_less_is_none(long now, long count, int moved)
    {
        var since = SinceLastReport.Of(With(now, count), With(100, 50), ["little"])!;
        Assert.Equal(moved, since.Moved.Count);
        Assert.Equal(moved == 0, since.Reading.EndsWith(" None of the main figures moved by a point or more.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_median_that_moved_is_named_as_one()
    {
        var moved = Assert.Single(SinceLastReport.Of(WithHours(40, 6.5), WithHours(20, 5), ["hours"])!.Moved);
        Assert.Equal(("Hours (median)", "5 of 20", "6.5 of 40"), (moved.Label, moved.From, moved.To));
        Assert.Empty(SinceLastReport.Of(WithHours(40, 5), WithHours(20, 5), ["hours"])!.Moved);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(11, false)]
    [InlineData(10, true)]
    public void No_difference_rests_on_fewer_responses_than_the_minimum_base(long now, bool isSaid)
    {
        var since = SinceLastReport.Of(With(now, now), With(20, 10), ["little"])!;
        Assert.Equal(isSaid, since.Moved.Count == 1);
        if (!isSaid) Assert.Equal("Fewer than 10 responses came or went since 5 October 2026: what they changed is not shown.", since.Reading);
    }

    [Fact]
    public void Nor_on_fewer_answers_to_one_question()
    {
        var now = Made.Publication(40, ("little", Made.Share(20, 29)), ("leaving", Made.Share(20, 40)));
        var before = Made.Publication(20, ("little", Made.Share(10, 20)), ("leaving", Made.Share(5, 20)));
        Assert.Equal(["leaving"], SinceLastReport.Of(now, before, ["little", "leaving"])!.Moved.Select(figure => figure.Id));
        Assert.EndsWith("No main figure has enough new answers to be compared.", SinceLastReport.Of(now, before, ["little"])!.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_hidden_now_or_was_then_or_was_asked_otherwise_is_not_compared()
    {
        var shown = Made.Publication(40, ("little", Made.Share(28, 40)));
        var before = Made.Publication(20, ("little", Made.Share(10, 20)));
        var hidden = Made.Publication(20, ("little", Made.Hidden()));
        Assert.Empty(SinceLastReport.Of(shown, hidden, ["little"])!.Moved);
        Assert.Empty(SinceLastReport.Of(hidden with { Base = shown.Base, Build = shown.Build }, before, ["little"])!.Moved);
        Assert.Empty(SinceLastReport.Of(shown, Made.Publication(20, ("little", Made.Share(10, 20, wording: "Asked otherwise."))), ["little"])!.Moved);
    }

    [Fact]
    public void The_same_figures_are_nothing_new_and_may_become_final()
    {
        Assert.Equal("Nothing new was published since 5 October 2026: too few responses came or went.", SinceLastReport.Of(With(20, 10), With(20, 10), ["little"])!.Reading);
        Assert.Equal("The figures of 5 October 2026 stand, and are final now.", SinceLastReport.Of(With(20, 10) with { Final = true }, With(20, 10), ["little"])!.Reading);
    }

    [Fact]
    public void Responses_that_went_are_said_to_be_fewer() =>
        Assert.StartsWith("15 fewer responses than on 5 October 2026: 20 now, 35 then.", SinceLastReport.Of(With(20, 10), With(35, 30), ["little"])!.Reading, StringComparison.Ordinal);

    private static Publication With(long responses, long count) => Made.Publication(responses, ("little", Made.Share(count, responses)));

    private static Publication WithHours(long responses, double median) => Made.Publication(responses) with { Numbers = new Dictionary<string, NumberFigure> { ["hours"] = Made.Number(median, responses) } };
}
