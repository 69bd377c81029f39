using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Reports;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Deliveries;

/// <summary>
/// Sends one delivery, once. The row says "sending" before the mail is handed over, so that a message that comes twice, or a crash in between, cannot make
/// two mails of it. What was certainly not taken goes back to "pending" and is tried again; what is in doubt is not.
/// </summary>
public sealed partial class ReportSender(
    RoundService rounds,
    RecipientService recipients,
    PublicationStore publications,
    DeliveryStore deliveries,
    IReportMailRenderer renderer,
    IEmailSender email,
    LinkSigner links,
    IOptions<SiteOptions> site,
    IOptions<EmailOptions> emailOptions,
    UkClock clock,
    ILogger<ReportSender> logger)
{
    /// <summary>Longer than any hand-over takes: whoever claimed the delivery before then is gone.</summary>
    private static readonly TimeSpan HandOverTakesAtMost = TimeSpan.FromMinutes(5);

    /// <exception cref="EmailNotTakenException">To be tried again: the queue does.</exception>
    public async Task SendAsync(DeliveryId id, CancellationToken cancel)
    {
        if (await deliveries.FindAsync(id, cancel) is not { } delivery) return;
        if (delivery.State == DeliveryState.Sending && clock.Now - delivery.ChangedAt > HandOverTakesAtMost)
        {
            await FinishAsync(delivery, DeliveryState.InDoubt, "The sender stopped while handing it over.", cancel);
            return;
        }

        if (delivery.State != DeliveryState.Pending) return;
        if (await recipients.FindAsync(id.Recipient, cancel) is not { } recipient)
        {
            await FinishAsync(delivery, DeliveryState.NotSent, "The recipient was deleted.", cancel);
            return;
        }

        if (!emailOptions.Value.Allows(recipient.Email))
        {
            await FinishAsync(delivery, DeliveryState.NotSent, "The domain is not on the allow-list (Email:AllowedDomains).", cancel);
            return;
        }

        if (await MailAsync(id, recipient, cancel) is not { } mail)
        {
            await FinishAsync(delivery, DeliveryState.NotSent, "The publication was withdrawn.", cancel);
            return;
        }

        if (await deliveries.TryChangeAsync(delivery, DeliveryState.Sending, clock.Now, null, cancel) is { } claimed) await HandOverAsync(claimed, mail, cancel);
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
            await FinishAsync(delivery, DeliveryState.Pending, exception.Message, CancellationToken.None);
            throw;
        }
        catch (EmailInDoubtException exception)
        {
            await FinishAsync(delivery, DeliveryState.InDoubt, exception.Message, CancellationToken.None);
        }
    }

    private async Task<Mail?> MailAsync(DeliveryId id, Recipient recipient, CancellationToken cancel)
    {
        var scope = Scope.Parse(recipient.Scope);
        if (await publications.FindAsync(await rounds.GetAsync(id.Round, cancel), scope, cancel) is not { } publication) return null;
        var (query, expires) = links.Sign(scope);
        var link = new Uri(new Uri(site.Value.BaseAddress), $"/reports/{id.Round}/{scope.Id}?{query}");
        var report = await renderer.RenderAsync(ReportContent.Of(publication), link, DateOnly.FromDateTime(expires.UtcDateTime));
        return new Mail(recipient.Email, recipient.Name, report.Subject, report.Text, report.Html);
    }

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
}
