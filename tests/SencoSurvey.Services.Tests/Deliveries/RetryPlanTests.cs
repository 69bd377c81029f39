using SencoSurvey.Services.Deliveries;

namespace SencoSurvey.Services.Tests.Deliveries;

public sealed class RetryPlanTests
{
    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(2, null, 4)]
    [InlineData(3, null, 16)]
    [InlineData(5, null, 256)]
    [InlineData(6, null, 360)]
    [InlineData(19, null, 360)]
    [InlineData(1, 10.5, 10.5)]
    [InlineData(3, 10.5, 16)]
    [InlineData(1, -60.0, 1)]
    [InlineData(1, 1e9, 360)]
    public void A_pause_grows_and_is_never_less_than_asked_for_and_never_more_than_six_hours(int attempts, double? askedMinutes, double minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), RetryPlan.PauseAfter(attempts, askedMinutes is { } asked ? TimeSpan.FromMinutes(asked) : null));

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, null)]
    [InlineData(20, 1.0)]
    public void After_twenty_attempts_it_is_given_up(int attempts, double? askedMinutes) =>
        Assert.Null(RetryPlan.PauseAfter(attempts, askedMinutes is { } asked ? TimeSpan.FromMinutes(asked) : null));

    [Fact]
    public void All_pauses_together_last_over_a_long_weekend() =>
        Assert.InRange(Enumerable.Range(1, RetryPlan.MostAttempts - 1).Sum(attempts => RetryPlan.PauseAfter(attempts, null)!.Value.TotalDays), 3, 4);
}
