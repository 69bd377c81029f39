using Azure.Data.Tables;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Comparisons;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Journeys;

public sealed class SendingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_sent_in_is_a_response_like_any_other_and_no_draft_is_left()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync(hours: "6½ hours");

        Assert.True(await senco.SendAsync());

        var visit = await senco.OpenAsync();
        Assert.Equal((null, 1, TestSurvey.Start, false), (visit.Draft, visit.Sent!.Revision, visit.Sent.ReceivedAt, visit.HasUnsent));
        var response = await survey.Get<ResponseService>().GetAsync("r", senco.Key, CancellationToken.None);
        Assert.Equal((visit.Reference, """{"localAuthority":"813","senSupport":20,"ehcp":4,"hoursAllocated":6.5}"""), (response.Reference, response.Answers.GetRawText()));
        Assert.Equal(1, await survey.QueueLengthAsync(QueueNames.Tally));
        await survey.TallyChangedAsync("r");
        Assert.Single(await survey.AssertTalliedAsync("r"));
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_was_saved()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        Assert.False(await senco.SendAsync());
        await senco.BeginAsync();
        Assert.False(await senco.SendAsync());
        Assert.Empty(await survey.RowsAsync("r"));
    }

    [Theory]
    [InlineData("localAuthority", "813")]
    [InlineData("hoursAllocated", "6")]
    public async Task Nothing_is_sent_while_a_required_answer_is_missing_and_the_draft_stays(string field, string value)
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.BeginAsync();
        await senco.SaveAsync((field, value));

        Assert.False(await senco.SendAsync());

        Assert.Empty(await survey.RowsAsync("r"));
        Assert.Equal([field], (await senco.DraftAsync())!.Answers.Keys);
    }

    [Fact]
    public async Task Sending_twice_is_sending_once()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        var visit = await senco.OpenAsync();

        Assert.True(await senco.SendAsync(visit));
        survey.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(await senco.SendAsync(visit));
        Assert.True(await senco.SendAsync());

        Assert.Equal((1, TestSurvey.Start), ((await senco.RowAsync()).Revision, (await senco.OpenAsync()).Sent!.ReceivedAt));
    }

    [Fact]
    public async Task Twenty_at_once_are_one_response_with_one_reference_and_one_revision()
    {
        await using var survey = await SurveyAsync();
        await using var other = survey.Another();
        var senco = Senco.New(survey);
        await senco.FillAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => SendAsync(senco.At(number % 2 == 0 ? survey : other)))));

        Assert.All(sent, result => Assert.Equal((true, 1, sent[0].Reference), result));
        Assert.Equal(1, (await senco.RowAsync()).Revision);
        Assert.Null(await senco.DraftAsync());
        await survey.TallyChangedAsync("r");
        Assert.Single(await survey.AssertTalliedAsync("r"));
    }

    [Fact]
    public async Task Twenty_changes_at_once_are_one_change()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.SendAsync();
        await senco.SaveAsync(("localAuthority", "370"));

        var visit = await senco.OpenAsync();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => senco.SendAsync(visit)))), Assert.True);

        var held = Assert.Single(await survey.HeldAsync("r"));
        Assert.Equal(2, held.Revision);
        await survey.TallyChangedAsync("r");
        await survey.AssertTalliedAsync("r");
    }

    [Fact]
    public async Task A_page_saved_while_it_is_sent_is_kept_and_still_to_be_sent()
    {
        await using var survey = await SurveyAsync();
        var requests = new StorageRequests();
        await using var process = survey.Another(requests);
        var senco = Senco.New(survey);
        await senco.FillAsync(hours: "6");
        requests.Before = async request =>
        {
            if (request.Method == "DELETE") await senco.SaveAsync(("hoursAllocated", "7"));
        };

        Assert.True(await senco.At(process).SendAsync());

        var visit = await senco.OpenAsync();
        Assert.Equal((6, 7, true), (visit.Sent!.Answers.Number("hoursAllocated")!.Value.ToDecimal(), visit.Journey.Answers.Number("hoursAllocated")!.Value.ToDecimal(), visit.HasUnsent));
    }

    /// <summary>As if the process had been killed after the answers were stored.</summary>
    [Fact]
    public async Task A_draft_that_outlives_its_sending_changes_nothing()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        var draft = await survey.Storage.Drafts.QueryAsync<TableEntity>().SingleAsync();
        await senco.SendAsync();
        var receipt = (await senco.OpenAsync()).Sent!;

        await survey.Storage.Drafts.AddEntityAsync(draft);
        survey.Time.Advance(TimeSpan.FromHours(1));

        Assert.False((await senco.OpenAsync()).HasUnsent);
        Assert.True(await senco.SendAsync());
        var visit = await senco.OpenAsync();
        Assert.Equal((receipt.Revision, receipt.ReceivedAt, null), (visit.Sent!.Revision, visit.Sent.ReceivedAt, visit.Draft));
        Assert.Equal(1, (await senco.RowAsync()).Revision);
    }

    [Fact]
    public async Task A_change_after_sending_counts_only_when_it_is_sent_again()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync(hours: "6");
        await senco.SendAsync();
        survey.Time.Advance(TimeSpan.FromDays(1));

        await senco.SaveAsync(("hoursAllocated", "7"));

        var changed = await senco.OpenAsync();
        Assert.True(changed.HasUnsent);
        Assert.False(changed.Draft!.IsFirst);
        Assert.Equal("""{"localAuthority":"813","senSupport":20,"ehcp":4,"hoursAllocated":7}""", AnswersJson.Write(changed.Journey.Answers));
        Assert.Equal((1, 6), await HeldAsync(survey));

        Assert.True(await senco.SendAsync());

        var sent = await senco.OpenAsync();
        Assert.Equal((2, TestSurvey.Start.AddDays(1), changed.Reference, null), (sent.Sent!.Revision, sent.Sent.ReceivedAt, sent.Reference, sent.Draft));
        Assert.Equal((2, 7), await HeldAsync(survey));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_is_none()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync(hours: "6");
        await senco.SendAsync();
        await senco.SaveAsync(("hoursAllocated", "7"));
        await senco.SaveAsync(("hoursAllocated", "6.00"));

        Assert.False((await senco.OpenAsync()).HasUnsent);
        Assert.True(await senco.SendAsync());
        Assert.Equal((1, 6), await HeldAsync(survey));
        Assert.Null(await senco.DraftAsync());
    }

    [Fact]
    public async Task Whoever_changes_one_page_of_what_was_sent_in_sees_the_others_as_they_were_sent()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.SendAsync();

        var saved = await senco.SaveAsync(("senSupport", ""), ("ehcp", "9"));

        Assert.Equal("""{"localAuthority":"813","ehcp":9,"hoursAllocated":6}""", AnswersJson.Write(saved.Journey.Answers));
        Assert.Equal("""{"localAuthority":"813","ehcp":9,"hoursAllocated":6}""", AnswersJson.Write((await senco.OpenAsync(withSent: false)).Journey.Answers));
    }

    [Fact]
    public async Task A_required_answer_cannot_be_taken_out_of_what_was_sent_in()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync();
        await senco.SendAsync();
        var visit = await senco.OpenAsync();
        var emptied = PageEntry.Read([visit.Journey.Questionnaire.Find("hoursAllocated")!], _ => []);
        await survey.Get<JourneyService>().SaveAsync(visit, emptied, CancellationToken.None);

        Assert.False(await senco.SendAsync());
        Assert.Equal((1, 6), await HeldAsync(survey));
    }

    [Fact]
    public async Task Answers_sent_in_through_the_API_are_changed_on_the_pages()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await survey.SubmitAsync("r", senco.Key, hours: 6);

        Assert.Equal(6, (await senco.OpenAsync(withSent: false)).Journey.Answers.Number("hoursAllocated"));
        await senco.SaveAsync(("hoursAllocated", "7"));
        Assert.True(await senco.SendAsync());

        Assert.Equal((2, 7), await HeldAsync(survey));
    }

    [Fact]
    public async Task Ones_own_figures_stand_beside_what_is_published_once_they_are_sent_in()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12);
        await survey.SubmitManyAsync("r", 20, la: "370");
        await survey.TallyAndPublishAsync("r");
        survey.Time.Advance(PublicationStore.BeforeReceipts);
        var senco = Senco.New(survey);
        await senco.FillAsync(hours: "39");
        Assert.Empty(await CompareAsync(senco));
        await senco.SendAsync();

        var hours = (await CompareAsync(senco))[0];

        var (authority, england) = ((await survey.FindPublicationAsync("r", "la/813"))!, (await survey.FindPublicationAsync("r", "england"))!);
        Assert.Equal(39, hours.Yours);
        Assert.Equal(
            [("North Lincolnshire", 12, authority.Numbers["hoursAllocated"].Median, authority.PublishedAt), ("England", 32, england.Numbers["hoursAllocated"].Median, england.PublishedAt)],
            hours.Others.Select(others => (others.Who, others.Base, others.Value, others.PublishedAt!.Value)));
    }

    [Fact]
    public async Task Without_a_publication_the_figures_say_why_there_are_none()
    {
        await using var survey = await SurveyAsync();
        var senco = Senco.New(survey);
        await senco.FillAsync(la: "370");
        await senco.SendAsync();
        await survey.TallyAndPublishAsync("r");

        Assert.All((await CompareAsync(senco)).SelectMany(figure => figure.Others), others => Assert.Equal("Not published yet: it takes at least 10 responses.", others.WhyNot));
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        return survey;
    }

    private static async Task<(bool WasSent, int? Revision, string Reference)> SendAsync(Senco senco)
    {
        var wasSent = await senco.SendAsync();
        var visit = await senco.OpenAsync();
        return (wasSent, visit.Sent?.Revision, visit.Reference);
    }

    private static async Task<IReadOnlyList<OwnFigure>> CompareAsync(Senco senco) => await senco.Survey.Get<JourneyService>().CompareAsync(await senco.OpenAsync(), CancellationToken.None);

    /// <summary>The revision and the hours of the only response that counts, once it is tallied.</summary>
    private static async Task<(int Revision, decimal Hours)> HeldAsync(TestSurvey survey)
    {
        await survey.TallyChangedAsync("r");
        var held = Assert.Single(await survey.AssertTalliedAsync("r"));
        return (held.Revision, AnswersJson.Read(survey.Questionnaire, held.Answers).Number("hoursAllocated")!.Value.ToDecimal());
    }
}
