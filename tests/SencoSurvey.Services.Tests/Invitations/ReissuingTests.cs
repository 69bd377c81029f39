using SencoSurvey.Services.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

public sealed class ReissuingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_school_that_is_invited_already_is_refused_unless_it_is_to_get_a_new_code()
    {
        await using var survey = await SurveyAsync();
        var first = (await survey.InviteAsync(Inviting.Schools(3))).Issued;
        var refusal = await Refused.WithAsync(422, () => survey.InviteAsync($"{Inviting.Header}\n200000,813,,\n100001,813,,\n"));
        var (field, message) = refusal.Only();
        Assert.Equal("line 3", field);
        Assert.Contains("Is invited already; with reissue=true", message, StringComparison.Ordinal);
        await survey.AssertInvitedAsync(first);
    }

    [Fact]
    public async Task A_new_code_comes_with_what_is_known_now_and_the_old_one_stops_working()
    {
        await using var survey = await SurveyAsync();
        var first = (await survey.InviteAsync(Inviting.Schools(120))).Issued;
        var again = (await survey.InviteAsync($"{Inviting.Header}\n{string.Join('\n', first.Take(110).Select(one => $"{one.Invitation.Urn},202,,"))}\n200000,813,,\n", reissue: true)).Issued;
        Assert.Equal(111, again.Count);
        await survey.AssertInvitedAsync([.. again, .. first.Skip(110)]);
        Assert.All(again.Take(110), one => Assert.Equal(("202", null), (one.Invitation.LocalAuthority, one.Invitation.Phase)));
        Assert.Null(await survey.FindInvitationAsync(first[0].Code));
        await Refused.WithAsync(403, () => survey.AnswerAsync(first[0].Code.Reveal(), new { }));
    }

    [Fact]
    public async Task A_code_that_was_used_is_not_replaced()
    {
        await using var survey = await SurveyAsync();
        var first = (await survey.InviteAsync(Inviting.Schools(3))).Issued;
        await survey.AnswerAsync(first[1].Code.Reveal(), new { });
        foreach (var reissue in new[] { false, true })
        {
            var refusal = await Refused.WithAsync(422, () => survey.InviteAsync(Inviting.Schools(3), reissue));
            Assert.Contains("has used its code", Assert.Single(refusal.Errors.ByField["line 3"]), StringComparison.Ordinal);
            Assert.Equal(reissue ? 1 : 3, refusal.Errors.ByField.Count);
        }

        // Withdrawn or not: what was given with it may be given again.
        await survey.Get<Services.Responses.ResponseService>().WithdrawAsync("r", first[1].Code.Reveal(), CancellationToken.None);
        await Refused.WithAsync(422, () => survey.InviteAsync(Inviting.Schools(3), reissue: true));
        await survey.AssertInvitedAsync(first);
    }

    [Fact]
    public async Task A_dry_run_replaces_nothing()
    {
        await using var survey = await SurveyAsync();
        var first = (await survey.InviteAsync(Inviting.Schools(3))).Issued;
        Assert.Equal(3, (await survey.InviteAsync(Inviting.Schools(3), reissue: true, dryRun: true)).Invitations);
        await survey.AssertInvitedAsync(first);
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        return survey;
    }
}
