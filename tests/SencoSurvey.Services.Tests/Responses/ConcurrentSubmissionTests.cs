using System.Collections.Concurrent;
using SencoSurvey.Core.Answers;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Responses;

public sealed class ConcurrentSubmissionTests(AzuriteFixture azurite)
{
    private const int Many = 200;

    /// <summary>Of different answers: with all two hundred at once most writers would give up, each after twenty tries of four requests.</summary>
    private const int AtOnce = 20;

    [Fact]
    public async Task Two_hundred_submissions_of_the_same_answers_at_once_are_one_response_with_one_receipt()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        var key = Synthetic.NewKey();

        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => survey.SubmitAsync("r", key))));

        Assert.Single(results, result => result.Created);
        Assert.All(results, result => Assert.Equal((1, results[0].Receipt.Reference, results[0].Receipt.ReceivedAt), (result.Receipt.Revision, result.Receipt.Reference, result.Receipt.ReceivedAt)));
        await survey.TallyChangedAsync("r");
        Assert.Equal(1, Assert.Single(await survey.AssertTalliedAsync("r")).Revision);
        Assert.Single(await survey.RowsAsync("r"));
    }

    [Fact]
    public async Task Of_two_hundred_different_submissions_that_crowd_in_every_one_that_was_taken_has_a_revision_of_its_own_and_the_last_one_holds()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        var key = Synthetic.NewKey();

        var results = new ConcurrentBag<(int Revision, bool Created, decimal Hours)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Many), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => results.Add(await TrySubmitAsync(survey, key, number * 0.25m)));

        var taken = results.Where(result => result.Revision > 0).OrderBy(result => result.Revision).ToList();
        Assert.Equal(Enumerable.Range(1, taken.Count), taken.Select(result => result.Revision));
        Assert.Equal(1, Assert.Single(taken, result => result.Created).Revision);
        await survey.TallyChangedAsync("r");
        var held = Assert.Single(await survey.AssertTalliedAsync("r"));
        Assert.Equal((taken[^1].Revision, taken[^1].Hours), (held.Revision, AnswersJson.Read(survey.Questionnaire, held.Answers).Number("hoursAllocated")!.Value.ToDecimal()));
        Assert.Single(await survey.RowsAsync("r"));
    }

    /// <returns>Revision 0 where so many others were first that the submission was given up: its sender hears of it.</returns>
    private static async Task<(int Revision, bool Created, decimal Hours)> TrySubmitAsync(TestSurvey survey, string key, decimal hours)
    {
        try
        {
            var (receipt, created) = await survey.SubmitAsync("r", key, hours: hours);
            return (receipt.Revision, created, hours);
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("kept changing", StringComparison.Ordinal))
        {
            return (0, false, hours);
        }
    }
}
