using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

public sealed class ReportSchedulerTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    [Fact]
    public async Task Each_recipient_gets_one_report_a_round_and_month_however_often_the_timer_runs()
    {
        await using var survey = await SurveyAsync();
        await PublishAsync(survey, "s");
        await PutRecipientAsync(survey, "officer-1", "one@example.org");
        await PutRecipientAsync(survey, "officer-2", "two@example.org", scope: "england");

        Assert.Equal(["r officer-1 2026-10", "r officer-2 2026-10", "s officer-1 2026-10", "s officer-2 2026-10"], await RunAsync(survey));
        Assert.Equal(4, Mails.Offered.Count);
        survey.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await RunAsync(survey));
        Assert.Equal(4, Mails.Offered.Count);
    }

    [Fact]
    public async Task A_timer_that_runs_twice_before_anything_is_sent_makes_one_mail()
    {
        await using var survey = await SurveyAsync();
        await using var another = survey.Another();
        await PutRecipientAsync(survey, "officer-1");
        await Task.WhenAll(ScheduleAsync(survey), ScheduleAsync(another));
        await RunAsync(survey);
        Assert.Single(Mails.Offered);
    }

    [Fact]
    public async Task In_the_next_month_there_is_a_new_report()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        Assert.Equal(["r officer-1 2026-10"], await RunAsync(survey));

        // In UK time: here the clocks went back on 25 October.
        survey.Time.SetUtcNow(new DateTimeOffset(2026, 10, 31, 23, 59, 59, TimeSpan.Zero));
        Assert.Empty(await RunAsync(survey));
        survey.Time.SetUtcNow(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["r officer-1 2026-11"], await RunAsync(survey));
        Assert.Equal(2, Mails.Offered.Count);
    }

    [Fact]
    public async Task Who_wants_the_final_report_only_gets_no_monthly_one_and_at_the_end_everyone_gets_the_final_one()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "final");
        await PutRecipientAsync(survey, "final", frequency: ReportFrequency.Final);
        await PutRecipientAsync(survey, "monthly");
        Assert.Equal(["r monthly 2026-10"], await RunAsync(survey));

        await CloseAsync(survey, "r");
        Assert.Equal(["r final final", "r monthly final"], await RunAsync(survey));
        Assert.Equal(["final report", "final report", "report of r"], Mails.Offered.Select(mail => mail.Subject.Contains("final report", StringComparison.Ordinal) ? "final report" : "report of r").Order());

        survey.Time.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await RunAsync(survey));
    }

    [Fact]
    public async Task The_final_report_waits_for_the_final_figures()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1", frequency: ReportFrequency.Final);
        await survey.CloseAsync("r");
        Assert.Empty(await RunAsync(survey));
        await survey.PublishAsync("r");
        Assert.Equal(["r officer-1 final"], await RunAsync(survey));
    }

    [Fact]
    public async Task Who_joins_later_is_sent_the_final_report_for_92_days()
    {
        await using var survey = await SurveyAsync();
        await CloseAsync(survey, "r");
        survey.Time.Advance(TimeSpan.FromDays(92));
        await PutRecipientAsync(survey, "in-time");
        Assert.Equal(["r in-time final"], await RunAsync(survey));
        survey.Time.Advance(TimeSpan.FromSeconds(1));
        await PutRecipientAsync(survey, "too-late");
        Assert.Empty(await RunAsync(survey));
    }

    [Fact]
    public async Task Who_joins_after_several_rounds_closed_is_sent_the_last_ones_report_alone()
    {
        await using var survey = await SurveyAsync();
        await PublishAsync(survey, "s");
        await PutRecipientAsync(survey, "was-there");
        await RunAsync(survey);
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        await CloseAsync(survey, "r");
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        await PutRecipientAsync(survey, "between");
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        await CloseAsync(survey, "s");
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        await PutRecipientAsync(survey, "joined");

        Assert.Equal(["r was-there final", "s between final", "s joined final", "s was-there final"], await RunAsync(survey));
        Assert.Empty(await RunAsync(survey));
    }

    [Fact]
    public async Task What_was_refused_is_tried_again_once_the_address_was_changed()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1", "wrong@example.org");
        Mails.Answer = _ => Task.FromResult(new Services.Email.SendResult("refused"));
        await RunAsync(survey);
        Assert.Equal(DeliveryState.Refused, (await FindAsync(survey))!.State);

        Mails.Answer = _ => Task.FromResult(Services.Email.SendResult.Taken);
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        await PutRecipientAsync(survey, "officer-1", "wrong@example.org", role: RecipientRole.Leader);
        Assert.Empty(await RunAsync(survey));
        await PutRecipientAsync(survey, "officer-1", "right@example.org");
        Assert.Equal(["r officer-1 2026-10"], await RunAsync(survey));
        Assert.Equal((DeliveryState.Sent, 1), ((await FindAsync(survey))!.State, (await FindAsync(survey))!.Attempts));
        Assert.Single(Mails.Offered, mail => mail.To == "right@example.org");
        Assert.Empty(await RunAsync(survey));
    }

    [Fact]
    public async Task Nothing_is_due_without_a_publication_of_the_scope()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "elsewhere", scope: "la/370");
        await survey.PutRoundAsync("planned", round => round with { OpensOn = new DateOnly(2026, 11, 1) });
        Assert.Empty(await RunAsync(survey));
    }

    [Fact]
    public async Task A_round_over_which_the_clock_closed_but_not_yet_the_timer_waits()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        survey.Time.SetUtcNow(new DateTimeOffset(2027, 1, 1, 0, 1, 0, TimeSpan.Zero));
        Assert.Equal(RoundState.Closed, survey.Get<Services.Rounds.RoundService>().StateOf(await survey.RoundAsync("r")));
        Assert.Empty(await RunAsync(survey));
    }

    [Fact]
    public async Task A_delivery_whose_message_was_lost_gets_another_one()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        await ScheduleAsync(survey);
        await survey.Storage.DeliverQueue.ClearMessagesAsync();
        Assert.Equal(["r officer-1 2026-10"], await RunAsync(survey));
        Assert.Single(Mails.Offered);
    }

    [Fact]
    public async Task A_delivery_that_was_left_half_done_gets_a_message_so_that_it_is_put_in_doubt()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        Mails.Answer = _ => throw new KilledException();
        await RunAsync(survey);

        // The message had come again before anyone could tell that the first sender was gone.
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(survey);
        Assert.Equal(DeliveryState.Sending, (await FindAsync(survey))!.State);

        survey.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(survey);
        Assert.Equal(DeliveryState.InDoubt, (await FindAsync(survey))!.State);
        Assert.Single(Mails.Offered);
    }
}
