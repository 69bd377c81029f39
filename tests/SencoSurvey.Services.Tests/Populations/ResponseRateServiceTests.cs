using System.Text.Json;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Tests.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Populations;

public sealed class ResponseRateServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Of_the_invited_those_have_answered_whose_code_was_used()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        AssertRate(await RateAsync(survey, "england"), 0, 0, null);
        var issued = (await survey.InviteAsync($"{Inviting.Header}\n123456,813,primary,210\n123457,813,primary,\n123458,813,special,90\n123459,202,,")).Issued;
        var codes = issued.Select(one => one.Code.Reveal()).ToList();
        await survey.AnswerAsync(codes[0], new { hoursAllocated = 3 });
        await survey.AnswerAsync(codes[0], new { hoursAllocated = 4 });
        await survey.AnswerAsync(codes[3], new { phase = "secondary" });

        var england = await RateAsync(survey, "england");
        AssertRate(england, 4, 2, 50.0);
        Assert.Equal([new("primary", 2, 1, 50.0), new("special", 1, 0, 0.0), new("unknown", 1, 1, 100.0)], england.ByPhase.Where(phase => phase.Invited > 0));
        AssertRate(await RateAsync(survey, "region/E12000003"), 3, 1, 100.0 / 3);
        AssertRate(await RateAsync(survey, "la/202"), 1, 1, 100.0);
        AssertRate(await RateAsync(survey, "la/812"), 0, 0, null);

        await survey.WithdrawAsync("r", codes[0]);
        AssertRate(await RateAsync(survey, "la/813"), 3, 1, 100.0 / 3);
    }

    [Fact]
    public async Task In_an_open_round_it_is_tallied_responses_of_the_registers_schools()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1" });
        await SubmitAsync(survey, "813", "primary");
        await SubmitAsync(survey, "813", null);
        await SubmitAsync(survey, "202", "special");
        AssertRate(await RateAsync(survey, "england"), null, 0, null);
        await survey.TallyChangedAsync("r");
        var before = await RateAsync(survey, "england");
        AssertRate(before, null, 3, null);
        Assert.Equal(new PhaseResponseRate("primary", null, 1, null), before.ByPhase[0]);

        await survey.BringRegisterAsync("r", SyntheticRegister.Many(8).Concat(SyntheticRegister.Many(2, from: 8, line => line with { Authority = "202", Phase = "Secondary" })));
        var england = await RateAsync(survey, "england");
        AssertRate(england, 10, 3, 30.0);
        Assert.Equal([new("primary", 8, 1, 12.5), new("secondary", 2, 0, 0.0), new("special", 0, 1, null), new("unknown", 0, 1, null)], england.ByPhase.Where(phase => phase is not { Invited: 0, Responded: 0 }));
        AssertRate(await RateAsync(survey, "la/813"), 8, 2, 25.0);
        AssertRate(await RateAsync(survey, "region/E12000007"), 2, 1, 50.0);
    }

    [Fact]
    public async Task A_questionnaire_that_does_not_ask_for_the_kind_of_school_gives_the_whole_alone()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.SubmitManyAsync("r", 2);
        await survey.TallyChangedAsync("r");
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(8));
        var rate = await RateAsync(survey, "england");
        AssertRate(rate, 8, 2, 25.0);
        Assert.Empty(rate.ByPhase);
    }

    [Fact]
    public async Task There_is_none_of_a_round_that_there_is_not()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await Refused.WithAsync(404, () => RateAsync(survey, "england"));
    }

    private static Task<ResponseRate> RateAsync(TestSurvey survey, string scope) => survey.Get<ResponseRateService>().GetAsync("r", Scope.Parse(scope), CancellationToken.None);

    private static async Task SubmitAsync(TestSurvey survey, string authority, string? phase)
    {
        var answers = new Dictionary<string, string> { ["localAuthority"] = authority };
        if (phase is not null) answers["phase"] = phase;
        await survey.Get<ResponseService>().SubmitAsync("r", Synthetic.NewKey(), JsonSerializer.SerializeToElement(answers), CancellationToken.None);
    }

    private static void AssertRate(ResponseRate rate, long? invited, long responded, double? percent) => Assert.Equal((invited, responded, percent), (rate.Invited, rate.Responded, rate.Rate));
}
