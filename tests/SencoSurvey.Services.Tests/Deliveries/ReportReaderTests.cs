using System.Text.Json;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Tests.Invitations;
using SencoSurvey.Services.Tests.Populations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

/// <summary>What a mail says depends on who reads it, and of which scope.</summary>
public sealed class ReportReaderTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    [Fact]
    public async Task An_officer_is_told_how_many_schools_of_each_kind_answered_and_a_leader_what_to_ask()
    {
        await using var survey = await AnnualAsync();
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(30).Concat(SyntheticRegister.Many(20, from: 30, line => line with { Phase = "Secondary" })).Concat(SyntheticRegister.Many(7, from: 50, line => line with { Authority = "370" })));
        var officer = await SentAsync(survey, "officer-1", RecipientRole.Officer);
        Assert.Contains("12 responses, beside 50 schools in the school register (24.0%).", officer, StringComparison.Ordinal);
        Assert.Contains("Primary, infant, junior or first 30 schools; responses: 12; 40.0%", officer, StringComparison.Ordinal);
        Assert.Contains("Secondary or upper 20 schools; responses: –", officer, StringComparison.Ordinal);
        Assert.DoesNotContain("Is the SENCO a qualified teacher?", officer, StringComparison.Ordinal);

        var leader = await SentAsync(survey, "leader-1", RecipientRole.Leader);
        Assert.Contains("Is the SENCO a qualified teacher?", leader, StringComparison.Ordinal);
        Assert.DoesNotContain("Who is missing", leader, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region/E12000003", "Yorkshire and The Humber", 57)]
    [InlineData("england", "England", 60)]
    public async Task A_region_and_England_have_their_recipients_too(string scope, string name, int schools)
    {
        await using var survey = await AnnualAsync();
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(50).Concat(SyntheticRegister.Many(7, from: 50, line => line with { Authority = "370" })).Concat(SyntheticRegister.Many(3, from: 57, line => line with { Authority = "202" })));
        await PutRecipientAsync(survey, "officer-1", scope: scope);
        await RunAsync(survey);
        var mail = Assert.Single(Mails.Offered);
        Assert.StartsWith($"{name}: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"beside {schools} schools in the school register", Words(mail), StringComparison.Ordinal);
        Assert.Equal($"senco-r-{scope.Replace('/', '-')}.csv", Assert.Single(mail.Attachments).Name);
    }

    [Fact]
    public async Task In_a_round_by_invitation_the_invited_are_who_might_have_answered()
    {
        await using var survey = await EmptyAsync();
        await survey.PutInvitedRoundAsync();
        var issued = (await survey.InviteAsync($"{Inviting.Header}\n{string.Join('\n', Enumerable.Range(123456, 15).Select(urn => $"{urn},813,primary,"))}")).Issued;
        foreach (var one in issued.Take(12)) await survey.AnswerAsync(one.Code.Reveal(), new { hoursAllocated = 3 });
        await survey.TallyAndPublishAsync("r");
        Assert.Contains("12 responses from 15 schools invited (80.0%).", await SentAsync(survey, "officer-1", RecipientRole.Officer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_register_an_officer_is_told_that_schools_are_not_known()
    {
        await using var survey = await AnnualAsync();
        Assert.Contains("How many schools there are is not known in this round, so there is no response rate.", await SentAsync(survey, "officer-1", RecipientRole.Officer), StringComparison.Ordinal);
    }

    /// <summary>A round of the annual questionnaire, published on twelve responses from primary schools of North Lincolnshire.</summary>
    private async Task<TestSurvey> AnnualAsync()
    {
        var survey = await EmptyAsync();
        await survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1" });
        var answers = JsonSerializer.SerializeToElement(new { localAuthority = "813", phase = "primary", hoursAllocated = 3 });
        for (var number = 0; number < 12; number++) await survey.Get<ResponseService>().SubmitAsync("r", Synthetic.NewKey(), answers, CancellationToken.None);
        await survey.TallyAndPublishAsync("r");
        return survey;
    }

    private async Task<string> SentAsync(TestSurvey survey, string id, RecipientRole role)
    {
        await PutRecipientAsync(survey, id, role: role);
        await RunAsync(survey);
        return Words(Mails.Offered.Last());
    }

    private static string Words(Mail mail) => string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
