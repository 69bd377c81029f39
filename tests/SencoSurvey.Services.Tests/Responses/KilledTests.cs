using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Responses;

/// <summary>
/// A process that is killed at each request to storage in turn, either before it is carried out or before its answer arrives. What was acknowledged is
/// counted exactly once; what was not is counted once or not at all; and nothing is counted half or twice.
/// </summary>
public sealed class KilledTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_first_submission_killed_at_any_request(bool carriedOut) => KillAtEveryRequestAsync(carriedOut, [], new(Hours: 6, La: "813"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_changed_answer_killed_at_any_request(bool carriedOut) => KillAtEveryRequestAsync(carriedOut, [new(Hours: 6, La: "813")], new(Hours: 7, La: "813"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_corrected_authority_killed_at_any_request(bool carriedOut) => KillAtEveryRequestAsync(carriedOut, [new(Hours: 6, La: "813")], new(Hours: 7, La: "370"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_move_back_killed_at_any_request(bool carriedOut) =>
        KillAtEveryRequestAsync(carriedOut, [new(Hours: 6, La: "813"), new(Hours: 6, La: "370")], new(Hours: 7, La: "813"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_withdrawal_killed_at_any_request(bool carriedOut) => KillAtEveryRequestAsync(carriedOut, [new(Hours: 6, La: "813")], Step.Withdrawal);

    /// <summary>
    /// Losing a request leaves what losing the answer of the one before it leaves. So every state that a kill can leave is met in both ways of going on:
    /// the request is repeated at once, or it is given up, and the sweep finds what is left.
    /// </summary>
    /// <param name="before">Acknowledged.</param>
    private async Task KillAtEveryRequestAsync(bool carriedOut, Step[] before, Step killed)
    {
        var isRepeated = !carriedOut;
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        for (var number = 1; ; number++)
        {
            var (key, round) = (Synthetic.NewKey(), $"k{number}");
            await survey.PutRoundAsync(round);
            foreach (var step in before) await step.TakeAsync(survey, round, key);
            if (number % 2 == 0) await survey.TallyChangedAsync(round);

            requests.KillAt(number, carriedOut);
            var isAcknowledged = await IsAcknowledgedAsync(() => killed.TakeAsync(process, round, key));
            if (isRepeated && !isAcknowledged) await RepeatAsync(survey, killed, round, key);

            await survey.TallyChangedAsync(round);
            var held = await survey.AssertTalliedAsync(round);
            if (isAcknowledged || isRepeated) AssertHolds(killed, held);
            else Assert.True(Holds(before.LastOrDefault(Step.Withdrawal), held) || Holds(killed, held), $"Killed at {number}, it left {string.Join(", ", held.Select(row => row.Answers))}");
            if (!isRepeated) await AssertCanGoOnAsync(survey, round, key);
            if (isAcknowledged) return;
        }
    }

    private static async Task<bool> IsAcknowledgedAsync(Func<Task> request)
    {
        try
        {
            await request();
            return true;
        }
        catch (KilledException)
        {
            return false;
        }
    }

    /// <summary>A withdrawal that finds nothing more to withdraw was carried out before.</summary>
    private static async Task RepeatAsync(TestSurvey survey, Step step, string round, string key)
    {
        if (step == Step.Withdrawal && (await survey.HeldAsync(round)).Count == 0) await Refused.WithAsync(404, () => step.TakeAsync(survey, round, key));
        else await step.TakeAsync(survey, round, key);
    }

    /// <summary>Whatever was left behind, the SENCO can go on.</summary>
    private static async Task AssertCanGoOnAsync(TestSurvey survey, string round, string key)
    {
        await survey.SubmitAsync(round, key, la: "202", hours: 30);
        await survey.TallyChangedAsync(round);
        AssertHolds(new Step(Hours: 30, La: "202"), await survey.AssertTalliedAsync(round));
    }

    private static void AssertHolds(Step step, IReadOnlyList<ResponseRow> held) => Assert.True(Holds(step, held), $"Should hold {step}, but holds {string.Join(", ", held.Select(row => row.Answers))}");

    private static bool Holds(Step step, IReadOnlyList<ResponseRow> held) => step == Step.Withdrawal
        ? held.Count == 0
        : held is [var row] && row.Answers.Contains($"\"localAuthority\":\"{step.La}\"", StringComparison.Ordinal) && row.Answers.Contains($"\"hoursAllocated\":{step.Hours}", StringComparison.Ordinal);

    private sealed record Step(int Hours, string La)
    {
        public static readonly Step Withdrawal = new(0, "");

        public Task TakeAsync(TestSurvey survey, string round, string key) =>
            this == Withdrawal ? survey.WithdrawAsync(round, key) : survey.SubmitAsync(round, key, La, Hours);
    }
}
