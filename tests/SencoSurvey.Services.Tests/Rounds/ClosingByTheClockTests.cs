using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Rounds;

/// <summary>Days are days in the United Kingdom: in summer they begin at 23:00 UTC.</summary>
public sealed class ClosingByTheClockTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("2026-06-29T23:00:00Z", "2026-06-30T22:59:59Z", "2026-06-30T23:00:00Z")]
    [InlineData("2026-12-30T00:00:00Z", "2026-12-30T23:59:59Z", "2026-12-31T00:00:00Z")]
    public async Task A_round_is_open_from_its_first_to_its_last_moment_in_UK_time(string opens, string last, string closes)
    {
        var day = DateOnly.FromDateTime(DateTimeOffset.Parse(last).UtcDateTime);
        await using var survey = await TestSurvey.StartAsync(azurite, at: DateTimeOffset.Parse(opens).AddSeconds(-1));
        await survey.PutRoundAsync("r", round => round with { OpensOn = day, ClosesOn = day });
        await Refused.WithAsync(409, () => survey.SubmitAsync("r", Synthetic.NewKey()));

        survey.Time.SetUtcNow(DateTimeOffset.Parse(opens));
        await survey.SubmitAsync("r", Synthetic.NewKey());

        survey.Time.SetUtcNow(DateTimeOffset.Parse(last));
        await survey.SubmitAsync("r", Synthetic.NewKey());
        await CloseOverdueAsync(survey);
        Assert.Null((await survey.RoundAsync("r")).ClosedAt);

        survey.Time.SetUtcNow(DateTimeOffset.Parse(closes));
        await Refused.WithAsync(409, () => survey.SubmitAsync("r", Synthetic.NewKey()));
        await CloseOverdueAsync(survey);
        Assert.Equal(DateTimeOffset.Parse(closes), (await survey.RoundAsync("r")).ClosedAt);
    }

    [Fact]
    public async Task A_round_that_the_clock_closed_asks_for_its_final_figures_until_they_are_there()
    {
        await using var survey = await TestSurvey.StartAsync(azurite, at: new DateTimeOffset(2027, 1, 1, 0, 5, 0, TimeSpan.Zero));
        await survey.PutRoundAsync("r");
        await CloseOverdueAsync(survey);
        Assert.Equal(1, await survey.QueueLengthAsync(QueueNames.Publish));

        // That message was lost, or failed too often.
        survey.Time.Advance(TimeSpan.FromDays(1));
        await CloseOverdueAsync(survey);
        Assert.Equal(2, await survey.QueueLengthAsync(QueueNames.Publish));

        await survey.PublishAsync("r");
        survey.Time.Advance(TimeSpan.FromDays(1));
        await CloseOverdueAsync(survey);
        Assert.Equal(2, await survey.QueueLengthAsync(QueueNames.Publish));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 5, 0, TimeSpan.Zero), (await survey.RoundAsync("r")).ClosedAt);
    }

    [Fact]
    public async Task Only_rounds_whose_last_day_has_passed_are_closed()
    {
        await using var survey = await TestSurvey.StartAsync(azurite, at: new DateTimeOffset(2027, 1, 1, 0, 5, 0, TimeSpan.Zero));
        await survey.PutRoundAsync("over");
        await survey.PutRoundAsync("open", round => round with { ClosesOn = new DateOnly(2027, 1, 1) });
        await survey.PutRoundAsync("planned", round => round with { OpensOn = new DateOnly(2027, 9, 1), ClosesOn = new DateOnly(2027, 12, 31) });
        await CloseOverdueAsync(survey);
        var rounds = await survey.Get<RoundService>().ListAsync(CancellationToken.None);
        Assert.Equal(["over"], rounds.Where(round => round.ClosedAt is not null).Select(round => round.Id));
        Assert.Equal([("planned", RoundState.Planned), ("open", RoundState.Open), ("over", RoundState.Closed)], rounds.Select(round => (round.Id, survey.Get<RoundService>().StateOf(round))));
    }

    private static Task CloseOverdueAsync(TestSurvey survey) => survey.Get<RoundService>().CloseOverdueAsync(CancellationToken.None);
}
