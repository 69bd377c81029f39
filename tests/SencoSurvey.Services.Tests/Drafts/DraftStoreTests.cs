using SencoSurvey.Core.Answers;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Drafts;

public sealed class DraftStoreTests(AzuriteFixture azurite)
{
    private static readonly ResponseKey Key = ResponseKey.New();

    [Fact]
    public async Task Saving_a_page_leaves_the_others_as_they_are()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var drafts = survey.Get<DraftStore>();
        await drafts.BeginAsync("r", Key, CancellationToken.None);
        await drafts.SaveAsync("r", Key, null, Answers(("a", 1), ("b", null)), CancellationToken.None);
        await drafts.AcceptAsync("r", Key, new Dictionary<string, string> { ["check"] = "1|2" }, CancellationToken.None);
        await drafts.SaveAsync("r", Key, null, Answers(("b", 2), ("c", 3)), CancellationToken.None);

        var draft = (await FindAsync(drafts))!;

        Assert.Equal(["a=1", "b=2", "c=3"], draft.Answers.Select(answer => $"{answer.Key}={answer.Value}").Order());
        Assert.Equal(("check", "1|2"), (Assert.Single(draft.Accepted).Key, draft.Accepted["check"]));
        Assert.Equal((true, 0), (draft.IsFirst, draft.Mails));
    }

    [Fact]
    public async Task A_question_that_was_left_empty_is_empty_and_not_away()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var drafts = survey.Get<DraftStore>();
        await drafts.SaveAsync("r", Key, null, Answers(("a", 1)), CancellationToken.None);
        await drafts.SaveAsync("r", Key, null, Answers(("a", null)), CancellationToken.None);

        Assert.Equal("", (await FindAsync(drafts))!.Answers["a"]);
    }

    [Fact]
    public async Task Pages_saved_at_the_same_moment_are_all_kept()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await using var other = survey.Another();
        await Task.WhenAll(Enumerable.Range(1, 20).Select(page =>
            Task.Run(() => (page % 2 == 0 ? survey : other).Get<DraftStore>().SaveAsync("r", Key, null, Answers(($"page{page}", page)), CancellationToken.None))));

        var draft = (await FindAsync(survey.Get<DraftStore>()))!;

        Assert.Equal(Enumerable.Range(1, 20).Select(page => ($"page{page}", $"{page}")).Order(), draft.Answers.Select(answer => (answer.Key, answer.Value)).Order());
    }

    [Fact]
    public async Task A_draft_is_deleted_as_it_was_read_and_not_as_it_was_saved_since()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var drafts = survey.Get<DraftStore>();
        await drafts.SaveAsync("r", Key, null, Answers(("a", 1)), CancellationToken.None);
        var read = (await FindAsync(drafts))!;
        await drafts.SaveAsync("r", Key, null, Answers(("a", 1)), CancellationToken.None);

        await drafts.DeleteAsync("r", Key, read, CancellationToken.None);
        Assert.NotNull(await FindAsync(drafts));

        await drafts.DeleteAsync("r", Key, (await FindAsync(drafts))!, CancellationToken.None);
        Assert.Null(await FindAsync(drafts));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_done_already()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var drafts = survey.Get<DraftStore>();
        await drafts.BeginAsync("r", Key, CancellationToken.None);
        var read = (await FindAsync(drafts))!;
        await drafts.DeleteAsync("r", Key, CancellationToken.None);
        await drafts.DeleteAsync("r", Key, CancellationToken.None);
        await drafts.DeleteAsync("r", Key, read, CancellationToken.None);
        Assert.Null(await FindAsync(drafts));
    }

    [Fact]
    public async Task Mails_are_counted_up_to_a_limit_and_never_beyond_however_many_at_once()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await using var other = survey.Another();
        var counted = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Task.Run(() => (number % 2 == 0 ? survey : other).Get<DraftStore>().TryCountMailAsync("r", Key, 5, CancellationToken.None))));

        Assert.Equal(5, counted.Count(yes => yes));
        Assert.Equal(5, (await FindAsync(survey.Get<DraftStore>()))!.Mails);
    }

    [Fact]
    public async Task Counting_a_mail_leaves_the_answers_as_they_are()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var drafts = survey.Get<DraftStore>();
        await drafts.BeginAsync("r", Key, CancellationToken.None);
        await drafts.SaveAsync("r", Key, null, Answers(("a", 1)), CancellationToken.None);
        Assert.True(await drafts.TryCountMailAsync("r", Key, 5, CancellationToken.None));

        var draft = (await FindAsync(drafts))!;
        Assert.Equal(("1", true, 1), (draft.Answers["a"], draft.IsFirst, draft.Mails));
    }

    private static Task<Draft?> FindAsync(DraftStore drafts) => drafts.FindAsync("r", Key, CancellationToken.None);

    private static Dictionary<string, Answer?> Answers(params (string Question, int? Number)[] answers) =>
        answers.ToDictionary(answer => answer.Question, answer => answer.Number is { } number ? (Answer?)new NumberAnswer(number) : null);
}
