using SencoSurvey.Core.Answers;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Drafts;

/// <summary>A page asks storage for nothing that this machine knows for certain, and never shows what it does not know.</summary>
public sealed class RecentDraftTests(AzuriteFixture azurite)
{
    private static readonly ResponseKey Key = ResponseKey.New();

    [Fact]
    public async Task A_page_costs_one_request_to_save_and_the_next_none_to_show()
    {
        var requests = new StorageRequests();
        await using var survey = await TestSurvey.StartAsync(azurite);
        await using var counted = survey.Another(requests);
        var drafts = counted.Get<DraftStore>();
        await drafts.BeginAsync("r", Key, CancellationToken.None);
        requests.CountAnew();

        await drafts.SaveAsync("r", Key, await RecentAsync(drafts), Answers(("a", 1)), CancellationToken.None);
        await drafts.SaveAsync("r", Key, await RecentAsync(drafts), Answers(("b", 2)), CancellationToken.None);
        var shown = await RecentAsync(drafts);

        Assert.Equal(2, requests.Count);
        Assert.Equal(["a=1", "b=2"], Said(shown));
        Assert.Equal(Said(await drafts.FindAsync("r", Key, CancellationToken.None)), Said(shown));
        Assert.True(shown!.IsFirst);
    }

    [Fact]
    public async Task What_was_saved_on_another_machine_meanwhile_is_kept_and_shown()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await using var other = survey.Another();
        var (here, there) = (survey.Get<DraftStore>(), other.Get<DraftStore>());
        await here.BeginAsync("r", Key, CancellationToken.None);
        var before = await RecentAsync(here);
        await there.SaveAsync("r", Key, await RecentAsync(there), Answers(("a", 1)), CancellationToken.None);

        await here.SaveAsync("r", Key, before, Answers(("b", 2)), CancellationToken.None);

        Assert.Equal(["a=1", "b=2"], Said(await RecentAsync(here)));
    }

    [Fact]
    public async Task What_was_deleted_is_not_shown_and_a_page_saved_afterwards_is_a_change()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var drafts = survey.Get<DraftStore>();
        await drafts.BeginAsync("r", Key, CancellationToken.None);
        var before = await RecentAsync(drafts);
        await drafts.DeleteAsync("r", Key, CancellationToken.None);

        Assert.Null(await RecentAsync(drafts));
        await drafts.SaveAsync("r", Key, before, Answers(("a", 1)), CancellationToken.None);
        Assert.Equal((false, "a=1"), ((await RecentAsync(drafts))!.IsFirst, Assert.Single(Said(await RecentAsync(drafts)))));
    }

    private static Task<Draft?> RecentAsync(DraftStore drafts) => drafts.FindRecentAsync("r", Key, CancellationToken.None);

    private static IReadOnlyList<string> Said(Draft? draft) => [.. draft!.Answers.Select(answer => $"{answer.Key}={answer.Value}").Order(StringComparer.Ordinal)];

    private static Dictionary<string, Answer?> Answers(params (string Question, int Number)[] answers) => answers.ToDictionary(answer => answer.Question, answer => (Answer?)new NumberAnswer(answer.Number));
}
