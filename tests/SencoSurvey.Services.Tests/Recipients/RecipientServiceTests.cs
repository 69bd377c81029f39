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
        Assert.True(await recipients.PutAsync("officer-1", Officer, CancellationToken.None));
        Assert.Equal(Officer, await recipients.GetAsync("officer-1", CancellationToken.None));

        var changed = Officer with { Scope = "england", Role = RecipientRole.Leader, Frequency = ReportFrequency.Final };
        Assert.False(await recipients.PutAsync("officer-1", changed, CancellationToken.None));
        Assert.Equal([("officer-1", changed)], await recipients.ListAsync(CancellationToken.None).ToListAsync());

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
        Assert.Equal("scope", (await Refused.WithAsync(422, () => recipients.PutAsync("o", Officer with { Scope = "la/000" }, CancellationToken.None))).Only().Field);
        Assert.Empty(await recipients.ListAsync(CancellationToken.None).ToListAsync());
        Assert.Null(await recipients.FindAsync("o", CancellationToken.None));
        Assert.Null(await recipients.FindAsync("officer\n", CancellationToken.None));
    }
}
