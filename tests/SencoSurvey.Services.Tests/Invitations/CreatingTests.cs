using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

public sealed class CreatingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_school_of_the_file_gets_a_code_in_the_files_order_and_what_is_known_of_it_is_kept()
    {
        await using var survey = await SurveyAsync();
        var result = await survey.InviteAsync("phase,urn,schoolPupils,localAuthority\nprimary, 234567 ,0210.0,813\n,123456,, 370 \nspecial,345678,,202\n");
        Assert.Equal(3, result.Invitations);
        Assert.Equal([new("234567", "813", "primary", "210"), new("123456", "370"), new("345678", "202", "special")], result.Issued.Select(issued => issued.Invitation));
        Assert.Equal(3, result.Issued.Select(issued => issued.Code.Reveal()).Distinct().Count());
        await survey.AssertInvitedAsync(result.Issued);
        Assert.Equal(3, (await survey.InvitationRowsAsync()).Count(row => row.GetBoolean("Used") == false));
    }

    [Fact]
    public async Task Only_URN_and_authority_are_needed()
    {
        await using var survey = await SurveyAsync();
        var issued = Assert.Single((await survey.InviteAsync("urn,localAuthority\n123456,813")).Issued);
        Assert.Equal(new Invitation("123456", "813"), issued.Invitation);
        await survey.AssertInvitedAsync([issued]);
    }

    [Fact]
    public async Task A_dry_run_counts_and_stores_nothing()
    {
        await using var survey = await SurveyAsync();
        var result = await survey.InviteAsync(Inviting.Schools(60), dryRun: true);
        Assert.Equal(60, result.Invitations);
        Assert.Empty(result.Issued);
        Assert.Empty(await survey.InvitationRowsAsync());
        await Refused.WithAsync(422, () => survey.InviteAsync("urn,localAuthority\n1,813", dryRun: true));
    }

    [Theory]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(151)]
    public async Task Files_that_do_and_do_not_fill_their_transactions_are_stored_whole(int schools)
    {
        await using var survey = await SurveyAsync();
        await survey.AssertInvitedAsync((await survey.InviteAsync(Inviting.Schools(schools))).Issued);
    }

    [Fact]
    public async Task Two_thousand_schools_are_invited_and_then_the_next_ones()
    {
        await using var survey = await SurveyAsync();
        var first = (await survey.InviteAsync(Inviting.Schools(2000))).Issued;
        Assert.Equal(2000, first.Count);
        var second = (await survey.InviteAsync(Inviting.Schools(10, from: 2000))).Issued;
        await survey.AssertInvitedAsync([.. first, .. second]);
    }

    [Fact]
    public async Task Rounds_have_invitations_of_their_own()
    {
        await using var survey = await SurveyAsync();
        await survey.PutInvitedRoundAsync("next");
        var code = Assert.Single((await survey.InviteAsync("urn,localAuthority\n123456,813")).Issued).Code;
        await survey.InviteAsync("urn,localAuthority\n123456,813", round: "next");
        Assert.NotNull(await survey.FindInvitationAsync(code));
        Assert.Null(await survey.FindInvitationAsync(code, "next"));
    }

    [Fact]
    public async Task Schools_are_invited_before_a_round_opens_but_not_once_it_is_closed()
    {
        await using var survey = await SurveyAsync();
        await survey.PutInvitedRoundAsync("planned", round => round with { OpensOn = new DateOnly(2026, 12, 1) });
        Assert.Equal(1, (await survey.InviteAsync("urn,localAuthority\n123456,813", round: "planned")).Invitations);

        await survey.CloseAsync("r");
        Assert.Equal("round", (await Refused.WithAsync(409, () => survey.InviteAsync("urn,localAuthority\n123456,813"))).Only().Field);
        Assert.Empty(await survey.InvitationRowsAsync());
    }

    [Fact]
    public async Task Nobody_is_invited_to_a_round_for_anyone_or_to_none()
    {
        await using var survey = await SurveyAsync();
        await survey.PutRoundAsync("open");
        Assert.Equal("access", (await Refused.WithAsync(409, () => survey.InviteAsync("urn,localAuthority\n123456,813", round: "open"))).Only().Field);
        await Refused.WithAsync(404, () => survey.InviteAsync("urn,localAuthority\n123456,813", round: "nosuch"));
    }

    [Fact]
    public async Task What_no_longer_fits_the_rounds_questionnaire_is_passed_over()
    {
        await using var survey = await SurveyAsync();
        var invitation = Assert.Single((await survey.InviteAsync($"{Inviting.Header}\n123456,813,primary,210\n")).Issued).Invitation;
        var workload = survey.Get<Core.Questionnaires.IQuestionnaires>().Find("senco-workload-1")!;
        Assert.Equal(["localAuthority", "phase", "schoolPupils"], invitation.AnswersTo(workload).Keys);
        Assert.Equal(["localAuthority"], invitation.AnswersTo(survey.Questionnaire).Keys);
        Assert.Equal(["localAuthority"], (invitation with { Phase = "playgroup", SchoolPupils = "20001" }).AnswersTo(workload).Keys);
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        return survey;
    }
}
