using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

public sealed class InterruptedTests(AzuriteFixture azurite)
{
    private const int Schools = 60;

    /// <summary>Codes that nobody got to see are of no use: the same file again, to be reissued, gives every school one that is.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_request_it_is_completed_by_reissuing_the_file(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        for (var number = 1; ; number++)
        {
            var round = $"k{number}";
            await survey.PutInvitedRoundAsync(round);
            requests.KillAt(number, carriedOut);
            var isKilled = await Record.ExceptionAsync(() => process.InviteAsync(Inviting.Schools(Schools), round: round)) is KilledException;
            await survey.AssertInvitedAsync((await survey.InviteAsync(Inviting.Schools(Schools), reissue: true, round: round)).Issued, round);
            if (!isKilled) return;
        }
    }

    /// <summary>The storage client sends a lost request again by itself, and a transaction that was carried out meets itself.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_hiccup_at_any_request_is_noticed_by_nobody(bool carriedOut, bool reissue)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true);
        for (var number = 1; ; number++)
        {
            var round = $"h{number}";
            await survey.PutInvitedRoundAsync(round);
            if (reissue) await survey.InviteAsync(Inviting.Schools(Schools), round: round);
            requests.HiccupAt(number, carriedOut);
            await survey.AssertInvitedAsync((await process.InviteAsync(Inviting.Schools(Schools), reissue, round: round)).Issued, round);
            if (requests.Count < number) return;
        }
    }
}
