using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Responses;

/// <summary>
/// One request to storage, or its answer, is lost, and the storage client sends it again by itself: a write that was carried out meets itself.
/// Nobody may notice.
/// </summary>
public sealed class HiccupTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Of_a_first_submission_nobody_notices(bool carriedOut) => HiccupAtEveryRequestAsync(carriedOut, async (survey, process, key) =>
    {
        Assert.Equal((1, true), Of(await process.SubmitAsync(key, key)));
        Assert.Equal((1, false), Of(await survey.SubmitAsync(key, key)));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Of_a_changed_answer_nobody_notices(bool carriedOut) => HiccupAtEveryRequestAsync(carriedOut, async (survey, process, key) =>
    {
        await survey.SubmitAsync(key, key, hours: 1);
        Assert.Equal((2, false), Of(await process.SubmitAsync(key, key, hours: 2)));
        Assert.Equal((2, false), Of(await survey.SubmitAsync(key, key, hours: 2)));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Of_a_corrected_authority_nobody_notices(bool carriedOut) => HiccupAtEveryRequestAsync(carriedOut, async (survey, process, key) =>
    {
        await survey.SubmitAsync(key, key, la: "813");
        Assert.Equal((2, false), Of(await process.SubmitAsync(key, key, la: "370")));
        Assert.Equal((2, false), Of(await survey.SubmitAsync(key, key, la: "370")));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Of_a_submission_from_another_authority_after_a_withdrawal_nobody_notices(bool carriedOut) => HiccupAtEveryRequestAsync(carriedOut, async (survey, process, key) =>
    {
        await survey.SubmitAsync(key, key, la: "813");
        await survey.WithdrawAsync(key, key);
        Assert.Equal((3, true), Of(await process.SubmitAsync(key, key, la: "370")));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Of_a_withdrawal_nobody_notices(bool carriedOut) => HiccupAtEveryRequestAsync(carriedOut, async (survey, process, key) =>
    {
        await survey.SubmitAsync(key, key);
        await process.WithdrawAsync(key, key);
        Assert.Empty(await survey.HeldAsync(key));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Of_a_tally_nobody_notices(bool carriedOut) => HiccupAtEveryRequestAsync(carriedOut, async (survey, process, key) =>
    {
        await survey.SubmitAsync(key, key);
        await process.TallyChangedAsync(key);
        Assert.Single(await survey.AssertTalliedAsync(key));
    });

    private static (int Revision, bool Created) Of((Receipt Receipt, bool Created) result) => (result.Receipt.Revision, result.Created);

    /// <param name="act">Takes the survey, another process with the hiccup in it, and a key that is a round's id as well.</param>
    private async Task HiccupAtEveryRequestAsync(bool carriedOut, Func<TestSurvey, TestSurvey, string, Task> act)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true);
        for (var number = 1; ; number++)
        {
            var key = Synthetic.NewKey();
            await survey.PutRoundAsync(key);
            requests.HiccupAt(number, carriedOut);
            await act(survey, process, key);

            await survey.TallyChangedAsync(key);
            await survey.AssertTalliedAsync(key);
            if (requests.Count < number) return;
        }
    }
}
