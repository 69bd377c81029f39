using SencoSurvey.Services.Recipients;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Recipients;

public sealed class RecipientServiceTests(AzuriteFixture azurite)
{
    private static readonly Recipient Officer = new("officer@example.org", "Ana O’Ficer", "la/813", RecipientRole.Officer, ReportFrequency.Monthly);

    [Fact]
    public async Task A_recipient_is_listed_changed_and_deleted()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var recipients = survey.Get<RecipientService>();
        Assert.Equal((new ListedRecipient("officer-1", Officer, StoppedAt: null, TestSurvey.Start, TestSurvey.Start), true), await PutAsync(survey, Officer));
        Assert.Equal(Officer, (await recipients.GetAsync("officer-1", CancellationToken.None)).Recipient);

        var changed = Officer with { Scope = "england", Role = RecipientRole.Leader, Frequency = ReportFrequency.Final };
        Assert.Equal((new ListedRecipient("officer-1", changed, StoppedAt: null, TestSurvey.Start, TestSurvey.Start), false), await PutAsync(survey, changed));
        Assert.Equal([new ListedRecipient("officer-1", changed, StoppedAt: null, TestSurvey.Start, TestSurvey.Start)], await recipients.ListAsync(CancellationToken.None).ToListAsync());

        await recipients.DeleteAsync("officer-1", CancellationToken.None);
        await Refused.WithAsync(404, () => recipients.GetAsync("officer-1", CancellationToken.None));
        await Refused.WithAsync(404, () => recipients.DeleteAsync("officer-1", CancellationToken.None));
    }

    [Theory]
    [InlineData("", null, "id")]
    [InlineData("Officer", null, "id")]
    [InlineData("officer\n", null, "id")]
    [InlineData("a/b", null, "id")]
    [InlineData("o", "", "email")]
    [InlineData("o", "officer", "email")]
    [InlineData("o", "officer@localhost", "email")]
    [InlineData("o", "Ana <officer@example.org>", "email")]
    [InlineData("o", "officer@example.org\n", "email")]
    [InlineData("o", "officer@example.org,other@example.org", "email")]
    public void A_recipient_that_breaks_a_rule_is_told_which(string id, string? email, string field) =>
        Assert.Equal(field, Assert.Single(RecipientRules.Check(id, Officer with { Email = email ?? Officer.Email }).ByField).Key);

    [Fact]
    public async Task A_recipient_that_breaks_a_rule_is_refused_and_not_stored()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var recipients = survey.Get<RecipientService>();
        Assert.Equal("scope", (await Refused.WithAsync(422, () => recipients.PutAsync("o", Officer with { Scope = "la/000" }, restart: false, CancellationToken.None))).Only().Field);
        Assert.Empty(await recipients.ListAsync(CancellationToken.None).ToListAsync());
        Assert.Null(await recipients.FindAsync("o", CancellationToken.None));
        Assert.Null(await recipients.FindAsync("officer\n", CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_stopped_stays_stopped_whatever_is_changed_until_they_are_restarted()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var recipients = survey.Get<RecipientService>();
        await PutAsync(survey, Officer);
        await recipients.StopAsync("officer-1", TestSurvey.Start, CancellationToken.None);
        await recipients.StopAsync("officer-1", TestSurvey.Start.AddDays(1), CancellationToken.None);
        Assert.Equal(new ListedRecipient("officer-1", Officer, TestSurvey.Start, TestSurvey.Start, TestSurvey.Start), await recipients.GetAsync("officer-1", CancellationToken.None));

        var changed = Officer with { Email = "another@example.org" };
        Assert.Equal((new ListedRecipient("officer-1", changed, TestSurvey.Start, TestSurvey.Start, TestSurvey.Start), false), await PutAsync(survey, changed));
        Assert.True((await recipients.GetAsync("officer-1", CancellationToken.None)).IsStopped);

        Assert.Equal((new ListedRecipient("officer-1", changed, StoppedAt: null, TestSurvey.Start, TestSurvey.Start), false), await PutAsync(survey, changed, restart: true));
        Assert.False((await recipients.GetAsync("officer-1", CancellationToken.None)).IsStopped);
    }

    [Fact]
    public async Task Since_when_they_are_listed_and_since_when_under_this_address_is_kept()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await PutAsync(survey, Officer);
        survey.Time.Advance(TimeSpan.FromDays(1));
        var renamed = (await PutAsync(survey, Officer with { Name = "Another" })).Listed;
        Assert.Equal((TestSurvey.Start, TestSurvey.Start), (renamed.AddedAt, renamed.AddressSince));
        var moved = (await PutAsync(survey, Officer with { Email = "another@example.org" })).Listed;
        Assert.Equal((TestSurvey.Start, TestSurvey.Start.AddDays(1)), (moved.AddedAt, moved.AddressSince));
        Assert.Equal(moved, await survey.Get<RecipientService>().GetAsync("officer-1", CancellationToken.None));
    }

    [Fact]
    public async Task Stopping_someone_who_is_not_on_the_list_puts_nobody_on_it()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.Get<RecipientService>().StopAsync("officer-1", TestSurvey.Start, CancellationToken.None);
        Assert.Empty(await survey.Get<RecipientService>().ListAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_change_at_the_same_moment_does_not_start_whoever_stops()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await PutAsync(survey, Officer);
        for (var round = 0; round < 10; round++)
        {
            var changes = Enumerable.Range(0, 4).Select(number => Task.Run(() => PutAsync(survey, Officer with { Name = $"Name {number}" })));
            await Task.WhenAll([.. changes, Task.Run(() => survey.Get<RecipientService>().StopAsync("officer-1", TestSurvey.Start, CancellationToken.None))]);
            Assert.True((await survey.Get<RecipientService>().GetAsync("officer-1", CancellationToken.None)).IsStopped);
            await PutAsync(survey, Officer, restart: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_hiccup_at_any_request_nobody_notices(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true);
        for (var number = 1; ; number++)
        {
            requests.HiccupAt(number, carriedOut);
            var id = $"officer-{number}";
            Assert.True((await PutAsync(process, Officer, id: id)).Created);
            await process.Get<RecipientService>().StopAsync(id, TestSurvey.Start, CancellationToken.None);
            Assert.Equal((new ListedRecipient(id, Officer with { Name = "Another" }, TestSurvey.Start, TestSurvey.Start, TestSurvey.Start), false), await PutAsync(process, Officer with { Name = "Another" }, id: id));
            if (requests.Count < number) return;
        }
    }

    private static Task<(ListedRecipient Listed, bool Created)> PutAsync(TestSurvey survey, Recipient recipient, bool restart = false, string id = "officer-1") =>
        survey.Get<RecipientService>().PutAsync(id, recipient, restart, CancellationToken.None);
}
