using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

/// <summary>A mail says what changed since the one that the same recipient was sent last in the same round.</summary>
public sealed class SinceLastReportTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    private const string Title = "Since your last report";

    private static readonly DateTimeOffset November = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_first_report_says_nothing_of_it_and_the_next_what_came_since()
    {
        await using var survey = await TenAsync();
        await PutRecipientAsync(survey, "officer-1");
        Assert.DoesNotContain(Title, (await SentAsync(survey)).Text, StringComparison.Ordinal);
        Assert.StartsWith("la-813-0001-", (await FindAsync(survey))!.Publication, StringComparison.Ordinal);

        survey.Time.SetUtcNow(November);
        await SubmitAsync(survey, 12, hours: 20);
        await survey.TallyAndPublishAsync("r");
        var mail = await SentAsync(survey);
        Assert.Contains("12 more responses than on 5 October 2026: 22 now, 10 then.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Less than 1.5 days a week for the role\n  45.5% of 22 now, 100.0% of 10 then", mail.Text, StringComparison.Ordinal);
        Assert.Contains("100.0% of&#xA0;10", mail.Html, StringComparison.Ordinal);
        Assert.StartsWith("la-813-0002-", (await FindAsync(survey, period: "2026-11"))!.Publication, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_too_few_came_nothing_is_new()
    {
        await using var survey = await TenAsync();
        await PutRecipientAsync(survey, "officer-1");
        await SentAsync(survey);
        survey.Time.SetUtcNow(November);
        await SubmitAsync(survey, 9, hours: 20);
        await survey.TallyAndPublishAsync("r");
        Assert.Contains("Nothing new was published since 5 October 2026", (await SentAsync(survey)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_final_report_says_that_figures_stand_where_few_came_at_the_end()
    {
        await using var survey = await TenAsync();
        await PutRecipientAsync(survey, "officer-1");
        await SentAsync(survey);
        await SubmitAsync(survey, 4, hours: 20);
        await CloseAsync(survey, "r");
        var mail = await SentAsync(survey);
        Assert.Contains("final report", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("The figures of 5 October 2026 stand, and are final now.", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(" now, ", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_never_arrived_is_none_to_compare_with()
    {
        await using var survey = await TenAsync();
        await PutRecipientAsync(survey, "officer-1");
        Mails.Answer = _ => throw new EmailInDoubtException(new IOException());
        await SentAsync(survey);
        Assert.Equal(DeliveryState.InDoubt, (await FindAsync(survey))!.State);
        Assert.Null(await survey.Get<DeliveryStore>().LastSentAsync("r", "officer-1", CancellationToken.None));

        Mails.Answer = _ => Task.FromResult(SendResult.Taken);
        survey.Time.SetUtcNow(November);
        await SubmitAsync(survey, 12, hours: 20);
        await survey.TallyAndPublishAsync("r");
        Assert.DoesNotContain(Title, (await SentAsync(survey)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_of_another_scope_since_starts_anew()
    {
        await using var survey = await TenAsync();
        await PutRecipientAsync(survey, "officer-1");
        await SentAsync(survey);
        survey.Time.SetUtcNow(November);
        await SubmitAsync(survey, 12, hours: 20);
        await survey.TallyAndPublishAsync("r");
        await PutRecipientAsync(survey, "officer-1", scope: "england");
        var mail = await SentAsync(survey);
        Assert.StartsWith("England: ", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_recipients_reports_are_not_anothers_whose_id_begins_alike()
    {
        await using var survey = await TenAsync();
        await PutRecipientAsync(survey, "officer-1");
        await RunAsync(survey);
        foreach (var id in new[] { "officer-10", "officer", "officer-1-b" }) Assert.Null(await survey.Get<DeliveryStore>().LastSentAsync("r", id, CancellationToken.None));
        Assert.Null(await survey.Get<DeliveryStore>().LastSentAsync("s", "officer-1", CancellationToken.None));
        Assert.Equal("2026-10", (await survey.Get<DeliveryStore>().LastSentAsync("r", "officer-1", CancellationToken.None))!.Id.Period);
    }

    [Fact]
    public async Task A_publication_is_read_by_its_name_after_another_took_its_place_and_not_once_it_is_below_the_minimum_base()
    {
        await using var survey = await TenAsync();
        await PutRecipientAsync(survey, "officer-1");
        await RunAsync(survey);
        var name = (await FindAsync(survey))!.Publication!;
        await SubmitAsync(survey, 12, hours: 20);
        await survey.TallyAndPublishAsync("r");

        await using var another = survey.Another();
        Assert.Equal(10, (await another.Get<PublicationStore>().FindByNameAsync(await survey.RoundAsync("r"), name, CancellationToken.None))!.Base.Responses);
        Assert.Null(await another.Get<PublicationStore>().FindByNameAsync(await survey.RoundAsync("r"), "la-813-0009-nosuch", CancellationToken.None));
        await survey.PutRoundAsync("r", round => round with { MinimumBase = 11 });
        Assert.Null(await another.Get<PublicationStore>().FindByNameAsync(await another.RoundAsync("r"), name, CancellationToken.None));
    }

    /// <summary>A round with a publication of ten responses.</summary>
    private async Task<TestSurvey> TenAsync()
    {
        var survey = await EmptyAsync();
        await survey.PutRoundAsync("r", round => round with { MinimumCell = 1 });
        await SubmitAsync(survey, 10, hours: 6);
        await survey.TallyAndPublishAsync("r");
        return survey;
    }

    private static async Task SubmitAsync(TestSurvey survey, int count, decimal hours) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => survey.SubmitAsync("r", Synthetic.NewKey(), hours: hours)));

    /// <summary>The one mail that is sent now.</summary>
    private async Task<Mail> SentAsync(TestSurvey survey)
    {
        var before = Mails.Offered.Count;
        await RunAsync(survey);
        return Assert.Single(Mails.Offered.Skip(before));
    }
}
