using System.Text;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

/// <summary>Responses of the invited that come in a file.</summary>
public sealed class ImportingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Lines_whose_key_is_a_code_are_taken_and_the_others_are_rejected()
    {
        await using var survey = await SurveyAsync();
        var codes = (await survey.InviteAsync(Inviting.Schools(4))).Issued.Select(issued => issued.Code.Reveal()).ToList();
        var result = await ImportAsync(survey, $"""
            key,hoursAllocated,phase
            {codes[0]},6,
             {codes[1].ToLowerInvariant().Replace('-', ' ')} ,7,primary
            {codes[2]},8,special
            {Core.Invitations.InvitationCode.New().Reveal()},9,
            {Synthetic.NewKey()},9,
            ,9,
            """);
        Assert.Equal(2, result.Accepted);
        Assert.Equal(["4: phase", "5: key", "6: key", "7: key"], result.Rejected.Select(line => $"{line.Line}: {string.Join(' ', line.Errors.Keys)}"));
        Assert.Equal("There is no such invitation.", Assert.Single(result.Rejected[1].Errors["key"]));
        Assert.Equal(
            ["""{"localAuthority":"370","phase":"primary","schoolPupils":1,"hoursAllocated":7}""", """{"localAuthority":"813","phase":"primary","schoolPupils":0,"hoursAllocated":6}"""],
            (await survey.HeldAsync("r")).Select(row => row.Answers).Order(StringComparer.Ordinal));

        // The school may go on from there, and keeps its code.
        Assert.Equal((2, false), ((await survey.AnswerAsync(codes[0], new { hoursAllocated = 5 })) is var (receipt, created) ? receipt.Revision : 0, created));
        await Refused.WithAsync(422, () => survey.InviteAsync(Inviting.Schools(1), reissue: true));
    }

    [Fact]
    public async Task A_file_without_codes_is_refused()
    {
        await using var survey = await SurveyAsync();
        Assert.Equal(("line 1", "Lacks the column 'key'."), (await Refused.WithAsync(422, () => ImportAsync(survey, "localAuthority,hoursAllocated\n813,6"))).Only());
    }

    [Fact]
    public async Task A_code_on_two_lines_is_found_however_it_is_written()
    {
        await using var survey = await SurveyAsync();
        var code = await survey.InviteOneAsync();
        var file = $"key,hoursAllocated\n{code},6\n{code.Replace("-", "", StringComparison.Ordinal)},7\n";
        Assert.Equal(("line 3", "Has the same key as line 2."), (await Refused.WithAsync(400, () => ImportAsync(survey, file))).Only());
        Assert.Empty(await survey.RowsAsync("r"));
    }

    [Fact]
    public async Task What_no_invitation_says_must_have_its_column()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync(change: round => round with { Questionnaire = Synthetic.Questionnaire });
        Assert.Equal(("line 1", "Lacks the column 'hoursAllocated'."), (await Refused.WithAsync(422, () => ImportAsync(survey, "key,ehcp\nx,6"))).Only());
    }

    private static Task<ImportResult> ImportAsync(TestSurvey survey, string csv) =>
        survey.Get<ImportService>().ImportAsync("r", new MemoryStream(Encoding.UTF8.GetBytes(csv)), CancellationToken.None);

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        return survey;
    }
}
