using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Journeys;

/// <summary>From the first page to the last: what is saved is there again, and counts nowhere until it is sent in.</summary>
public sealed class TakingPartTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Someone_new_has_nothing_saved_and_nothing_sent()
    {
        await using var survey = await SurveyAsync();

        var visit = await Senco.New(survey).OpenAsync();

        Assert.Equal((null, null, RoundState.Open, false), (visit.Draft, visit.Sent, visit.State, visit.HasUnsent));
        Assert.Equal("localAuthority", visit.Journey.Open!.Id);
    }

    [Fact]
    public async Task Whoever_begins_can_come_back()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);

        await senco.BeginAsync();
        await senco.BeginAsync();

        var visit = await senco.OpenAsync();
        Assert.True(visit.Draft!.IsFirst);
        Assert.False(visit.HasUnsent);
        Assert.Null((await Senco.New(survey).OpenAsync()).Draft);
    }

    [Fact]
    public async Task A_saved_page_is_there_again_on_another_machine()
    {
        await using var survey = await SurveyAsync();
        await using var other = survey.Another();
        var senco = Senco.New(survey);
        await senco.BeginAsync();

        var saved = await senco.SaveAsync(("localAuthority", "813"));
        var visit = await senco.At(other).OpenAsync();

        Assert.Equal("senSupport", saved.Journey.Open!.Id);
        Assert.Equal("""{"localAuthority":"813"}""", AnswersJson.Write(visit.Journey.Answers));
        Assert.Equal("senSupport", visit.Journey.Open!.Id);
        Assert.True(visit.HasUnsent);
    }

    [Fact]
    public async Task Two_devices_that_save_other_pages_are_both_kept()
    {
        await using var survey = await SurveyAsync();
        await using var other = survey.Another();
        var senco = Senco.New(survey);
        await senco.BeginAsync();
        var (here, there) = (await senco.OpenAsync(), await senco.At(other).OpenAsync());

        await senco.SaveAsync(here, ("localAuthority", "813"));
        await senco.At(other).SaveAsync(there, ("senSupport", "31"), ("ehcp", "4"));
        await senco.SaveAsync(here, ("hoursAllocated", "12"));

        Assert.Equal("""{"localAuthority":"813","senSupport":31,"ehcp":4,"hoursAllocated":12}""", AnswersJson.Write((await senco.OpenAsync()).Journey.Answers));
    }

    [Fact]
    public async Task Beginning_again_leaves_what_was_saved()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.BeginAsync();
        Assert.Null((await senco.OpenAsync()).Journey.Open);
    }

    [Fact]
    public async Task What_is_saved_is_in_no_tally_and_no_statistic()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 10);
        await survey.TallyAndPublishAsync("r");
        var (statistics, messages) = (await survey.StatisticsAsync("r"), await survey.QueueLengthAsync(QueueNames.Tally));

        // In an authority that has responses and in one that has none.
        foreach (var la in new[] { "813", "370" }) await Senco.New(survey).FillAsync(la);

        Assert.Empty(await survey.Get<ResponseStore>().MarkersAsync("r", dirtyOnly: true, CancellationToken.None).ToListAsync());
        Assert.Equal(messages, await survey.QueueLengthAsync(QueueNames.Tally));
        foreach (var la in new[] { "813", "370" }) await survey.TallyAsync(new ResponsePartition("r", la, 0));
        Assert.Equal(10, (await survey.AssertTalliedAsync("r")).Count);
        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        Assert.Equal(10, (await survey.FindPublicationAsync("r", "england"))!.Base.Responses);
        Assert.Equal(statistics.Count, (await survey.StatisticsAsync("r")).Count);
        Assert.Equal(10, (await survey.RowsAsync("r")).Count);
    }

    [Fact]
    public async Task What_was_said_yes_to_is_not_asked_again_until_the_numbers_change()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.BeginAsync();
        await senco.SaveAsync(("senSupport", "4"), ("ehcp", "20"));
        Assert.Equal(1, await ChecksAsync(senco));

        await senco.AcceptAsync("ehcp");
        Assert.Equal(0, await ChecksAsync(senco));

        await senco.SaveAsync(("senSupport", "4"), ("ehcp", "21"));
        Assert.Equal(1, await ChecksAsync(senco));
    }

    [Fact]
    public async Task A_yes_to_nothing_saves_nothing()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.AcceptAsync("ehcp");
        Assert.Null(await senco.DraftAsync());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Eright to left\u200F")]
    [InlineData("=cmd|'/C calc'!A0")]
    [InlineData("line one\r\nline two\u0000")]
    public async Task A_hostile_comment_is_kept_as_text(string comment)
    {
        await using var survey = await SurveyAsync("senco-workload-1");
        var senco = Senco.New(survey);
        await senco.BeginAsync();
        await senco.SaveAsync(("localAuthority", "813"));
        await senco.SaveAsync(("comments", comment));
        Assert.True(await senco.SendAsync());

        var kept = new TextAnswer(comment.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\u0000", "", StringComparison.Ordinal));
        Assert.Equal(kept, (await senco.OpenAsync()).Sent!.Answers.Find("comments"));
    }

    [Fact]
    public async Task The_longest_comment_is_saved_and_sent()
    {
        await using var survey = await SurveyAsync("senco-workload-1");
        var senco = Senco.New(survey);
        var longest = string.Concat(Enumerable.Repeat("🙂", 2000));
        await senco.BeginAsync();
        await senco.SaveAsync(("localAuthority", "813"));
        await senco.SaveAsync(("comments", longest));
        Assert.Equal(new TextAnswer(longest), (await senco.OpenAsync()).Journey.Answers.Find("comments"));
        Assert.True(await senco.SendAsync());
        Assert.Equal(new TextAnswer(longest), (await senco.OpenAsync()).Sent!.Answers.Find("comments"));
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData("not-a-uuid", 403)]
    [InlineData("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01", 403)]
    public async Task A_key_that_opens_nothing_is_refused(string? key, int status)
    {
        await using var survey = await SurveyAsync();
        await Refused.WithAsync(status, () => survey.Get<JourneyService>().OpenAsync("r", key, withSent: true, CancellationToken.None));
    }

    [Fact]
    public async Task A_round_that_does_not_exist_is_not_found()
    {
        await using var survey = await SurveyAsync();
        await Refused.WithAsync(404, () => Senco.New(survey, "none").OpenAsync());
    }

    [Fact]
    public async Task Nothing_is_begun_saved_or_sent_in_a_round_that_is_not_open()
    {
        await using var survey = await SurveyAsync();
        await survey.PutRoundAsync("planned", round => round with { OpensOn = new DateOnly(2026, 10, 6) });
        await Refused.WithAsync(409, () => Senco.New(survey, "planned").BeginAsync());

        var senco = Senco.New(survey);
        await senco.FillAsync();
        await survey.CloseAsync("r");
        await Refused.WithAsync(409, () => Senco.New(survey).BeginAsync());
        await Refused.WithAsync(409, () => senco.SaveAsync(("hoursAllocated", "7")));
        await Refused.WithAsync(409, () => senco.SendAsync());

        Assert.Empty(await survey.RowsAsync("r"));
        Assert.Equal(6, (await senco.OpenAsync()).Journey.Answers.Number("hoursAllocated"));
    }

    [Fact]
    public async Task One_key_in_two_rounds_has_two_drafts()
    {
        await using var survey = await SurveyAsync();
        await survey.PutRoundAsync("s");
        var senco = Senco.New(survey);
        await senco.FillAsync();
        Assert.Null(await (senco with { Round = "s" }).DraftAsync());
    }

    private async Task<TestSurvey> SurveyAsync(string questionnaire = Synthetic.Questionnaire)
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { Questionnaire = questionnaire });
        return survey;
    }

    private static async Task<int> ChecksAsync(Senco senco)
    {
        var journey = (await senco.OpenAsync()).Journey;
        return journey.Pages.SelectMany(journey.ChecksAt).Count();
    }
}
