using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

public sealed class ReportSenderTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    [Fact]
    public async Task A_report_goes_to_its_recipient_with_a_link_that_opens_its_page()
    {
        await using var survey = await ScheduledAsync();
        await SendAsync(survey);
        var mail = Assert.Single(Mails.Offered);
        Assert.Equal(("officer@example.org", "An Officer"), (mail.To, mail.ToName));
        Assert.Contains("North Lincolnshire", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("http://localhost:7071/reports/r/la/813?expires=", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html", mail.Html, StringComparison.OrdinalIgnoreCase);
        await AssertAsync(survey, DeliveryState.Sent, attempts: 1, reason: null);
    }

    [Fact]
    public async Task Messages_for_one_delivery_at_once_make_one_mail()
    {
        await using var survey = await ScheduledAsync();
        await using var another = survey.Another(configure: UseStub);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => SendAsync(number % 2 == 0 ? survey : another))));
        Assert.Single(Mails.Offered);
        await AssertAsync(survey, DeliveryState.Sent, attempts: 1, reason: null);
    }

    [Fact]
    public async Task A_message_without_a_delivery_does_nothing()
    {
        await using var survey = await ScheduledAsync();
        await SendAsync(survey, recipient: "nobody");
        Assert.Empty(Mails.Offered);
    }

    [Fact]
    public async Task A_recipient_who_was_deleted_is_not_written_to()
    {
        await using var survey = await ScheduledAsync();
        await survey.Get<RecipientService>().DeleteAsync("officer-1", CancellationToken.None);
        await SendAsync(survey);
        Assert.Empty(Mails.Offered);
        await AssertAsync(survey, DeliveryState.NotSent, attempts: 0, "The recipient was deleted.");
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_allow_list_is_not_written_to()
    {
        await using var survey = await ScheduledAsync(email: "head@school.example");
        await SendAsync(survey);
        Assert.Empty(Mails.Offered);
        await AssertAsync(survey, DeliveryState.NotSent, attempts: 0, "The domain is not on the allow-list (Email:AllowedDomains).");
    }

    [Fact]
    public async Task A_publication_that_cannot_be_read_any_more_is_not_sent()
    {
        await using var survey = await ScheduledAsync();
        await survey.PutRoundAsync("r", round => round with { MinimumBase = 2 });
        await SendAsync(survey);
        Assert.Empty(Mails.Offered);
        await AssertAsync(survey, DeliveryState.NotSent, attempts: 0, "The publication was withdrawn.");
    }

    [Fact]
    public async Task A_mail_that_may_have_been_taken_is_not_sent_again()
    {
        await using var survey = await ScheduledAsync();
        Mails.Answer = _ => throw new EmailInDoubtException(new IOException());
        await SendAsync(survey);
        await AssertAsync(survey, DeliveryState.InDoubt, attempts: 1, "The mail service did not answer: the mail may have been sent.");

        Mails.Answer = _ => Task.FromResult(SendResult.Taken);
        await SendAsync(survey);
        await RunAsync(survey);
        Assert.Single(Mails.Offered);
    }

    [Fact]
    public async Task A_sender_who_was_killed_while_handing_over_leaves_it_in_doubt_after_five_minutes()
    {
        await using var survey = await ScheduledAsync();
        Mails.Answer = _ => throw new KilledException();
        await Assert.ThrowsAsync<KilledException>(() => SendAsync(survey));
        await AssertAsync(survey, DeliveryState.Sending, attempts: 1, reason: null);

        Mails.Answer = _ => Task.FromResult(SendResult.Taken);
        survey.Time.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(survey);
        await AssertAsync(survey, DeliveryState.Sending, attempts: 1, reason: null);
        survey.Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(survey);
        await AssertAsync(survey, DeliveryState.InDoubt, attempts: 1, "The sender stopped while handing it over.");
        Assert.Single(Mails.Offered);
    }

    [Fact]
    public async Task One_refused_address_stops_nobody_else()
    {
        await using var survey = await ScheduledAsync();
        await PutRecipientAsync(survey, "refused", "refused@example.org");
        await PutRecipientAsync(survey, "busy", "busy@example.org");
        await PutRecipientAsync(survey, "last", "last@example.org");
        Mails.Answer = mail => mail.To switch
        {
            "refused@example.org" => Task.FromResult(new SendResult("SendGrid answered 400 about to")),
            "busy@example.org" => throw new EmailNotTakenException("SendGrid answered 429."),
            _ => Task.FromResult(SendResult.Taken),
        };
        await RunAsync(survey);
        Assert.Equal(DeliveryState.Sent, (await FindAsync(survey))!.State);
        Assert.Equal(DeliveryState.Sent, (await FindAsync(survey, "last"))!.State);
        Assert.Equal((DeliveryState.Refused, "SendGrid answered 400 about to"), ((await FindAsync(survey, "refused"))!.State, (await FindAsync(survey, "refused"))!.Reason));

        // The refused one stays refused; the busy one's is sent when its time has come.
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        Mails.Answer = _ => Task.FromResult(SendResult.Taken);
        Assert.Equal(["r busy 2026-10"], await RunAsync(survey));
        Assert.Equal(DeliveryState.Sent, (await FindAsync(survey, "busy"))!.State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sender_killed_at_any_request_never_makes_two_mails(bool carriedOut)
    {
        await using var survey = await ScheduledAsync();
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, configure: UseStub);
        for (var number = 1; ; number++)
        {
            var recipient = $"officer-{number + 1}";
            await PutRecipientAsync(survey, recipient, $"{recipient}@example.org");
            await ScheduleAsync(survey);
            requests.KillAt(number, carriedOut);
            var wasKilled = await Record.ExceptionAsync(() => SendAsync(process, recipient)) is KilledException;

            await SendAsync(survey, recipient);
            survey.Time.Advance(TimeSpan.FromMinutes(6));
            await SendAsync(survey, recipient);
            var mails = Mails.Offered.Count(mail => mail.To == $"{recipient}@example.org");
            var state = (await FindAsync(survey, recipient))!.State;
            Assert.True(state == DeliveryState.Sent ? mails == 1 : state == DeliveryState.InDoubt && mails <= 1, $"Killed at {number}, it is {state} with {mails} mails.");
            if (!wasKilled) return;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_hiccup_at_any_request_nobody_notices(bool carriedOut)
    {
        await using var survey = await ScheduledAsync();
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true, configure: UseStub);
        for (var number = 1; ; number++)
        {
            var recipient = $"officer-{number + 1}";
            await PutRecipientAsync(survey, recipient, $"{recipient}@example.org");
            await ScheduleAsync(survey);
            requests.HiccupAt(number, carriedOut);
            await SendAsync(process, recipient);
            Assert.Single(Mails.Offered, mail => mail.To == $"{recipient}@example.org");
            Assert.Equal(DeliveryState.Sent, (await FindAsync(survey, recipient))!.State);
            if (requests.Count < number) return;
        }
    }

    private static async Task AssertAsync(TestSurvey survey, DeliveryState state, int attempts, string? reason)
    {
        var delivery = (await FindAsync(survey))!;
        Assert.Equal((state, attempts, reason), (delivery.State, delivery.Attempts, delivery.Reason));
    }

    /// <summary>One delivery waits to be sent.</summary>
    private async Task<TestSurvey> ScheduledAsync(string email = "officer@example.org")
    {
        var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1", email);
        await ScheduleAsync(survey);
        return survey;
    }
}
