using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Tests.Email;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

/// <summary>What the tests of deliveries share: a round with a publication, recipients, and a mail service.</summary>
public abstract class DeliveryTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, string?> Settings = new() { ["Email:AllowedDomains"] = "example.org" };

    private protected StubSender Mails { get; } = new();

    private protected async Task<TestSurvey> SurveyAsync(Action<IServiceCollection>? configure = null)
    {
        var survey = await EmptyAsync(configure);
        await PublishAsync(survey, "r");
        return survey;
    }

    /// <summary>Without a round.</summary>
    private protected Task<TestSurvey> EmptyAsync(Action<IServiceCollection>? configure = null) => TestSurvey.StartAsync(azurite, Settings, configure: services =>
    {
        UseStub(services);
        configure?.Invoke(services);
    });

    private protected void UseStub(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IEmailSender>(Mails));

    /// <summary>Makes a round with a publication.</summary>
    private protected static async Task PublishAsync(TestSurvey survey, string round)
    {
        await survey.PutRoundAsync(round, definition => definition with { MinimumBase = 1, MinimumCell = 1 });
        await survey.SubmitAsync(round, Synthetic.NewKey());
        await survey.TallyAndPublishAsync(round);
    }

    private protected static async Task CloseAsync(TestSurvey survey, string round)
    {
        await survey.CloseAsync(round);
        await survey.PublishAsync(round);
    }

    private protected static Task PutRecipientAsync(TestSurvey survey, string id, string email = "officer@example.org", ReportFrequency frequency = ReportFrequency.Monthly, string scope = "la/813", RecipientRole role = RecipientRole.Officer, bool restart = false) =>
        survey.Get<RecipientService>().PutAsync(id, new Recipient(email, "An Officer", scope, role, frequency), restart, CancellationToken.None);

    private protected static Task ScheduleAsync(TestSurvey survey) => survey.Get<ReportScheduler>().ScheduleAsync(CancellationToken.None);

    private protected static Task SendAsync(TestSurvey survey, string recipient = "officer-1", string period = "2026-10") =>
        survey.Get<ReportSender>().SendAsync(new DeliveryId("r", recipient, period), CancellationToken.None);

    private protected static Task<Delivery?> FindAsync(TestSurvey survey, string recipient = "officer-1", string period = "2026-10") =>
        survey.Get<DeliveryStore>().FindAsync(new DeliveryId("r", recipient, period), CancellationToken.None);

    /// <summary>Runs the report timer, then handles every message there is once, as the queue does.</summary>
    /// <returns>The periods and recipients that messages came for.</returns>
    private protected static async Task<IReadOnlyList<string>> RunAsync(TestSurvey survey)
    {
        await ScheduleAsync(survey);
        var handled = new List<string>();
        while ((await survey.Storage.DeliverQueue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                var delivery = JsonSerializer.Deserialize<DeliverMessage>(message.MessageText, JsonSerializerOptions.Web)!;
                handled.Add($"{delivery.Round} {delivery.Recipient} {delivery.Period}");
                await Record.ExceptionAsync(() => survey.Get<ReportSender>().SendAsync(delivery.Id(), CancellationToken.None));
                await survey.Storage.DeliverQueue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return [.. handled.Order(StringComparer.Ordinal)];
    }
}
