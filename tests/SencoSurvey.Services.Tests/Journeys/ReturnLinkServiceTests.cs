using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SencoSurvey.Core;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Tests.Email;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Journeys;

public sealed class ReturnLinkServiceTests(AzuriteFixture azurite)
{
    private const string Address = "ana.secretname@school.example";

    [Fact]
    public async Task The_link_leads_back_to_the_same_answers()
    {
        await using var survey = await SurveyAsync(new() { ["Site:BaseAddress"] = "https://survey.example", ["Drafts:KeepDays"] = "30" });
        var senco = Senco.New(survey);
        await senco.FillAsync();
        var visit = await senco.OpenAsync();

        var link = survey.Get<ReturnLinkService>().For(visit);

        Assert.Equal(new Uri($"https://survey.example/survey/r?return={senco.Key}"), link.Link);
        Assert.Equal(("Synthetic round", new DateOnly(2026, 12, 31), 30), (link.Survey, link.ClosesOn, link.KeepDays));
        var back = await (senco with { Key = link.Link.Query["?return=".Length..] }).OpenAsync();
        Assert.Equal((visit.Reference, visit.Draft!.Version), (back.Reference, back.Draft!.Version));
    }

    [Fact]
    public async Task It_is_mailed_as_text_and_as_HTML()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();

        await senco.MailAsync(Address);

