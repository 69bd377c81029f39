using System.Text.Json;
using SencoSurvey.Core.Invitations;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

/// <summary>What an invitation's code opens, and what the school need not say.</summary>
public sealed class OpeningTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_code_opens_one_response_to_give_change_read_and_withdraw()
    {
        await using var survey = await SurveyAsync();
        var code = await survey.InviteOneAsync();
        var responses = survey.Get<ResponseService>();
        await Refused.WithAsync(404, () => responses.GetAsync("r", code, CancellationToken.None));

        var (receipt, created) = await survey.AnswerAsync(code, new { hoursAllocated = 6 });
        Assert.Equal((1, true), (receipt.Revision, created));
        var (again, createdAgain) = await survey.AnswerAsync(code.ToLowerInvariant().Replace('-', ' '), new { hoursAllocated = 6 });
        Assert.Equal((JsonSerializer.Serialize(receipt), false), (JsonSerializer.Serialize(again), createdAgain));
        Assert.Equal("""{"localAuthority":"813","phase":"primary","schoolPupils":210,"hoursAllocated":6}""", (await responses.GetAsync("r", code, CancellationToken.None)).Answers.GetRawText());
        await survey.AnswerAsync(code, new { localAuthority = "813", phase = "primary", schoolPupils = 210, hoursAllocated = 7 });
        Assert.Contains("\"hoursAllocated\":7", Assert.Single(await survey.HeldAsync("r")).Answers, StringComparison.Ordinal);

        await responses.WithdrawAsync("r", code, CancellationToken.None);
        Assert.Empty(await survey.HeldAsync("r"));
        Assert.True((await survey.AnswerAsync(code, new { hoursAllocated = 8 })).Created);
    }

    [Fact]
    public async Task What_the_invitation_says_counts_and_what_contradicts_it_is_refused()
    {
        await using var survey = await SurveyAsync();
        var code = await survey.InviteOneAsync();
        var refusal = await Refused.WithAsync(422, () => survey.AnswerAsync(code, new { localAuthority = "370", phase = "secondary", schoolPupils = 211, hoursAllocated = 6 }));
        Assert.Equal(["localAuthority", "phase", "schoolPupils"], refusal.Errors.ByField.Keys);
        Assert.Equal("The invitation says 813: leave it out, or give the same.", Assert.Single(refusal.Errors.ByField["localAuthority"]));
        Assert.Empty(await survey.RowsAsync("r"));

        await survey.AnswerAsync(code, new { hoursAllocated = 6 });
        await survey.TallyAndPublishAsync("r");
        Assert.Equal(1, (await survey.FindPublicationAsync("r", "la/813"))?.Base.Responses);
        Assert.Equal(210, (await survey.FindPublicationAsync("r", "la/813"))!.Numbers["schoolPupils"].Mean);
    }

    [Fact]
    public async Task What_it_does_not_say_is_asked()
    {
        await using var survey = await SurveyAsync();
        var code = Assert.Single((await survey.InviteAsync("urn,localAuthority\n123456,813")).Issued).Code.Reveal();
        await survey.AnswerAsync(code, new { phase = "special" });
        Assert.Equal("""{"localAuthority":"813","phase":"special"}""", Assert.Single(await survey.HeldAsync("r")).Answers);
    }

    [Fact]
    public async Task Whatever_is_no_code_of_the_round_is_told_the_same()
    {
        await using var survey = await SurveyAsync();
        await survey.PutInvitedRoundAsync("other");
        var ofOther = Assert.Single((await survey.InviteAsync("urn,localAuthority\n123456,813", round: "other")).Issued).Code.Reveal();
        var refusals = new List<Core.Refusal>();
        foreach (var key in new[] { "secret", Synthetic.NewKey(), InvitationCode.New().Reveal(), ofOther, "123456" }) refusals.Add(await Refused.WithAsync(403, () => survey.AnswerAsync(key, new { })));
        Assert.Equal(("Response-Key", "There is no such invitation."), Assert.Single(refusals.Select(refusal => refusal.Only()).Distinct()));
        foreach (var key in new[] { null, "" }) await Refused.WithAsync(401, () => survey.AnswerAsync(key!, new { }));
        Assert.Empty(await survey.RowsAsync("r"));
    }

    [Fact]
    public async Task In_a_round_for_anyone_a_code_is_no_key()
    {
        await using var survey = await SurveyAsync();
        await survey.PutRoundAsync("open");
        Assert.Contains("UUID", (await Refused.WithAsync(403, () => survey.SubmitAsync("open", InvitationCode.New().Reveal()))).Only().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_round_is_closed_a_code_only_reads()
    {
        await using var survey = await SurveyAsync();
        var code = await survey.InviteOneAsync();
        await survey.AnswerAsync(code, new { });
        await survey.CloseAsync("r");
        await Refused.WithAsync(409, () => survey.AnswerAsync(code, new { hoursAllocated = 6 }));
        await Refused.WithAsync(409, () => survey.Get<ResponseService>().WithdrawAsync("r", code, CancellationToken.None));
        Assert.Equal(1, (await survey.Get<ResponseService>().GetAsync("r", code, CancellationToken.None)).Revision);
    }

    [Fact]
    public async Task An_invitation_is_marked_as_used_by_the_first_answer_and_is_not_written_again()
    {
        await using var survey = await SurveyAsync();
        var code = await survey.InviteOneAsync();
        await Refused.WithAsync(422, () => survey.AnswerAsync(code, new { shoeSize = 44 }));
        Assert.DoesNotContain(await survey.InvitationRowsAsync(), row => row.GetBoolean("Used") == true);

        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        var writes = new List<string>();
        requests.Before = request =>
        {
            if (request.Method != "GET" && request.Target.StartsWith("Invitations", StringComparison.Ordinal)) writes.Add(request.Target);
            return Task.CompletedTask;
        };
        foreach (var hours in new[] { 6, 7, 7, 8 }) await process.AnswerAsync(code, new { hoursAllocated = hours });
        Assert.Single(writes);
        Assert.Single(await survey.InvitationRowsAsync(), row => row.GetBoolean("Used") == true);
        Assert.Equal(new("123456", "813", "primary", "210"), (await survey.Get<ResponseAccess>().OpenAsync(await survey.RoundAsync("r"), code, CancellationToken.None)).Invitation);
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync(change: round => round with { MinimumBase = 1, MinimumCell = 1 });
        return survey;
    }
}
