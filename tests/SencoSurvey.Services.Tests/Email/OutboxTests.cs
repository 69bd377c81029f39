using SencoSurvey.Services.Email;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Email;

public sealed class OutboxTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Mails_are_kept_and_listed_with_the_newest_first()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var outbox = survey.Get<Outbox>();
        Assert.Empty(await outbox.ListAsync(10, CancellationToken.None));
        for (var number = 1; number <= 4; number++)
        {
            Assert.True((await outbox.SendAsync(new Mail($"{number}@example.org", $"Name {number}", $"Subject – {number}", "Text\nof two lines", "<p>“Html”</p>"), CancellationToken.None)).IsTaken);
            survey.Time.Advance(TimeSpan.FromMilliseconds(number == 3 ? 3_600_000 : 1));
        }

        var entries = await outbox.ListAsync(3, CancellationToken.None);
        Assert.Equal(["4@example.org", "3@example.org", "2@example.org"], entries.Select(entry => entry.To));
        Assert.Equal(entries.Select(entry => entry.Id).OrderDescending(StringComparer.Ordinal), entries.Select(entry => entry.Id));
        Assert.Equal(
            (TestSurvey.Start.AddMilliseconds(2), "Name 3", "Subject – 3", "Text\nof two lines", "<p>“Html”</p>"),
            (entries[1].At, entries[1].ToName, entries[1].Subject, entries[1].Text, entries[1].Html));
    }

    [Fact]
    public async Task Headers_and_what_is_attached_are_kept_too()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var mail = new Mail("a@example.org", "A", "Subject", "Text", "Html")
        {
            Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://survey.example/stop/a>" },
            Attachments = [new MailAttachment("table.csv", "text/csv", BinaryData.FromBytes([0, 255, 10]))],
        };
        await survey.Get<Outbox>().SendAsync(mail, CancellationToken.None);
        await survey.Get<Outbox>().SendAsync(new Mail("b@example.org", "B", "Subject", "Text", "Html"), CancellationToken.None);

        var entries = (await survey.Get<Outbox>().ListAsync(10, CancellationToken.None)).ToDictionary(entry => entry.To);
        Assert.Equal(mail.Headers, entries["a@example.org"].Headers);
        var attachment = Assert.Single(entries["a@example.org"].Attachments);
        Assert.Equal(("table.csv", "text/csv", 3), (attachment.Name, attachment.MediaType, attachment.Size));
        Assert.Equal(new byte[] { 0, 255, 10 }, attachment.Content.ToArray());
        Assert.Empty(entries["b@example.org"].Headers);
        Assert.Empty(entries["b@example.org"].Attachments);
    }

    [Fact]
    public async Task A_mail_from_before_there_were_any_is_still_shown()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.Storage.Outbox.UploadBlobAsync("20261005T090000000-old", BinaryData.FromString("""{"id":"20261005T090000000-old","at":"2026-10-05T09:00:00+00:00","to":"a@example.org","toName":"A","subject":"S","text":"T","html":"H"}"""));
        var entry = Assert.Single(await survey.Get<Outbox>().ListAsync(10, CancellationToken.None));
        Assert.Empty(entry.Attachments);
        Assert.Empty(entry.Headers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_hiccup_nobody_notices(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true);
        requests.HiccupAt(1, carriedOut);
        Assert.True((await process.Get<Outbox>().SendAsync(new Mail("a@example.org", "A", "Subject", "Text", "Html"), CancellationToken.None)).IsTaken);
        Assert.Single(await survey.Get<Outbox>().ListAsync(10, CancellationToken.None));
    }
}