        var link = survey.Get<ReturnLinkService>().For(await senco.OpenAsync()).Link;
        var mail = Assert.Single(await OutboxAsync(survey));
        Assert.Equal((Address, "", "Your link back to the SENCO survey"), (mail.To, mail.ToName, mail.Subject));
        Assert.Contains(link.AbsoluteUri, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link.AbsoluteUri}\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_is_in_no_table_no_queue_no_blob_and_no_log_but_in_the_mail()
    {
        var logs = new CapturedLogs();
        await using var survey = await SurveyAsync(logs: logs);
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.MailAsync(Address);
        await Refused.WithAsync(400, () => senco.MailAsync("ana.secretname"));
        await senco.SendAsync();
        await senco.MailAsync(Address);

        string[] everything = [.. await survey.EverythingAsync(exceptContainer: "outbox"), .. logs.Lines];
        Assert.Contains(everything, text => text.StartsWith("Drafts: ", StringComparison.Ordinal));
        Assert.All(everything, text => Assert.DoesNotContain("secretname", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(everything, text => Assert.DoesNotContain("school.example", text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, (await OutboxAsync(survey)).Count);
    }

    [Fact]
    public async Task The_key_is_in_no_table_no_queue_no_blob_and_no_log_but_in_the_mail()
    {
        var logs = new CapturedLogs();
        await using var survey = await SurveyAsync(logs: logs);
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.SaveAsync(("senSupport", "4"), ("ehcp", "20"));
        await senco.AcceptAsync("ehcp");
        await senco.MailAsync(Address);
        await senco.SendAsync();
        await senco.SaveAsync(("hoursAllocated", "7"));
        await Eventually.IsTrueAsync(async () => (await survey.Storage.TallyQueue.PeekMessagesAsync(1)).Value.Length > 0, "the tally's message");
        string[] before = [.. await survey.EverythingAsync(exceptContainer: "outbox")];
        await senco.WithdrawAsync();

        string[] everything = [.. before, .. await survey.EverythingAsync(exceptContainer: "outbox"), .. logs.Lines];
        Assert.All(["Drafts: ", "Responses: ", "ResponseKeys: ", "tally: "], place => Assert.Contains(everything, text => text.StartsWith(place, StringComparison.Ordinal)));
        Assert.NotEmpty(logs.Lines);
        Assert.All(everything, text => Assert.DoesNotContain(senco.Key, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(everything, text => Assert.DoesNotContain(senco.Key.Replace("-", "", StringComparison.Ordinal), text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Five_mails_are_sent_and_no_sixth()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        for (var number = 1; number <= 5; number++) await senco.MailAsync($"name{number}@school.example");

        var refusal = await Refused.WithAsync(400, () => senco.MailAsync(Address));

        Assert.Equal(("email", "The link was mailed several times already: copy it instead"), refusal.Only());
        Assert.Equal(5, (await OutboxAsync(survey)).Count);
        Assert.Null((await senco.OpenAsync()).Journey.Open);
    }

    [Fact]
    public async Task Of_twenty_at_once_five_are_sent()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        var visit = await senco.OpenAsync();

        var refused = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => senco.MailAsync(visit, Address)))));

        Assert.Equal(15, refused.OfType<Refusal>().Count());
        Assert.Equal(5, (await OutboxAsync(survey)).Count);
    }

    [Fact]
    public async Task The_link_to_what_was_sent_in_is_mailed_too_and_that_is_no_change()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.SendAsync();

        await senco.MailAsync(Address);

        var visit = await senco.OpenAsync();
        Assert.Equal((1, false, 1), (visit.Draft!.Mails, visit.HasUnsent, visit.Sent!.Revision));
        Assert.NotNull((await senco.OpenAsync(withSent: false)).Sent);
        Assert.True(await senco.SendAsync());
        Assert.Equal(1, (await senco.RowAsync()).Revision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana.secretname")]
    [InlineData("Ana <ana.secretname@school.example>")]
    [InlineData("ana.secretname@school.example\r\nBcc: all@school.example")]
    public async Task What_is_no_address_is_refused_at_its_field_and_counts_for_nothing(string address)
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();

        var refusal = await Refused.WithAsync(400, () => senco.MailAsync(address));

        Assert.Equal(("email", "Enter an email address, like name@example.org"), refusal.Only());
        Assert.DoesNotContain("secretname", refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(await OutboxAsync(survey));
        Assert.Equal(0, (await senco.DraftAsync())!.Mails);
    }

    [Fact]
    public async Task Mail_goes_only_to_the_domains_that_are_allowed()
    {
        await using var survey = await SurveyAsync(new() { ["Email:AllowedDomains"] = "authority.example" });
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.MailAsync("ana@authority.example");

        var refusal = await Refused.WithAsync(400, () => senco.MailAsync(Address));

        Assert.Equal(("email", "Mail cannot be sent to this address from here: copy the link instead"), refusal.Only());
        Assert.Equal("ana@authority.example", Assert.Single(await OutboxAsync(survey)).To);
        Assert.Equal(1, (await senco.DraftAsync())!.Mails);
    }

    public static TheoryData<string> Failures => ["refused", "not taken", "in doubt"];

    [Theory, MemberData(nameof(Failures))]
    public async Task A_mail_that_fails_is_said_to_have_failed(string failure)
    {
        var sender = new StubSender
        {
            Answer = _ => failure switch
            {
                "refused" => Task.FromResult(new SendResult("No such mailbox")),
                "not taken" => throw new EmailNotTakenException("Busy"),
                _ => throw new EmailInDoubtException(new IOException("Broken")),
            },
        };
        await using var survey = await SurveyAsync(configure: services => services.Replace(ServiceDescriptor.Singleton<IEmailSender>(sender)));
        var senco = Senco.New(survey);
        await senco.FillAsync();

        var refusal = await Refused.WithAsync(400, () => senco.MailAsync(Address));

        Assert.Equal(("email", "The mail could not be sent: copy the link instead"), refusal.Only());
        Assert.Single(sender.Offered);
        Assert.Null((await senco.OpenAsync()).Journey.Open);
    }

    private async Task<TestSurvey> SurveyAsync(Dictionary<string, string?>? settings = null, CapturedLogs? logs = null, Action<IServiceCollection>? configure = null)
    {
        var survey = await TestSurvey.StartAsync(azurite, settings, configure ?? (logs is null ? null : logs.AddTo));
        await survey.PutRoundAsync("r");
        return survey;
    }

    private static Task<IReadOnlyList<OutboxEntry>> OutboxAsync(TestSurvey survey) => survey.Get<Outbox>().ListAsync(100, CancellationToken.None);
}
