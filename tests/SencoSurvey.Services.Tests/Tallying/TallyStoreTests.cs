using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Tallying;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Tallying;

public sealed class TallyStoreTests(AzuriteFixture azurite)
{
    private static readonly ResponsePartition Partition = new("r", "813", 0);

    /// <summary>A property of a row holds 64 KiB.</summary>
    [Fact]
    public async Task A_large_tally_is_kept_in_several_properties_and_read_back()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var random = new Random(813);
        var tally = new Tally(survey.Questionnaire);
        for (var number = 0; number < 20_000; number++) tally.Add(Synthetic.Read(survey.Questionnaire, hours: random.Next(241) / 4m, support: random.Next(2001), plans: random.Next(1001)));

        Assert.True(await SaveAsync(survey, tally, default));
        var row = (await survey.Storage.Tallies.GetEntityAsync<Azure.Data.Tables.TableEntity>(Partition.Key, "tally")).Value;
        Assert.True(row.GetInt32("Parts") > 1);
        Assert.Equal((20_000L, TallyJson.Hash(tally)), (row.GetInt64("Responses"), row.GetString("Hash")));
        Assert.Equal(TallyJson.Hash(tally), TallyJson.Hash((await survey.TalliesAsync("r"))["813"]));
    }

    [Fact]
    public async Task A_tally_is_written_only_over_the_version_that_was_read()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var store = survey.Get<TallyStore>();
        var (none, one) = (new Tally(survey.Questionnaire), Tally.Of(survey.Questionnaire, [Synthetic.Read(survey.Questionnaire)]));
        Assert.Equal(default, await store.VersionAsync(Partition, CancellationToken.None));
        Assert.True(await SaveAsync(survey, one, default));
        Assert.False(await SaveAsync(survey, none, default));

        var version = await store.VersionAsync(Partition, CancellationToken.None);
        Assert.True(await SaveAsync(survey, one, version));
        Assert.False(await SaveAsync(survey, none, version));
        Assert.Equal(1, Assert.Single(await store.ListAsync("r", CancellationToken.None).ToListAsync()).Responses);
    }

    [Fact]
    public async Task Tallies_of_one_round_are_read_without_those_of_another()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var tally = new Tally(survey.Questionnaire);
        foreach (var round in new[] { "r", "r-2", "r2", "q" }) Assert.True(await SaveAsync(survey, tally, default, Partition with { Round = round }));
        Assert.Equal(Partition, Assert.Single(await survey.Get<TallyStore>().ListAsync("r", CancellationToken.None).ToListAsync()).Partition);
    }

    private static Task<bool> SaveAsync(TestSurvey survey, Tally tally, Azure.ETag version, ResponsePartition? partition = null) =>
        survey.Get<TallyStore>().TrySaveAsync(partition ?? Partition, tally, version, TestSurvey.Start, CancellationToken.None);
}
