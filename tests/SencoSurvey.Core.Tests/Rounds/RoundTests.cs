using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Tests.Rounds;

public sealed class RoundTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Round round = Example.RoundWith();

    [Theory]
    [InlineData("2026-08-31", RoundState.Planned)]
    [InlineData("2026-09-01", RoundState.Open)]
    [InlineData("2026-12-31", RoundState.Open)]
    [InlineData("2027-01-01", RoundState.Closed)]
    public void It_is_open_from_its_first_day_to_its_last_both_included(string today, RoundState state) =>
        Assert.Equal(state, round.StateOn(Day(today)));

    [Theory]
    [InlineData("2026-08-31")]
    [InlineData("2026-10-01")]
    [InlineData("2027-01-01")]
    public void Closed_by_hand_it_is_closed_whatever_the_date(string today) =>
        Assert.Equal(RoundState.Closed, round.Close(Now).StateOn(Day(today)));

    [Theory]
    [InlineData("2026-08-31")]
    [InlineData("2026-10-01")]
    [InlineData("2027-01-01")]
    public void Reopened_it_is_open_whatever_the_date_until_it_is_closed_again(string today)
    {
        var reopened = round.Close(Now).Reopen(Now);
        Assert.Equal(RoundState.Open, reopened.StateOn(Day(today)));
        Assert.Equal(RoundState.Closed, reopened.Close(Now).StateOn(Day(today)));
    }

    [Fact]
    public void Closing_twice_keeps_the_first_moment()
    {
        Assert.Equal(Now, round.Close(Now).Close(Now.AddDays(1)).ClosedAt);
        Assert.Equal(Now.AddDays(1), round.Close(Now).Reopen(Now).Close(Now.AddDays(1)).ClosedAt);
    }

    [Fact]
    public void It_is_overdue_once_its_last_day_has_passed_and_nobody_decided_otherwise()
    {
        Assert.False(round.IsOverdueOn(Day("2026-12-31")));
        Assert.True(round.IsOverdueOn(Day("2027-01-01")));
        Assert.False(round.Close(Now).IsOverdueOn(Day("2027-01-01")));
        Assert.False(round.Reopen(Now).IsOverdueOn(Day("2027-01-01")));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
