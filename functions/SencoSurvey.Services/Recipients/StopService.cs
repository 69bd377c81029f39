using Microsoft.Extensions.Logging;
using SencoSurvey.Core;
using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Links;

namespace SencoSurvey.Services.Recipients;

/// <summary>Lets a recipient stop the reports by the link in each mail: no account, no delay, as often as they like.</summary>
public sealed partial class StopService(RecipientService recipients, DeliveryStore deliveries, LinkSigner links, UkClock clock, ILogger<StopService> logger)
{
    /// <summary>Why a delivery was not sent.</summary>
    public const string Reason = "The recipient stopped the reports.";

    /// <returns>Null when they are not on the list any more: nothing is left to stop.</returns>
    /// <exception cref="Refusal">403: the link was not made here, or is for something else.</exception>
    public async Task<ListedRecipient?> FindAsync(string recipient, string? signature, CancellationToken cancel)
    {
        if (!links.VerifyStop(recipient, signature)) throw Refusal.Field(403, "The link does not work.", "signature", "Copy the whole link from the mail, or ask whoever runs the survey for you.");
        return await recipients.FindAsync(recipient, cancel);
    }

    /// <summary>Nothing is sent from now on, nor what was waiting to be sent. A mail that is being handed over at this moment still goes.</summary>
    /// <exception cref="Refusal">403: as above.</exception>
    public async Task StopAsync(string recipient, string? signature, CancellationToken cancel)
    {
        if (await FindAsync(recipient, signature, cancel) is not { } listed) return;
        await recipients.StopAsync(listed.Id, clock.Now, cancel);

        // Each of them would be found out when its turn comes; the coordinator is to see it now.
        await foreach (var delivery in deliveries.PendingAsync(listed.Id, cancel)) await deliveries.TryChangeAsync(delivery, DeliveryState.NotSent, clock.Now, Reason, cancel);
        if (!listed.IsStopped) LogStopped(listed.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Recipient {Recipient} stopped the reports")]
    private partial void LogStopped(string recipient);
}
