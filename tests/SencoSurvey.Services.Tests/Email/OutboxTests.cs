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
