using System.Text;
using SencoSurvey.Core.Populations;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Tests.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Populations;

public sealed class PopulationServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_open_round_has_its_register_and_without_one_nothing()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        Assert.Null(await FindAsync(survey));
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(2));
        Assert.Equal("""{"schools":2,"authorities":{"813":{"primary":{"upTo400":2}}}}""", await FindAsync(survey));
    }

    [Fact]
    public async Task A_round_by_invitation_has_the_invited_whatever_its_register_says()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(2));
        Assert.Null(await FindAsync(survey));
        await survey.InviteAsync($"{Inviting.Header}\n123456,813,primary,210\n123457,370,,\n123458,813,special,90");
        Assert.Equal("""{"schools":3,"authorities":{"370":{"unknown":{"unknown":1}},"813":{"primary":{"upTo400":1},"special":{"upTo100":1}}}}""", await FindAsync(survey));
    }

    [Fact]
    public async Task The_invited_are_counted_once_and_again_when_more_are_invited_or_otherwise()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var publisher = survey.Another(requests);
        await survey.PutInvitedRoundAsync();
        await survey.InviteAsync($"{Inviting.Header}\n123456,813,primary,210");
        const string One = """{"schools":1,"authorities":{"813":{"primary":{"upTo400":1}}}}""";
        await AssertAsync(One, asked: 3);
        await AssertAsync(One, asked: 1);
        survey.Time.Advance(TimeSpan.FromMinutes(61));
        await AssertAsync(One, asked: 3);
        await AssertAsync(One, asked: 1);

        await survey.InviteAsync($"{Inviting.Header}\n123456,813,special,", reissue: true);
        await AssertAsync("""{"schools":1,"authorities":{"813":{"special":{"unknown":1}}}}""", asked: 3);
        await survey.InviteAsync($"{Inviting.Header}\n123457,813,special,50", dryRun: true);
        await AssertAsync("""{"schools":1,"authorities":{"813":{"special":{"unknown":1}}}}""", asked: 1);
        await survey.InviteAsync($"{Inviting.Header}\n123457,813,special,50");
        await AssertAsync("""{"schools":2,"authorities":{"813":{"special":{"unknown":1,"upTo100":1}}}}""", asked: 3);

        async Task AssertAsync(string expected, int asked)
        {
            var round = await survey.RoundAsync("r");
            requests.CountAnew();
            Assert.Equal(expected, Text(await publisher.Get<PopulationService>().FindAsync(round, CancellationToken.None)));
            Assert.Equal(asked, requests.Count);
        }
    }

    /// <summary>Whoever counts in the middle, or after one who was killed, keeps nothing that is not true later.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_is_killed_while_inviting_the_count_is_of_those_who_are_invited(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        for (var number = 1; ; number++)
        {
            var round = $"k{number}";
            await survey.PutInvitedRoundAsync(round);
            await survey.InviteAsync(Inviting.Schools(2), round: round);
            await AssertTrueAsync(survey, round);
            requests.KillAt(number, carriedOut);
            var isKilled = await Record.ExceptionAsync(() => process.InviteAsync(Inviting.Schools(120, from: 2), round: round)) is KilledException;
            await AssertTrueAsync(survey, round);
            await survey.InviteAsync(Inviting.Schools(2, from: 500), round: round);
            await AssertTrueAsync(survey, round);
            if (!isKilled) return;
        }
    }

    [Fact]
    public async Task A_count_made_while_somebody_invites_is_not_kept()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        await survey.PutInvitedRoundAsync();
        await FindAsync(survey);
        requests.Before = request => request.Target == "$batch" ? FindAsync(survey) : Task.CompletedTask;
        await process.InviteAsync(Inviting.Schools(120));
        await AssertTrueAsync(survey, "r");
    }

    /// <summary>Counted at the moment and then once more from what was kept, if it was.</summary>
    private static async Task AssertTrueAsync(TestSurvey survey, string round)
    {
        var invited = await survey.Get<InvitationStore>().ListAsync(round, CancellationToken.None).CountAsync();
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Equal(invited, (await survey.Get<PopulationService>().FindAsync(await survey.RoundAsync(round), CancellationToken.None))?.Schools);
    }

    private static async Task<string?> FindAsync(TestSurvey survey) => Text(await survey.Get<PopulationService>().FindAsync(await survey.RoundAsync("r"), CancellationToken.None));

    private static string? Text(SchoolCounts? counts) => counts is null ? null : Encoding.UTF8.GetString(SchoolCountsJson.Write(counts));
}
