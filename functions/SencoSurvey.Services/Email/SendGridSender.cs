using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace SencoSurvey.Services.Email;

/// <summary>Sends through SendGrid's v3 API. https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send</summary>
public sealed class SendGridSender(HttpClient http, IOptions<EmailOptions> email, IOptions<SendGridOptions> sendGrid, UkClock clock) : IEmailSender
{
    public async Task<SendResult> SendAsync(Mail mail, CancellationToken cancel)
    {
        // No retries in the client: the queue retries, and the delivery row knows what was tried.
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = sendGrid.Value.ApiKey, Host = sendGrid.Value.Host });
        var message = Message(mail);
        Response response;
        try
        {
            response = await client.SendEmailAsync(message, cancel);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new EmailNotTakenException("The mail service cannot be reached.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            throw new EmailInDoubtException(exception);
        }

        if (response.IsSuccessStatusCode) return SendResult.Taken;
        return response.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => new SendResult($"SendGrid answered {(int)response.StatusCode}{await FieldsAsync(response, cancel)}"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new EmailNotTakenException($"SendGrid answered {(int)response.StatusCode}: check the setting SendGrid:ApiKey and the sender's verification."),
            _ => throw new EmailNotTakenException($"SendGrid answered {(int)response.StatusCode}.", retryAfter: RetryAfter(response)),
        };
    }

    /// <summary>Seconds, or a moment (RFC 9110, section 10.2.3).</summary>
    private TimeSpan? RetryAfter(Response response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.Now,
        _ => null,
    };

    private SendGridMessage Message(Mail mail)
    {
        var message = MailHelper.CreateSingleEmail(new EmailAddress(email.Value.From, email.Value.FromName), new EmailAddress(mail.To, mail.ToName), mail.Subject, mail.Text, mail.Html);
        foreach (var attachment in mail.Attachments) message.AddAttachment(attachment.Name, Convert.ToBase64String(attachment.Content.ToMemory().Span), attachment.MediaType, "attachment");
        foreach (var (name, value) in mail.Headers) message.AddGlobalHeader(name, value);

        // SendGrid would rewrite links to its own host, add a picture, and put a stop link of its own in place of ours: no third party is told who reads what.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }

    /// <summary>Which fields SendGrid objects to. Its messages may quote the address, so they are left out.</summary>
    private static async Task<string> FieldsAsync(Response response, CancellationToken cancel)
    {
        try
        {
            using var body = JsonDocument.Parse(await response.Body.ReadAsStringAsync(cancel));
            return $" about {string.Join(", ", body.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()))}";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
