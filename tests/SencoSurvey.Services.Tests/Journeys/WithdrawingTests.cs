using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Journeys;

/// <summary>Withdrawing forgets what was sent in and what was saved.</summary>
public sealed class WithdrawingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_only_saved_is_deleted()
    {
        await using var survey = await SurveyAsync();
        var (senco, other) = (Senco.New(survey), Senco.New(survey));
        await senco.FillAsync();
        await other.FillAsync();

        await senco.WithdrawAsync();

        Assert.Null(await senco.DraftAsync());
        Assert.NotNull(await other.DraftAsync());
        Assert.False(await senco.SendAsync());
        Assert.Empty(await survey.RowsAsync("r"));
    }

    [Fact]
    public async Task What_was_sent_in_and_what_was_changed_since_are_both_forgotten()
    {
        await using var survey = await SurveyAsync();
        var senco = await SentAsync(survey);
        await senco.SaveAsync(("hoursAllocated", "7"));

        await senco.WithdrawAsync();

        var visit = await senco.OpenAsync();
        Assert.Equal((null, null), (visit.Draft, visit.Sent));
        Assert.Equal((ResponseRow.Withdrawn, "", 2), ((await senco.RowAsync()).State, (await senco.RowAsync()).Answers, (await senco.RowAsync()).Revision));
        await survey.TallyChangedAsync("r");
        Assert.Empty(await survey.AssertTalliedAsync("r"));
    }

    [Fact]
    public async Task Withdrawing_through_the_API_forgets_the_draft_as_well()
    {
        await using var survey = await SurveyAsync();
        var senco = await SentAsync(survey);
        await senco.SaveAsync(("hoursAllocated", "7"));
        await survey.WithdrawAsync("r", senco.Key);
        Assert.Null(await senco.DraftAsync());
    }

    [Fact]
    public async Task A_second_press_finds_nothing_more()
    {
        await using var survey = await SurveyAsync();
        var senco = await SentAsync(survey);
        var visit = await senco.OpenAsync();
        await senco.WithdrawAsync();

        await Refused.WithAsync(404, () => survey.Get<JourneyService>().WithdrawAsync(visit, CancellationToken.None));
        await senco.WithdrawAsync();
    }

    [Fact]
    public async Task Afterwards_one_can_take_part_again()
    {
        await using var survey = await SurveyAsync();
        var senco = await SentAsync(survey);
        await senco.WithdrawAsync();

        await senco.FillAsync(la: "370", hours: "9");
        Assert.True((await senco.DraftAsync())!.IsFirst);
        Assert.True(await senco.SendAsync());

        Assert.Equal(3, (await senco.OpenAsync()).Sent!.Revision);
        await survey.TallyChangedAsync("r");
        Assert.Single(await survey.AssertTalliedAsync("r"));
    }

    [Fact]
    public async Task After_the_close_what_was_sent_in_stays()
    {
        await using var survey = await SurveyAsync();
        var senco = await SentAsync(survey);
        await survey.CloseAsync("r");
        await Refused.WithAsync(409, senco.WithdrawAsync);
        Assert.NotNull((await senco.OpenAsync()).Sent);
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        return survey;
    }

    private static async Task<Senco> SentAsync(TestSurvey survey)
    {
        var senco = Senco.New(survey);
        await senco.FillAsync();
        Assert.True(await senco.SendAsync());
        return senco;
    }
}
