using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

/// <summary>What the mail service certainly did not take is tried again, later and later.</summary>
public sealed class RetryTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    private const string Busy = "SendGrid answered 503.";

    [Fact]
    public async Task A_mail_that_was_not_taken_waits_longer_each_time_until_it_is_sent()
    {
        await using var survey = await BusyAsync();
        foreach (var (attempt, minutes) in new[] { (1, 1), (2, 4), (3, 16) })
        {
            await survey.Storage.DeliverQueue.ClearMessagesAsync();
            await SendAsync(survey);
            var next = survey.Time.GetUtcNow().AddMinutes(minutes);
            await AssertAsync(survey, DeliveryState.Pending, attempt, Busy, next);
            Assert.Equal(1, await survey.QueueLengthAsync(QueueNames.Deliver));

            // What comes before its time changes nothing.
            survey.Time.SetUtcNow(next.AddSeconds(-1));
            await SendAsync(survey);
            await AssertAsync(survey, DeliveryState.Pending, attempt, Busy, next);
            Assert.Equal(attempt, Mails.Offered.Count);
            survey.Time.SetUtcNow(next);
        }

        Mails.Answer = _ => Task.FromResult(SendResult.Taken);
        await SendAsync(survey);
        await SendAsync(survey);
        await AssertAsync(survey, DeliveryState.Sent, attempts: 4, reason: null, next: null);
        Assert.Equal(4, Mails.Offered.Count);
    }

    [Fact]
    public async Task A_message_before_its_time_is_replaced_by_one_at_its_time()
    {
        await using var survey = await BusyAsync();
        await SendAsync(survey);
        await survey.Storage.DeliverQueue.ClearMessagesAsync();
        await SendAsync(survey);
        Assert.Equal(1, await survey.QueueLengthAsync(QueueNames.Deliver));
        Assert.Empty((await survey.Storage.DeliverQueue.ReceiveMessagesAsync(32)).Value);
        Assert.Single(Mails.Offered);
    }

    [Fact]
    public async Task It_waits_as_long_as_the_mail_service_asks()
    {
        await using var survey = await BusyAsync(TimeSpan.FromMinutes(90));
        await SendAsync(survey);
        await AssertAsync(survey, DeliveryState.Pending, attempts: 1, Busy, survey.Time.GetUtcNow().AddMinutes(90));
    }

    [Fact]
    public async Task After_twenty_tries_it_is_given_up_and_left_to_the_coordinator()
    {
        await using var survey = await BusyAsync();
        for (var attempt = 1; attempt <= 20; attempt++)
        {
            await SendAsync(survey);
            survey.Time.Advance(TimeSpan.FromHours(6));
        }

        await AssertAsync(survey, DeliveryState.Refused, attempts: 20, $"Given up after 20 tries. {Busy}", next: null);
        await SendAsync(survey);
        Assert.Equal(20, Mails.Offered.Count);
    }

    [Fact]
    public async Task What_nobody_expected_is_not_swallowed()
    {
        await using var survey = await BusyAsync();
        Mails.Answer = _ => throw new InvalidOperationException("A mistake of ours.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(survey));
    }

    /// <summary>The message at hand is not deleted by a host that died: it comes again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_killed_at_any_request_leaves_a_message_or_a_delivery_in_doubt(bool carriedOut)
    {
        await using var survey = await BusyAsync();
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, configure: UseStub);
        for (var number = 1; ; number++)
        {
            var recipient = $"officer-{number + 1}";
            await PutRecipientAsync(survey, recipient, $"{recipient}@example.org");
            await ScheduleAsync(survey);
            await survey.Storage.DeliverQueue.ClearMessagesAsync();
            requests.KillAt(number, carriedOut);
            var wasKilled = await Record.ExceptionAsync(() => SendAsync(process, recipient)) is KilledException;
            survey.Time.Advance(TimeSpan.FromSeconds(30));
            if (wasKilled) await SendAsync(survey, recipient);
            var state = (await FindAsync(survey, recipient))!.State;
            Assert.True(state == DeliveryState.Sending || (state == DeliveryState.Pending && await survey.QueueLengthAsync(QueueNames.Deliver) > 0), $"Killed at {number}, it is {state} without a message.");
            if (!wasKilled) return;
        }
    }

    private static async Task AssertAsync(TestSurvey survey, DeliveryState state, int attempts, string? reason, DateTimeOffset? next)
    {
        var delivery = (await FindAsync(survey))!;
        Assert.Equal((state, attempts, reason, next), (delivery.State, delivery.Attempts, delivery.Reason, delivery.NextTryAt));
    }

    /// <summary>One delivery waits to be sent, and its message was taken; the mail service takes nothing.</summary>
    private async Task<TestSurvey> BusyAsync(TimeSpan? retryAfter = null)
    {
        var survey = await SurveyAsync();
        await PutRecipientAsync(survey, "officer-1");
        await ScheduleAsync(survey);
        await survey.Storage.DeliverQueue.ClearMessagesAsync();
        Mails.Answer = _ => throw new EmailNotTakenException(Busy, retryAfter: retryAfter);
        return survey;
    }
}
