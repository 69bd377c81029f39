using SencoSurvey.Core;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Responses;

/// <summary>A SENCO who corrects the authority moves the response to another partition.</summary>
public sealed class AuthorityChangeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_corrected_authority_takes_the_response_along_and_leaves_nothing_behind()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key, la: "813");
        await survey.TallyChangedAsync("r");

        var (receipt, created) = await survey.SubmitAsync("r", key, la: "370");
        Assert.Equal((2, false), (receipt.Revision, created));
        await survey.TallyChangedAsync("r");
        await AssertCountsOnceAsync(survey, "370", revision: 2);
        var left = Assert.Single(await survey.RowsAsync("r"), row => row.State != ResponseRow.Held);
        Assert.Equal((ResponseRow.Moved, "", null), (left.State, left.Answers, left.Benchmark));
        Assert.Equal("370", (await survey.Get<ResponseService>().GetAsync("r", key, CancellationToken.None)).Answers.GetProperty("localAuthority").GetString());
    }

    [Fact]
    public async Task An_authority_changed_to_and_fro_counts_where_it_was_last()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        string[] way = ["813", "370", "813", "370", "202", "813"];
        foreach (var (index, la) in way.Index())
        {
            Assert.Equal(index + 1, (await survey.SubmitAsync("r", key, la)).Receipt.Revision);
            await survey.TallyChangedAsync("r");
            await AssertCountsOnceAsync(survey, la, index + 1);
        }
    }

    [Fact]
    public async Task The_same_corrected_answers_again_get_the_same_receipt()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key, la: "813");
        var (first, _) = await survey.SubmitAsync("r", key, la: "370");
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        var (again, _) = await survey.SubmitAsync("r", key, la: "370");
        Assert.Equal((first.Reference, first.Revision, first.ReceivedAt), (again.Reference, again.Revision, again.ReceivedAt));
    }

    [Fact]
    public async Task Corrections_to_different_authorities_at_once_leave_one_response_that_counts_once()
    {
        await using var survey = await SurveyAsync();
        string[] authorities = ["813", "370", "202", "203"];
        for (var time = 0; time < 5; time++)
        {
            var key = Synthetic.NewKey();
            var round = $"r{time}";
            await survey.PutRoundAsync(round);
            await survey.SubmitAsync(round, key, la: "813");
            var results = await Task.WhenAll(authorities.Concat(authorities).Select(la => Task.Run(() => survey.SubmitAsync(round, key, la, hours: 9))));

            await survey.TallyChangedAsync(round);
            var held = Assert.Single(await survey.AssertTalliedAsync(round));
            Assert.All(results, result => Assert.False(result.Created));
            Assert.Equal(held.Revision, results.Max(result => result.Receipt.Revision));
            Assert.Equal((await survey.Get<ResponseService>().GetAsync(round, key, CancellationToken.None)).Revision, held.Revision);
        }
    }

    [Fact]
    public async Task A_correction_and_a_withdrawal_at_once_happen_one_after_the_other()
    {
        await using var survey = await SurveyAsync();
        for (var time = 0; time < 10; time++)
        {
            var key = Synthetic.NewKey();
            var round = $"r{time}";
            await survey.PutRoundAsync(round);
            await survey.SubmitAsync(round, key, la: "813");

            var withdrawal = Task.Run(() => survey.WithdrawAsync(round, key));
            var (receipt, created) = await Task.Run(() => survey.SubmitAsync(round, key, la: "370"));
            await withdrawal;

            // Withdrawn first, the correction made the response anew; otherwise it was withdrawn from where it had gone to.
            await survey.TallyChangedAsync(round);
            var held = await survey.AssertTalliedAsync(round);
            Assert.Equal(created ? 1 : 0, held.Count);
            Assert.Equal(created ? 3 : 2, receipt.Revision);
            Assert.All(held, row => Assert.Equal("r" + time + "|370|0", row.PartitionKey));
        }
    }

    [Fact]
    public async Task Withdrawals_at_once_withdraw_once()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => survey.WithdrawAsync("r", key)))));
        Assert.Contains(outcomes, outcome => outcome is null);
        Assert.All(outcomes, outcome => Assert.True(outcome is null or Refusal { Status: 404 }, $"{outcome}"));
        Assert.Equal(2, Assert.Single(await survey.RowsAsync("r")).Revision);
    }

    /// <summary>The writer stops at each request of its correction in turn, while others finish it, move the response back, and go on.</summary>
    [Fact]
    public async Task A_slow_correction_that_others_overtake_does_no_harm_when_it_goes_on()
    {
        await using var survey = await SurveyAsync();
        for (var stop = 1; ; stop++)
        {
            var (key, round) = (Synthetic.NewKey(), $"r{stop}");
            await survey.PutRoundAsync(round);
            await survey.SubmitAsync(round, key, la: "813", hours: 1);

            var requests = new StorageRequests();
            await using var slow = survey.Another(requests);
            var overtaken = false;
            requests.Before = async request =>
            {
                if (request.Number != stop) return;
                overtaken = true;
                await survey.TallyChangedAsync(round);
                await survey.SubmitAsync(round, key, la: "370", hours: 2);
                await survey.SubmitAsync(round, key, la: "813", hours: 3);
            };
            await slow.SubmitAsync(round, key, la: "370", hours: 4);

            await survey.TallyChangedAsync(round);
            Assert.Single(await survey.AssertTalliedAsync(round));

            // And the response can still be found and changed.
            await survey.SubmitAsync(round, key, la: "202", hours: 5);
            await survey.TallyChangedAsync(round);
            Assert.Contains("\"202\"", Assert.Single(await survey.AssertTalliedAsync(round)).Answers, StringComparison.Ordinal);
            if (!overtaken) return;
        }
    }

    private static async Task AssertCountsOnceAsync(TestSurvey survey, string la, int revision)
    {
        Assert.Equal(revision, Assert.Single(await survey.AssertTalliedAsync("r")).Revision);
        var (authority, tally) = Assert.Single(await survey.TalliesAsync("r"));
        Assert.Equal((la, 1), (authority, tally.Responses));
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        return survey;
    }
}
