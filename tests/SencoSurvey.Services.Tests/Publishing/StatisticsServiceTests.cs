using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

public sealed class StatisticsServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_published_is_read_until_it_is_published_again_and_live_figures_show_what_there_is()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await Refused.WithAsync(404, () => ReadAsync(survey, "la/813", live: false));

        await survey.SubmitManyAsync("r", 10, "813");
        await survey.TallyAndPublishAsync("r");
        await ReadAsync(survey, "england", live: false);
        await survey.SubmitManyAsync("r", 2, "813");
        await survey.SubmitManyAsync("r", 3, "202");
        await survey.TallyAndPublishAsync("r");

        var published = await ReadAsync(survey, "la/813", live: false);
        Assert.Equal((10L, false), (published.Build.Responses, published.Live));
        foreach (var (scope, responses) in new[] { ("la/813", 12), ("la/202", 3), ("la/370", 0), ("region/E12000003", 12), ("england", 15) })
        {
            var live = await ReadAsync(survey, scope, live: true);
            Assert.Equal((responses, responses, true, false), (live.Build.Responses, live.Numbers["hoursAllocated"].N, live.Live, live.Final));
        }
    }

    [Fact]
    public async Task A_breakdown_that_was_not_made_is_refused()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        Assert.Equal("by", (await Refused.WithAsync(400, () => ReadAsync(survey, "england", live: true, by: "phase"))).Only().Field);
        await survey.PutRoundAsync("s", round => round with { Questionnaire = "senco-workload-1" });
        var (publication, _) = await survey.Get<StatisticsService>().GetAsync("s", Scope.England, "phase", live: true, CancellationToken.None);
        Assert.Equal(("phase", null), (publication.By?.Question, publication.Breakdowns));
        Assert.Contains("phase", (await Refused.WithAsync(400, () => survey.Get<StatisticsService>().GetAsync("s", Scope.England, "comments", live: true, CancellationToken.None))).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_different_breakdowns_are_crossed_in_either_order_and_nothing_else_is()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("s", round => round with { Questionnaire = "senco-workload-1" });
        foreach (var by in new[] { "phase,schoolPupils", "schoolPupils,phase" }) Assert.Equal("phase,schoolPupils", (await ReadAsync(survey, by)).By?.Question);
        foreach (var by in new[] { "phase,phase", "phase,schoolPupils,roles", "localAuthority,phase", "phase,comments", "phase,", ",", "phase, schoolPupils" })
            Assert.Equal("by", (await Refused.WithAsync(400, () => ReadAsync(survey, by))).Only().Field);

        static async Task<Publication> ReadAsync(TestSurvey survey, string by) => (await survey.Get<StatisticsService>().GetAsync("s", Scope.England, by, live: true, CancellationToken.None)).Publication;
    }

    private static async Task<Publication> ReadAsync(TestSurvey survey, string scope, bool live, string? by = null) =>
        (await survey.Get<StatisticsService>().GetAsync("r", Scope.Parse(scope), by, live, CancellationToken.None)).Publication;
}
