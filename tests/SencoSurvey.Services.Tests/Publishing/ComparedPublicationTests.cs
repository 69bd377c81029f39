using System.Text.Json;
using SencoSurvey.Core.Publications;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Tests.Populations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

/// <summary>North Lincolnshire (813) and Camden (202) lie in two regions. All answers and schools are synthetic.</summary>
public sealed class ComparedPublicationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task In_an_open_round_figures_are_weighted_by_the_schools_of_its_register()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1" });
        await survey.BringRegisterAsync("r", [.. SyntheticRegister.Many(30), .. SyntheticRegister.Many(10, from: 30, line => line with { Phase = "Secondary" }), .. SyntheticRegister.Many(500, from: 40, line => line with { Authority = "202" })]);
        await AnswerAsync(survey, "primary", little: 5, enough: 15);
        await AnswerAsync(survey, "secondary", little: 15, enough: 5);
        await survey.TallyAndPublishAsync("r");

        var published = (await survey.FindPublicationAsync("r", "la/813"))!;
        Assert.Equal((50.0, 37.5, "phase"), (published.Indicators["belowMinimumTime"].Percent!.Value, published.Indicators["belowMinimumTime"].Weighted!.Percent, published.Indicators["belowMinimumTime"].Weighted!.By.Single()));
        Assert.Equal((40L, true), (published.Representation!.Schools, published.Representation.Doubtful));
        Assert.Equal((540L, null), ((await survey.FindPublicationAsync("r", "england"))!.Representation!.Schools, published.Base.Invited));
    }

    [Fact]
    public async Task A_place_stands_beside_the_rest_of_England_where_that_is_enough()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.SubmitManyAsync("r", 10, "813");
        await survey.SubmitManyAsync("r", 5, "202");
        await survey.TallyAndPublishAsync("r");
        Assert.Null(await OthersAsync(survey, "la/813")); // It is all of England: the others are too few.

        await survey.SubmitManyAsync("r", 15, "202");
        await survey.TallyAndPublishAsync("r");
        Assert.Null(await OthersAsync(survey, "la/813")); // It was not published again.
        Assert.Null(await OthersAsync(survey, "england"));
        foreach (var scope in new[] { "la/202", "region/E12000007" })
        {
            var others = (await OthersAsync(survey, scope))!;
            Assert.Equal(("the rest of England", 10L, 10L), (others.Who, others.Count, others.Base));
            Assert.Equal(-25, others.Difference, 1e-9);
        }
    }

    private static async Task<OthersShare?> OthersAsync(TestSurvey survey, string scope) => (await survey.FindPublicationAsync("r", scope))!.Indicators["belowMinimumTime"].Others;

    private static async Task AnswerAsync(TestSurvey survey, string phase, int little, int enough) => await Task.WhenAll(Enumerable.Range(0, little + enough).Select(number => survey.Get<ResponseService>().SubmitAsync(
        "r", Synthetic.NewKey(), JsonSerializer.SerializeToElement(new { localAuthority = "813", phase, hoursAllocated = number < little ? 5 : 12 }), CancellationToken.None)));
}
