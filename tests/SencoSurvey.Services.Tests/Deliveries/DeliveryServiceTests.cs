using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Email;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

public sealed class DeliveryServiceTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    [Fact]
    public async Task The_coordinator_sees_every_delivery_of_a_round_and_why_it_was_not_sent()
    {
        await using var survey = await SurveyAsync();
        await PublishAsync(survey, "s");
        foreach (var id in new[] { "busy", "doubt", "refused", "taken" }) await PutRecipientAsync(survey, id, $"{id}@example.org");
        await PutRecipientAsync(survey, "outside", "outside@school.example");
        Mails.Answer = mail => mail.To.Split('@')[0] switch
        {
            "busy" => throw new EmailNotTakenException("SendGrid answered 429."),
            "doubt" => throw new EmailInDoubtException(new IOException()),
            "refused" => Task.FromResult(new SendResult("SendGrid answered 400")),
            _ => Task.FromResult(SendResult.Taken),
        };
        await RunAsync(survey);

        var deliveries = await ListAsync(survey, null);
        Assert.Equal(
            [
                ("busy", DeliveryState.Pending, 1, "SendGrid answered 429."),
                ("doubt", DeliveryState.InDoubt, 1, "The mail service did not answer: the mail may have been sent."),
                ("outside", DeliveryState.NotSent, 0, "The domain is not on the allow-list (Email:AllowedDomains)."),
                ("refused", DeliveryState.Refused, 1, "SendGrid answered 400"),
                ("taken", DeliveryState.Sent, 1, null),
            ],
            deliveries.Select(delivery => (delivery.Id.Recipient, delivery.State, delivery.Attempts, delivery.Reason)));
        Assert.All(deliveries, delivery => Assert.Equal(("r", "2026-10", TestSurvey.Start), (delivery.Id.Round, delivery.Id.Period, delivery.ChangedAt)));
        Assert.Equal([TestSurvey.Start.AddMinutes(1), null, null, null, null], deliveries.Select(delivery => delivery.NextTryAt));
        foreach (var state in Enum.GetValues<DeliveryState>()) Assert.Equal(deliveries.Where(delivery => delivery.State == state), await ListAsync(survey, state));
    }

    [Fact]
    public async Task A_round_that_there_is_not_is_refused()
    {
        await using var survey = await SurveyAsync();
        await Refused.WithAsync(404, () => survey.Get<DeliveryService>().ListAsync("nosuch", null, CancellationToken.None));
    }

    private static Task<IReadOnlyList<Delivery>> ListAsync(TestSurvey survey, DeliveryState? state) => survey.Get<DeliveryService>().ListAsync("r", state, CancellationToken.None);
}
