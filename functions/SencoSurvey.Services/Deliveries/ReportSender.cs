using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Deliveries;

/// <summary>
/// Sends one delivery, once. The row says "sending" before the mail is handed over, so that a message that comes twice, or a crash in between, cannot make
/// two mails of it. What was certainly not taken goes back to "pending" and is tried again after a pause (<see cref="RetryPlan"/>); what is in doubt is not.
/// </summary>
public sealed partial class ReportSender(
    RecipientService recipients,
    DeliveryStore deliveries,
    ReportMailWriter mails,
    IEmailSender email,
    MessageQueue<DeliverMessage> queue,
    IOptions<EmailOptions> emailOptions,
    UkClock clock,
    ILogger<ReportSender> logger)
{
    /// <summary>Longer than any hand-over takes: whoever claimed the delivery before then is gone.</summary>
    private static readonly TimeSpan HandOverTakesAtMost = TimeSpan.FromMinutes(5);

    public async Task SendAsync(DeliveryId id, CancellationToken cancel)
    {
        if (await deliveries.FindAsync(id, cancel) is not { } delivery) return;
        if (delivery.State == DeliveryState.Sending && clock.Now - delivery.ChangedAt > HandOverTakesAtMost)
        {
            await FinishAsync(delivery, DeliveryState.InDoubt, "The sender stopped while handing it over.", cancel);
            return;
        }

        if (delivery.State != DeliveryState.Pending) return;
        if (delivery.NextTryAt is { } next && next > clock.Now)
        {
            // Its own message may have been lost with a host that died, so this one takes its place.
            await queue.SendLaterAsync(DeliverMessage.For(id), next - clock.Now, cancel);
            return;
        }

        var listed = await recipients.FindAsync(id.Recipient, cancel);
        if (Obstacle(listed) is { } obstacle) await FinishAsync(delivery, DeliveryState.NotSent, obstacle, cancel);
        else if (await mails.WriteAsync(id, listed!.Recipient, cancel) is not { } report) await FinishAsync(delivery, DeliveryState.NotSent, "The publication was withdrawn.", cancel);
        else if (await deliveries.TryChangeAsync(delivery, DeliveryState.Sending, clock.Now, null, cancel, publication: report.Publication) is { } claimed) await HandOverAsync(claimed, report.Mail, cancel);
    }

    private async Task HandOverAsync(Delivery delivery, Mail mail, CancellationToken cancel)
    {
        try
        {
            var result = await email.SendAsync(mail, cancel);

            // From here the mail is out, whatever happens to the host: the row is written even if it is being stopped.
            await FinishAsync(delivery, result.IsTaken ? DeliveryState.Sent : DeliveryState.Refused, result.Reason, CancellationToken.None);
        }
        catch (EmailNotTakenException exception)
        {
            await PutOffAsync(delivery, exception);
        }
        catch (EmailInDoubtException exception)
        {
            await FinishAsync(delivery, DeliveryState.InDoubt, exception.Message, CancellationToken.None);
        }
    }

    /// <summary>Not by failing: the queue's own tries come seconds apart, and would all be used up before a mail service is back.</summary>
    private async Task PutOffAsync(Delivery delivery, EmailNotTakenException exception)
    {
        if (RetryPlan.PauseAfter(delivery.Attempts, exception.RetryAfter) is not { } pause)
        {
            await FinishAsync(delivery, DeliveryState.Refused, $"Given up after {delivery.Attempts} tries. {exception.Message}", CancellationToken.None);
            return;
        }

        // The row first: should the host die before the message is sent, the one at hand comes again and finds when to try.
        var next = clock.Now + pause;
        if (await deliveries.TryChangeAsync(delivery, DeliveryState.Pending, clock.Now, exception.Message, CancellationToken.None, next) is null) return;
        await queue.SendLaterAsync(DeliverMessage.For(delivery.Id), pause, CancellationToken.None);
        LogPutOff(delivery.Id.Round, delivery.Id.Recipient, delivery.Id.Period, delivery.Attempts, RetryPlan.MostAttempts, next, exception.Message);
    }

    /// <summary>Why this recipient is not written to; null for nothing.</summary>
    private string? Obstacle(ListedRecipient? listed) => listed switch
    {
        null => "The recipient was deleted.",
        { IsStopped: true } => StopService.Reason,
        _ when !emailOptions.Value.Allows(listed.Recipient.Email) => "The domain is not on the allow-list (Email:AllowedDomains).",
        _ => null,
    };

    private async Task FinishAsync(Delivery delivery, DeliveryState state, string? reason, CancellationToken cancel)
    {
        await deliveries.TryChangeAsync(delivery, state, clock.Now, reason, cancel);
        if (state == DeliveryState.Sent) LogSent(delivery.Id.Round, delivery.Id.Recipient, delivery.Id.Period);
        else LogNotSent(delivery.Id.Round, delivery.Id.Recipient, delivery.Id.Period, state, reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Report of {Round} for recipient {Recipient}, {Period}: sent")]
    private partial void LogSent(string round, string recipient, string period);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Report of {Round} for recipient {Recipient}, {Period}: {State}. {Reason}")]
    private partial void LogNotSent(string round, string recipient, string period, DeliveryState state, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Report of {Round} for recipient {Recipient}, {Period}: not taken, attempt {Attempt} of {Most}; next at {Next:u}. {Reason}")]
    private partial void LogPutOff(string round, string recipient, string period, int attempt, int most, DateTimeOffset next, string reason);
}
