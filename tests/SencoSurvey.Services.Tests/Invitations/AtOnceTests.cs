using SencoSurvey.Core;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

/// <summary>Two coordinators, or a coordinator and a school, at the same moment. No school ever has two codes that work.</summary>
public sealed class AtOnceTests(AzuriteFixture azurite)
{
    private const int Schools = 120;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_coordinators_who_bring_the_same_file_one_gets_codes_and_these_work(bool reissue)
    {
        await using var survey = await SurveyAsync();
        if (reissue) await survey.InviteAsync(Inviting.Schools(Schools));
        var allHaveLooked = new TaskCompletionSource();
        var looking = 4;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, looking).Select(_ => Task.Run(async () =>
        {
            var requests = new StorageRequests();
            await using var coordinator = survey.Another(requests);
            var isFirst = true;
            requests.Before = async request =>
            {
                if (!isFirst || !IsTransaction(request)) return;
                isFirst = false;
                if (Interlocked.Decrement(ref looking) == 0) allHaveLooked.SetResult();
                await allHaveLooked.Task.WaitAsync(TimeSpan.FromMinutes(1));
            };
            return await TryAsync(() => coordinator.InviteAsync(Inviting.Schools(Schools), reissue));
        })));
        await survey.AssertInvitedAsync(Assert.Single(outcomes, outcome => outcome is not null)!);
    }

    /// <summary>The other comes between this one's first transaction and its others, and brings a school of both.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_meets_another_in_the_middle_of_a_file_leaves_nothing_behind(bool reissue)
    {
        await using var survey = await SurveyAsync();
        var before = reissue ? (await survey.InviteAsync(Inviting.Schools(Schools))).Issued : [];
        var requests = new StorageRequests();
        await using var slow = survey.Another(requests);
        IReadOnlyList<IssuedInvitation> others = [];
        requests.After = async request =>
        {
            if (IsTransaction(request) && others.Count == 0) others = (await survey.InviteAsync($"{Inviting.Header}\n100010,813,,\n100110,813,,\n", reissue: true)).Issued;
        };
        await Refused.WithAsync(409, () => slow.InviteAsync(Inviting.Schools(Schools), reissue));
        await survey.AssertInvitedAsync([.. before.Where(one => one.Invitation.Urn is not ("100010" or "100110")), .. others]);
    }

    [Fact]
    public async Task A_school_that_answers_while_its_code_is_being_replaced_keeps_it()
    {
        await using var survey = await SurveyAsync();
        var issued = (await survey.InviteAsync(Inviting.Schools(Schools))).Issued;
        var requests = new StorageRequests();
        await using var slow = survey.Another(requests);
        var hasAnswered = false;
        requests.Before = async request =>
        {
            if (hasAnswered || !IsTransaction(request)) return;
            hasAnswered = true;
            await survey.AnswerAsync(issued[^1].Code.Reveal(), new { });
        };
        await Refused.WithAsync(409, () => slow.InviteAsync(Inviting.Schools(Schools), reissue: true));
        await survey.AssertInvitedAsync(issued);
        Assert.False((await survey.AnswerAsync(issued[^1].Code.Reveal(), new { hoursAllocated = 3 })).Created);
    }

    /// <summary>Otherwise its answers would count beside those that it gives with the new code, and nobody could withdraw them.</summary>
    [Fact]
    public async Task A_school_whose_code_is_replaced_while_it_answers_has_not_answered()
    {
        await using var survey = await SurveyAsync();
        var code = await survey.InviteOneAsync();
        var requests = new StorageRequests();
        await using var slow = survey.Another(requests);
        var newCode = "";
        requests.Before = async request =>
        {
            if (newCode.Length == 0 && request.Method != "GET") newCode = await survey.InviteOneAsync(reissue: true);
        };
        await Refused.WithAsync(403, () => slow.AnswerAsync(code, new { }));
        Assert.Empty(await survey.RowsAsync("r"));
        Assert.True((await survey.AnswerAsync(newCode, new { })).Created);
        Assert.Single(await survey.HeldAsync("r"));
    }

    private static bool IsTransaction(StorageRequest request) => request.Target == "$batch";

    /// <returns>Null when it is refused because of another.</returns>
    private static async Task<IReadOnlyCollection<IssuedInvitation>?> TryAsync(Func<Task<InvitationResult>> invite)
    {
        try
        {
            return (await invite()).Issued;
        }
        catch (Refusal refusal) when (refusal.Status == 409)
        {
            return null;
        }
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        return survey;
    }
}
