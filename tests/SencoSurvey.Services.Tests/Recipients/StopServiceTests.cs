using Microsoft.AspNetCore.WebUtilities;
using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Tests.Deliveries;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Recipients;

/// <summary>Whoever stops the reports gets none from then on, and nobody else is stopped.</summary>
public sealed class StopServiceTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    [Fact]
    public async Task What_was_waiting_is_not_sent_and_nothing_new_is_made()
    {
        await using var survey = await SurveyAsync();
        await PublishAsync(survey, "s");
        foreach (var id in new[] { "officer-1", "officer-10" }) await PutRecipientAsync(survey, id, $"{id}@example.org");
        await ScheduleAsync(survey);
        await StopAsync(survey);

        // Before any message comes.
        var ofBothRounds = (await ListAsync(survey, "r")).Concat(await ListAsync(survey, "s")).ToLookup(delivery => delivery.Id.Recipient);
        Assert.Equal([(DeliveryState.NotSent, StopService.Reason), (DeliveryState.NotSent, StopService.Reason)], ofBothRounds["officer-1"].Select(delivery => (delivery.State, delivery.Reason)));
        Assert.Equal([DeliveryState.Pending, DeliveryState.Pending], ofBothRounds["officer-10"].Select(delivery => delivery.State));

        await RunAsync(survey);
        Assert.All(Mails.Offered, mail => Assert.Equal("officer-10@example.org", mail.To));
        Assert.Equal(2, Mails.Offered.Count);

        survey.Time.Advance(TimeSpan.FromDays(31));
        await RunAsync(survey);
        Assert.Equal(4, Mails.Offered.Count);
        Assert.Null(await FindAsync(survey, period: "2026-11"));
    }

    [Fact]
    public async Task Stopping_again_says_and_changes_nothing()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        await StopAsync(survey);
        survey.Time.Advance(TimeSpan.FromDays(1));
        await StopAsync(survey);
        Assert.Equal(TestSurvey.Start, (await survey.Get<RecipientService>().GetAsync("officer-1", CancellationToken.None)).StoppedAt);
    }

    [Fact]
    public async Task A_mail_that_waits_for_another_try_is_not_sent_any_more()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        Mails.Answer = _ => throw new EmailNotTakenException("SendGrid answered 503.");
        await RunAsync(survey);
        await StopAsync(survey);
        Mails.Answer = _ => Task.FromResult(SendResult.Taken);
        survey.Time.Advance(TimeSpan.FromHours(1));
        await SendAsync(survey);
        Assert.Single(Mails.Offered);
        Assert.Equal((DeliveryState.NotSent, StopService.Reason), ((await FindAsync(survey))!.State, (await FindAsync(survey))!.Reason));
    }

    /// <summary>The one who stops is marked first, so it does not matter what else was not done.</summary>
    [Fact]
    public async Task Whoever_is_marked_gets_nothing_even_if_the_delivery_still_waits()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        await ScheduleAsync(survey);
        await survey.Get<RecipientService>().StopAsync("officer-1", TestSurvey.Start, CancellationToken.None);
        await survey.Storage.DeliverQueue.ClearMessagesAsync();

        // The timer sends the lost message again, for one who stopped too.
        Assert.Equal(["r officer-1 2026-10"], await RunAsync(survey));
        Assert.Empty(Mails.Offered);
        Assert.Equal((DeliveryState.NotSent, StopService.Reason), ((await FindAsync(survey))!.State, (await FindAsync(survey))!.Reason));
    }

    [Fact]
    public async Task Whoever_wants_them_again_gets_the_next_one()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        await StopAsync(survey);
        await PutRecipientAsync(survey, "officer-1");
        Assert.Empty(await RunAsync(survey));
        await PutRecipientAsync(survey, "officer-1", restart: true);
        Assert.Equal(["r officer-1 2026-10"], await RunAsync(survey));
        Assert.Single(Mails.Offered);
    }

    [Fact]
    public async Task Whoever_is_not_on_the_list_any_more_has_nothing_left_to_stop()
    {
        await using var survey = await SurveyAsync();
        await StopAsync(survey);
        Assert.Null(await survey.Get<StopService>().FindAsync("officer-1", Signature(survey, "officer-1"), CancellationToken.None));
        Assert.Empty(await survey.Get<RecipientService>().ListAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Looking_stops_nothing()
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        Assert.False((await survey.Get<StopService>().FindAsync("officer-1", Signature(survey, "officer-1"), CancellationToken.None))!.IsStopped);
        Assert.False((await survey.Get<RecipientService>().GetAsync("officer-1", CancellationToken.None)).IsStopped);
    }

    [Theory]
    [InlineData("officer-2")]
    [InlineData("")]
    [InlineData(null)]
    public async Task With_another_signature_nothing_is_shown_or_stopped(string? signedFor)
    {
        await using var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        var signature = signedFor is { Length: > 0 } ? Signature(survey, signedFor) : signedFor;
        foreach (var attempt in new Func<Task>[]
        {
            () => survey.Get<StopService>().StopAsync("officer-1", signature, CancellationToken.None),
            () => survey.Get<StopService>().FindAsync("officer-1", signature, CancellationToken.None),
        })
            Assert.Equal("signature", (await Refused.WithAsync(403, attempt)).Only().Field);
        Assert.False((await survey.Get<RecipientService>().GetAsync("officer-1", CancellationToken.None)).IsStopped);
    }

    private static Task StopAsync(TestSurvey survey) => survey.Get<StopService>().StopAsync("officer-1", Signature(survey, "officer-1"), CancellationToken.None);

    private static string Signature(TestSurvey survey, string recipient) => QueryHelpers.ParseQuery(survey.Get<LinkSigner>().SignStop(recipient))["signature"]!;

    private static Task<IReadOnlyList<Delivery>> ListAsync(TestSurvey survey, string round) => survey.Get<DeliveryService>().ListAsync(round, null, CancellationToken.None);
}
