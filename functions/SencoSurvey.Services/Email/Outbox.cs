using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Email;

/// <param name="Id">Sorts by time.</param>
public sealed record OutboxEntry(string Id, DateTimeOffset At, string To, string ToName, string Subject, string Text, string Html)
{
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>Keeps mails instead of sending them, where no mail service is set up.</summary>
public sealed class Outbox(SurveyStorage storage, UkClock clock) : IEmailSender
{
    public async Task<SendResult> SendAsync(Mail mail, CancellationToken cancel)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{clock.Now:yyyyMMdd'T'HHmmssfff}-{Guid.NewGuid():N}");
        var entry = new OutboxEntry(id, clock.Now, mail.To, mail.ToName, mail.Subject, mail.Text, mail.Html) { Attachments = mail.Attachments, Headers = mail.Headers };

        // The name is this mail's own: what it may meet there is itself, sent twice by the storage client.
        await storage.Outbox.GetBlobClient(id).UploadAsync(BinaryData.FromObjectAsJson(entry, JsonSerializerOptions.Web), overwrite: true, cancel);
        return SendResult.Taken;
    }

    /// <summary>The newest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> ListAsync(int most, CancellationToken cancel)
    {
        var names = await storage.Outbox.GetBlobsAsync(new GetBlobsOptions(), cancel).Select(blob => blob.Name).OrderDescending(StringComparer.Ordinal).Take(most).ToListAsync(cancel);
        var entries = new List<OutboxEntry>();
        foreach (var name in names)
            entries.Add((await storage.Outbox.GetBlobClient(name).DownloadContentAsync(cancel)).Value.Content.ToObjectFromJson<OutboxEntry>(JsonSerializerOptions.Web)!);
        return entries;
    }
}
