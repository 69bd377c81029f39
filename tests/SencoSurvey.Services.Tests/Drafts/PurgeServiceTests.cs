using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Tests.Journeys;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Drafts;

/// <summary>Drafts are kept for sixty days after they were last saved.</summary>
public sealed class PurgeServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_draft_is_deleted_when_its_days_are_over_and_not_before()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();

        survey.Time.Advance(TimeSpan.FromDays(60));
        await PurgeAsync(survey);
        Assert.NotNull(await senco.DraftAsync());

        survey.Time.Advance(TimeSpan.FromSeconds(1));
        await PurgeAsync(survey);
        Assert.Null(await senco.DraftAsync());
    }

    [Fact]
    public async Task Every_saving_begins_the_days_anew()
    {
        await using var survey = await SurveyAsync();
        var (saves, accepts, begins, leaves) = (Senco.New(survey), Senco.New(survey), Senco.New(survey), Senco.New(survey));
        foreach (var senco in new[] { saves, accepts, begins, leaves })
        {
            await senco.FillAsync();
            await senco.SaveAsync(("senSupport", "1"), ("ehcp", "2"));
        }

        survey.Time.Advance(TimeSpan.FromDays(40));
        await saves.SaveAsync(("hoursAllocated", "7"));
        await accepts.AcceptAsync("ehcp");
        await begins.BeginAsync();
        await leaves.OpenAsync();
        survey.Time.Advance(TimeSpan.FromDays(40));
        await PurgeAsync(survey);

        var kept = await Task.WhenAll(new[] { saves, accepts, begins, leaves }.Select(async senco => await senco.DraftAsync() is not null));
        Assert.Equal([true, true, true, false], kept);
    }

    [Fact]
    public async Task A_draft_that_is_saved_while_old_ones_are_purged_is_kept()
    {
        await using var survey = await SurveyAsync();
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        var (saved, old) = (Senco.New(survey), Senco.New(survey));
        foreach (var senco in new[] { saved, old }) await senco.FillAsync();
        survey.Time.Advance(TimeSpan.FromDays(61));

        // After both were found to be old.
        requests.CountAnew();
        requests.Before = async request =>
        {
            if (request is { Number: 2, Method: "DELETE" }) await saved.SaveAsync(("hoursAllocated", "7"));
        };
        await PurgeAsync(process);

        Assert.Equal(7, (await saved.OpenAsync()).Journey.Answers.Number("hoursAllocated"));
        Assert.Null(await old.DraftAsync());
    }

    [Fact]
    public async Task What_was_sent_in_is_not_purged()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.SendAsync();
        await senco.SaveAsync(("hoursAllocated", "7"));

        survey.Time.Advance(TimeSpan.FromDays(61));
        await PurgeAsync(survey);

        var visit = await senco.OpenAsync();
        Assert.Null(visit.Draft);
        Assert.Equal(6, visit.Sent!.Answers.Number("hoursAllocated"));
    }

    [Fact]
    public async Task The_days_are_a_setting_and_how_many_were_purged_is_logged()
    {
        var logs = new CapturedLogs();
        await using var survey = await SurveyAsync(new() { ["Drafts:KeepDays"] = "2" }, logs);
        await PurgeAsync(survey);
        Assert.DoesNotContain(logs.Lines, line => line.Contains("Purged", StringComparison.Ordinal));
        for (var number = 0; number < 3; number++) await Senco.New(survey).FillAsync();

        survey.Time.Advance(TimeSpan.FromDays(3));
        await PurgeAsync(survey);

        Assert.Contains(logs.Lines, line => line.Contains("Purged 3 drafts that nobody had touched for 2 days", StringComparison.Ordinal));
    }

    private async Task<TestSurvey> SurveyAsync(Dictionary<string, string?>? settings = null, CapturedLogs? logs = null)
    {
        var survey = await TestSurvey.StartAsync(azurite, settings, logs is null ? null : logs.AddTo);
        await survey.PutRoundAsync("r");
        return survey;
    }

    private static Task PurgeAsync(TestSurvey survey) => survey.Get<PurgeService>().PurgeAsync(CancellationToken.None);
}
