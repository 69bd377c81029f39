using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Rebuilding;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Rebuilding;

public sealed class RebuildServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_rebuild_counts_every_partition_anew_and_finds_the_same_bytes()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { Buckets = 2 });
        foreach (var la in new[] { "813", "370", "202" }) await survey.SubmitManyAsync("r", 6, la);
        await survey.TallyChangedAsync("r");
        var before = await TalliesAsync(survey);

        survey.Time.Advance(TimeSpan.FromHours(1));
        var rebuild = survey.Get<RebuildService>();
        var id = await rebuild.StartAsync("r", CancellationToken.None);
        var started = await rebuild.StatusAsync("r", id, CancellationToken.None);
        Assert.Equal(new RebuildStatus("running", started.Partitions, 0), started);
        Assert.InRange(started.Partitions, 3, 6);

        survey.Time.Advance(TimeSpan.FromSeconds(1));
        await survey.TallyChangedAsync("r");
        Assert.Equal(new RebuildStatus("done", started.Partitions, started.Partitions), await rebuild.StatusAsync("r", id, CancellationToken.None));
        Assert.Equal(before, await TalliesAsync(survey));
        await survey.AssertTalliedAsync("r");
    }

    [Fact]
    public async Task A_rebuild_repairs_a_tally_that_went_wrong_and_shows_how_far_it_is()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        foreach (var la in new[] { "813", "370" }) await survey.SubmitManyAsync("r", 2, la);
        await survey.TallyChangedAsync("r");
        await survey.Storage.Tallies.DeleteEntityAsync("r|813|0", "tally");

        survey.Time.Advance(TimeSpan.FromHours(1));
        var rebuild = survey.Get<RebuildService>();
        var id = await rebuild.StartAsync("r", CancellationToken.None);
        await survey.TallyAsync(new("r", "813", 0));
        Assert.Equal(new RebuildStatus("running", 2, 1), await rebuild.StatusAsync("r", id, CancellationToken.None));
        await survey.TallyAsync(new("r", "370", 0));
        Assert.Equal(new RebuildStatus("done", 2, 2), await rebuild.StatusAsync("r", id, CancellationToken.None));
        await survey.AssertTalliedAsync("r");
    }

    [Fact]
    public async Task A_rebuild_of_a_round_without_responses_is_done_at_once()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        var rebuild = survey.Get<RebuildService>();
        Assert.Equal(new RebuildStatus("done", 0, 0), await rebuild.StatusAsync("r", await rebuild.StartAsync("r", CancellationToken.None), CancellationToken.None));
    }

    [Fact]
    public async Task A_rebuild_that_nobody_started_is_not_found()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        foreach (var id in new[] { "no-id", "0123456789abcdef0123456789abcdef" }) await Refused.WithAsync(404, () => survey.Get<RebuildService>().StatusAsync("r", id, CancellationToken.None));
    }

    private static async Task<IEnumerable<(string La, string Bytes)>> TalliesAsync(TestSurvey survey) =>
        (await survey.TalliesAsync("r")).Select(pair => (pair.Key, Convert.ToHexString(TallyJson.Write(pair.Value))));
}
