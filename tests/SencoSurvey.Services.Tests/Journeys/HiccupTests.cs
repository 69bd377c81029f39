using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Journeys;

/// <summary>One request to storage, or its answer, is lost, and the storage client sends it again by itself. Nobody may notice.</summary>
public sealed class HiccupTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_the_way_through_the_survey_nobody_notices(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true);
        for (var number = 1; ; number++)
        {
            var senco = Senco.New(process, $"h{number}");
            await survey.PutRoundAsync(senco.Round);
            requests.HiccupAt(number, carriedOut);

            await senco.FillAsync(hours: "6");
            Assert.True(await senco.SendAsync());
            await senco.SaveAsync(("hoursAllocated", "7"));
            Assert.True(await senco.SendAsync());

            var requestsMade = requests.Count;
            var visit = await senco.At(survey).OpenAsync();
            Assert.Equal((null, 2), (visit.Draft, visit.Sent!.Revision));
            await survey.TallyChangedAsync(senco.Round);
            Assert.Contains("\"hoursAllocated\":7", Assert.Single(await survey.AssertTalliedAsync(senco.Round)).Answers, StringComparison.Ordinal);
            if (requestsMade < number) return;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_withdrawal_nobody_notices(bool carriedOut)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var requests = new StorageRequests();
        await using var process = survey.Another(requests, withinRetries: true);
        for (var number = 1; ; number++)
        {
            var senco = Senco.New(survey, $"h{number}");
            await survey.PutRoundAsync(senco.Round);
            await senco.FillAsync();
            await senco.SendAsync();
            await senco.SaveAsync(("hoursAllocated", "7"));

            requests.HiccupAt(number, carriedOut);
            await senco.At(process).WithdrawAsync();

            var visit = await senco.OpenAsync();
            Assert.Equal((null, null), (visit.Draft, visit.Sent));
            if (requests.Count < number) return;
        }
    }
}
