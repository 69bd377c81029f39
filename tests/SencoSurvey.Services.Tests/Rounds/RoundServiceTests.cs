using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Rounds;

public sealed class RoundServiceTests(AzuriteFixture azurite)
{
    private static readonly RoundDefinition Definition = new()
    {
        Title = "Autumn 2026",
        Questionnaire = "senco-workload-1",
        OpensOn = new DateOnly(2026, 9, 1),
        ClosesOn = new DateOnly(2026, 12, 31),
        Access = Access.Open,
        MinimumBase = 12,
        MinimumCell = 4,
        PreviousRound = "2025",
        Buckets = 2,
        Reported = [new ReportedCounts("la/813", "protectedTime", "Protected time", [new("yes", "Yes", 3), new("no", "No", 18)], "https://example.org/2016")],
    };

    [Fact]
    public async Task A_round_is_made_read_back_and_changed()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("2025");
        var rounds = survey.Get<RoundService>();
        var (made, created) = await rounds.PutAsync("autumn-2026", Definition, CancellationToken.None);
        Assert.True(created);
        Assert.Equal(("autumn-2026", null, null), (made.Id, made.ClosedAt, made.ReopenedAt));

        var read = (await rounds.GetAsync("autumn-2026", CancellationToken.None)).Definition;
        Assert.Equal(Definition with { Reported = [] }, read with { Reported = [] });
        Assert.Equal(Definition.Reported[0].Options, read.Reported[0].Options);

        var (changed, createdAgain) = await rounds.PutAsync("autumn-2026", Definition with { Title = "Autumn", ClosesOn = new DateOnly(2027, 1, 31) }, CancellationToken.None);
        Assert.False(createdAgain);
        Assert.Equal(("Autumn", new DateOnly(2027, 1, 31)), (changed.Definition.Title, changed.Definition.ClosesOn));
        Assert.Equal("Autumn", (await rounds.GetAsync("autumn-2026", CancellationToken.None)).Definition.Title);
    }

    [Fact]
    public async Task The_latest_round_is_listed_first()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        foreach (var (id, year) in new[] { ("b", 2025), ("c", 2026), ("a", 2025) }) await survey.PutRoundAsync(id, round => round with { OpensOn = new DateOnly(year, 9, 1) });
        Assert.Equal(["c", "a", "b"], (await survey.Get<RoundService>().ListAsync(CancellationToken.None)).Select(round => round.Id));
    }

    [Fact]
    public async Task An_id_that_could_not_stand_in_an_address_is_refused_and_not_found()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        foreach (var id in new[] { "", "Autumn", "a_b", "a/b", "2026\n", new string('1', 41) })
        {
            Assert.Equal("round", (await Refused.WithAsync(422, () => survey.PutRoundAsync(id))).Only().Field);
            await Refused.WithAsync(404, () => survey.RoundAsync(id));
        }
    }

    [Fact]
    public async Task A_definition_that_breaks_a_rule_is_refused_by_field_and_nothing_is_stored()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var refusal = await Refused.WithAsync(422, () => survey.PutRoundAsync("r", round => round with { Questionnaire = "none", MinimumBase = 0 }));
        Assert.Equal(["minimumBase", "questionnaire"], refusal.Errors.ByField.Keys.Order());
        await Refused.WithAsync(404, () => survey.RoundAsync("r"));
    }

    [Fact]
    public async Task Questionnaire_buckets_and_access_may_change_until_there_are_responses()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { Buckets = 4, Questionnaire = "senco-workload-1", Access = Access.Invited });
        await survey.PutRoundAsync("r");
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);

        Assert.Equal("buckets", (await Refused.WithAsync(409, () => survey.PutRoundAsync("r", round => round with { Buckets = 4 }))).Only().Field);
        Assert.Equal("questionnaire", (await Refused.WithAsync(409, () => survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1" }))).Only().Field);
        Assert.Equal("access", (await Refused.WithAsync(409, () => survey.PutRoundAsync("r", round => round with { Access = Access.Invited }))).Only().Field);
        await survey.PutRoundAsync("r", round => round with { Title = "Another title", MinimumBase = 20 });

        // The row of a withdrawn response stays, and so does its partition.
        await survey.WithdrawAsync("r", key);
        await Refused.WithAsync(409, () => survey.PutRoundAsync("r", round => round with { Buckets = 4 }));
        await survey.PutRoundAsync("other", round => round with { Buckets = 4 });
    }

    [Fact]
    public async Task Changes_to_a_round_at_once_happen_one_after_the_other_or_are_refused()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () => await Record.ExceptionAsync(() => survey.PutRoundAsync("r", round => round with { Title = $"Title {number}" })))));
        var taken = outcomes.Index().Where(outcome => outcome.Item is null).Select(outcome => $"Title {outcome.Index}").ToList();
        Assert.Contains((await survey.RoundAsync("r")).Definition.Title, taken);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.Equal(409, Assert.IsType<Core.Refusal>(outcome).Status));
    }

    [Fact]
    public async Task Responses_are_spread_over_the_buckets_and_still_count_once()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { Buckets = 4 });
        var keys = await survey.SubmitManyAsync("r", 40);
        await Task.WhenAll(keys.Take(20).Select(key => survey.SubmitAsync("r", key, la: "370", hours: 9)));
        await survey.TallyChangedAsync("r");

        var held = await survey.AssertTalliedAsync("r");
        Assert.Equal(40, held.Count);
        Assert.True(held.Select(row => ResponsePartition.Parse(row.PartitionKey).Bucket).Distinct().Count() > 1);
        Assert.Equal([20L, 20L], (await survey.TalliesAsync("r")).Values.Select(tally => tally.Responses));
        await survey.PublishAsync("r");
        Assert.Equal(40, (await survey.FindPublicationAsync("r", "england"))!.Build.Responses);
    }

    [Fact]
    public async Task A_round_is_closed_once_and_reopened_until_it_is_closed_again()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var rounds = survey.Get<RoundService>();
        await survey.PutRoundAsync("r");
        var closed = await rounds.CloseAsync("r", CancellationToken.None);
        Assert.Equal((RoundState.Closed, TestSurvey.Start), (rounds.StateOf(closed), closed.ClosedAt));

        survey.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TestSurvey.Start, (await rounds.CloseAsync("r", CancellationToken.None)).ClosedAt);

        // Reopened, it stays open past its last day.
        await rounds.ReopenAsync("r", CancellationToken.None);
        survey.Time.Advance(TimeSpan.FromDays(200));
        Assert.Equal(RoundState.Open, rounds.StateOf(await survey.RoundAsync("r")));
        await rounds.CloseOverdueAsync(CancellationToken.None);
        Assert.Equal(RoundState.Open, rounds.StateOf(await survey.RoundAsync("r")));
    }
}
