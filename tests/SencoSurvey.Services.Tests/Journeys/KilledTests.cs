using SencoSurvey.Core.Answers;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Journeys;

/// <summary>
/// A process that is killed at each request to storage in turn, while a page is saved, answers are sent in or withdrawn. What was acknowledged is never lost;
/// what was sent in counts once; and what is not acknowledged can be done again.
/// </summary>
public sealed class KilledTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task While_a_page_is_saved(bool carriedOut) => KillAtEveryRequestAsync(
        carriedOut,
        prepare: senco => senco.FillAsync(),
        act: senco => senco.SaveAsync(("hoursAllocated", "7")),
        check: async (senco, isDone) =>
        {
            var answers = (await senco.OpenAsync()).Journey.Answers;
            Assert.True(answers.Number("hoursAllocated") == 7 || (!isDone && answers.Number("hoursAllocated") == 6));
            Assert.Equal(("813", 20, 4), (answers.LocalAuthority.Code, answers.Number("senSupport")!.Value.ToDecimal(), answers.Number("ehcp")!.Value.ToDecimal()));
            await AssertHeldAsync(senco, []);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task While_one_begins(bool carriedOut) => KillAtEveryRequestAsync(
        carriedOut,
        prepare: _ => Task.CompletedTask,
        act: senco => senco.BeginAsync(),
        check: async (senco, isDone) =>
        {
            if (isDone) Assert.True((await senco.DraftAsync())!.IsFirst);
            await senco.FillAsync();
            Assert.True(await senco.SendAsync());
            await AssertHeldAsync(senco, [(1, 6m, "813")]);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task While_answers_are_sent_in(bool carriedOut) => KillAtEveryRequestAsync(
        carriedOut,
        prepare: senco => senco.FillAsync(),
        act: async senco => Assert.True(await senco.SendAsync()),
        check: async (senco, isDone) =>
        {
            if (isDone) Assert.Null(await senco.DraftAsync());
            var visit = await senco.OpenAsync();
            Assert.Equal("""{"localAuthority":"813","senSupport":20,"ehcp":4,"hoursAllocated":6}""", AnswersJson.Write(visit.Journey.Answers));
            if (isDone || visit.Sent is not null) await AssertHeldAsync(senco, [(1, 6m, "813")]);
            Assert.True(await senco.SendAsync());
            await AssertHeldAsync(senco, [(1, 6m, "813")]);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task While_changes_are_sent_in(bool carriedOut) => KillAtEveryRequestAsync(
        carriedOut,
        prepare: async senco =>
        {
            await senco.FillAsync();
            await senco.SendAsync();
            await senco.SaveAsync(("hoursAllocated", "7"));
            await senco.SaveAsync(("localAuthority", "370"));
        },
        act: async senco => Assert.True(await senco.SendAsync()),
        check: async (senco, isDone) =>
        {
            var visit = await senco.OpenAsync();
            Assert.Equal("""{"localAuthority":"370","senSupport":20,"ehcp":4,"hoursAllocated":7}""", AnswersJson.Write(visit.Journey.Answers));
            await AssertHeldAsync(senco, isDone || visit.Sent!.Revision == 2 ? [(2, 7m, "370")] : [(1, 6m, "813")]);
            Assert.True(await senco.SendAsync());
            await AssertHeldAsync(senco, [(2, 7m, "370")]);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task While_all_is_withdrawn(bool carriedOut) => KillAtEveryRequestAsync(
        carriedOut,
        prepare: async senco =>
        {
            await senco.FillAsync();
            await senco.SendAsync();
            await senco.SaveAsync(("hoursAllocated", "7"));
        },
        act: senco => senco.WithdrawAsync(),
        check: async (senco, isDone) =>
        {
            if (!isDone) await senco.WithdrawAsync();
            var visit = await senco.OpenAsync();
            Assert.Equal((null, null), (visit.Draft, visit.Sent));
            await AssertHeldAsync(senco, []);
        });

    /// <param name="check">Takes whether it was acknowledged.</param>
    private async Task KillAtEveryRequestAsync(bool carriedOut, Func<Senco, Task> prepare, Func<Senco, Task> act, Func<Senco, bool, Task> check)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        for (var number = 1; ; number++)
        {
            var senco = Senco.New(survey, $"k{number}");
            await survey.PutRoundAsync(senco.Round);
            await prepare(senco);

            requests.KillAt(number, carriedOut);
            var isAcknowledged = await Record.ExceptionAsync(() => act(senco.At(process))) switch
            {
                null => true,
                KilledException => false,
                var unexpected => throw unexpected,
            };
            await check(senco, isAcknowledged);

            // At least the round, the draft, what was sent in and one write.
            if (isAcknowledged)
            {
                Assert.True(number > 3, $"Killed at {number - 1} requests only.");
                return;
            }
        }
    }

    private static async Task AssertHeldAsync(Senco senco, IEnumerable<(int Revision, decimal Hours, string La)> expected)
    {
        await senco.Survey.TallyChangedAsync(senco.Round);
        var held = await senco.Survey.AssertTalliedAsync(senco.Round);
        var answers = held.Select(row => (row.Revision, Answers: AnswersJson.Read(senco.Survey.Questionnaire, row.Answers)));
        Assert.Equal(expected, answers.Select(row => (row.Revision, row.Answers.Number("hoursAllocated")!.Value.ToDecimal(), row.Answers.LocalAuthority.Code)));
    }
}
