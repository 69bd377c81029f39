using Microsoft.AspNetCore.Http.HttpResults;
using SencoSurvey.Services.Email;
using SencoSurvey.Web.Pages;

namespace SencoSurvey.LocalHost.Dev;

/// <summary>Shows the mails that would have been sent. Of the local host only: it asks for no key.</summary>
internal static class OutboxEndpoints
{
    private const int Most = 50;

    public static void MapOutbox(this WebApplication app)
    {
        app.MapGet("/dev/outbox.json", async (Outbox outbox, HttpContext http) => Results.Json(await outbox.ListAsync(Most, http.RequestAborted)));
        app.MapGet("/dev/outbox", async (Outbox outbox, HttpContext http) =>
        {
            var mails = (await outbox.ListAsync(Most, http.RequestAborted)).Select(Shown).ToList();
            return new RazorComponentResult<OutboxPage>(new { Mails = mails });
        });
    }

    private static OutboxMail Shown(OutboxEntry mail) => new(mail.Id, mail.At, mail.To, mail.Subject, mail.Text, mail.Html)
    {
        Attachments = [.. mail.Attachments.Select(attachment => new OutboxAttachment(attachment.Name, attachment.Size))],
        Headers = mail.Headers,
    };
}
