using SencoSurvey.Core.Statistics;
using SencoSurvey.Services.Tests.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

public sealed class InvitedPublicationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Where_it_is_known_how_many_were_invited_the_response_rate_is_said_and_intervals_are_narrower()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        var schools = string.Join('\n', Enumerable.Range(0, 20).Select(number => $"{900_001 + number},813,primary,210"));
        var issued = (await survey.InviteAsync($"{Inviting.Header}\n{schools}")).Issued;
        foreach (var (index, invitation) in issued.Take(12).Index()) await survey.AnswerAsync(invitation.Code.Reveal(), new { hoursAllocated = index < 6 ? 5 : 12 });
        await survey.TallyAndPublishAsync("r");

        var published = (await survey.FindPublicationAsync("r", "la/813"))!;
        Assert.Equal((20L, 60.0), (published.Base.Invited, published.Base.ResponseRate));
        var figure = published.Indicators["belowMinimumTime"];
        var (lower, upper) = Wilson.Interval(6, 12, population: 20);
        Assert.Equal((true, 100 * lower, 100 * upper), (figure.FinitePopulation, figure.Lower!.Value, figure.Upper!.Value));
        Assert.True(figure.Lower > 100 * Wilson.Interval(6, 12).Lower);
        Assert.False(published.Indicators["leavingMainlyForWorkload"].FinitePopulation);
    }
}
