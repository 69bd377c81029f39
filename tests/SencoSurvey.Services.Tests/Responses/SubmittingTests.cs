using System.Text.Json;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Responses;

public sealed class SubmittingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_first_answer_makes_a_response_and_another_one_replaces_it()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();

        var (first, created) = await survey.SubmitAsync("r", key, hours: 6);
        Assert.True(created);
        Assert.Equal((1, TestSurvey.Start), (first.Revision, first.ReceivedAt));

        survey.Time.Advance(TimeSpan.FromHours(1));
        var (second, createdAgain) = await survey.SubmitAsync("r", key, hours: 7);
        Assert.False(createdAgain);
        Assert.Equal((2, TestSurvey.Start.AddHours(1), first.Reference), (second.Revision, second.ReceivedAt, second.Reference));
        Assert.Contains("\"hoursAllocated\":7", Assert.Single(await survey.HeldAsync("r")).Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_answers_again_get_the_same_receipt()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 3);
        await survey.TallyChangedAsync("r");
        await survey.PublishAsync("r");
        survey.Time.Advance(PublicationStore.BeforeReceipts);
        var key = Synthetic.NewKey();
        var (first, _) = await survey.SubmitAsync("r", key);
        Assert.Equal(3, first.Benchmark!.Responses);

        // Neither the time nor what was published since gets into it.
        survey.Time.Advance(TimeSpan.FromDays(1));
        await survey.TallyChangedAsync("r");
        await survey.PublishAsync("r");
        var (again, created) = await survey.SubmitAsync("r", key.ToUpperInvariant());
        Assert.False(created);
        Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(again));
    }

    [Fact]
    public async Task The_same_answers_spelt_otherwise_are_the_same_answers()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        var service = survey.Get<ResponseService>();
        await service.SubmitAsync("r", key, JsonElement.Parse("""{"localAuthority":"813","hoursAllocated":6.50}"""), CancellationToken.None);
        var (receipt, created) = await service.SubmitAsync("r", key, JsonElement.Parse("""{ "hoursAllocated": 6.5, "ehcp": null, "localAuthority": "813" }"""), CancellationToken.None);
        Assert.Equal((1, false), (receipt.Revision, created));
    }

    [Fact]
    public async Task A_response_is_read_back_with_its_revision()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        var (receipt, _) = await survey.SubmitAsync("r", key, hours: 6.25m);
        var view = await survey.Get<ResponseService>().GetAsync("r", key, CancellationToken.None);
        Assert.Equal((receipt.Reference, receipt.Revision, receipt.ReceivedAt), (view.Reference, view.Revision, view.ReceivedAt));
        Assert.Equal(6.25m, view.Answers.GetProperty("hoursAllocated").GetDecimal());
    }

    [Fact]
    public async Task A_withdrawn_response_leaves_nothing_and_may_be_submitted_again_with_a_higher_revision()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        await survey.WithdrawAsync("r", key);
        var row = Assert.Single(await survey.RowsAsync("r"));
        Assert.Equal((ResponseRow.Withdrawn, "", null), (row.State, row.Answers, row.Benchmark));
        await Refused.WithAsync(404, () => survey.Get<ResponseService>().GetAsync("r", key, CancellationToken.None));
        await Refused.WithAsync(404, () => survey.WithdrawAsync("r", key));

        var (receipt, created) = await survey.SubmitAsync("r", key);
        Assert.True(created);
        Assert.Equal(3, receipt.Revision);
        await survey.TallyChangedAsync("r");
        Assert.Single(await survey.AssertTalliedAsync("r"));
    }

    [Fact]
    public async Task A_withdrawn_response_may_be_submitted_again_from_another_authority()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key, la: "813");
        await survey.WithdrawAsync("r", key);
        var (receipt, created) = await survey.SubmitAsync("r", key, la: "370");
        Assert.Equal((3, true), (receipt.Revision, created));
        await survey.TallyChangedAsync("r");
        Assert.Single(await survey.AssertTalliedAsync("r"));
        Assert.Equal(["370"], (await survey.TalliesAsync("r")).Keys);
    }

    [Fact]
    public async Task Nothing_is_taken_or_withdrawn_in_a_round_that_is_not_open()
    {
        await using var survey = await SurveyAsync();
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        await survey.PutRoundAsync("planned", round => round with { OpensOn = new DateOnly(2026, 10, 6) });
        await Refused.WithAsync(409, () => survey.SubmitAsync("planned", key));

        await survey.CloseAsync("r");
        await Refused.WithAsync(409, () => survey.SubmitAsync("r", key, hours: 7));
        await Refused.WithAsync(409, () => survey.WithdrawAsync("r", key));
        Assert.Equal(1, (await survey.Get<ResponseService>().GetAsync("r", key, CancellationToken.None)).Revision);
    }

    [Fact]
    public async Task A_key_that_opens_nothing_is_refused()
    {
        await using var survey = await SurveyAsync();
        foreach (var (key, status) in new[] { (null, 401), ("", 401), ("not-a-uuid", 403) })
            await Refused.WithAsync(status, () => survey.Get<ResponseService>().SubmitAsync("r", key, Synthetic.Answers(), CancellationToken.None));
        Assert.Empty(await survey.RowsAsync("r"));
    }

    [Fact]
    public async Task Answers_that_are_not_valid_are_refused_by_question_and_nothing_is_stored()
    {
        await using var survey = await SurveyAsync();
        var refusal = await Refused.WithAsync(422, () => survey.Get<ResponseService>().SubmitAsync("r", Synthetic.NewKey(), JsonElement.Parse("""{"localAuthority":"000","hoursAllocated":61}"""), CancellationToken.None));
        Assert.Equal(["hoursAllocated", "localAuthority"], refusal.Errors.ByField.Keys.Order());
        Assert.Empty(await survey.RowsAsync("r"));
    }

    [Fact]
    public async Task An_unlikely_answer_is_noted_in_the_receipt_and_taken()
    {
        await using var survey = await SurveyAsync();
        var (receipt, _) = await survey.Get<ResponseService>().SubmitAsync("r", Synthetic.NewKey(), JsonElement.Parse("""{"localAuthority":"813","hoursAllocated":6,"senSupport":1,"ehcp":2}"""), CancellationToken.None);
        Assert.Equal("ehcpAboveSenSupport", Assert.Single(receipt.Checks).Id);
        Assert.Single(await survey.HeldAsync("r"));
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { MinimumBase = 1, MinimumCell = 1 });
        return survey;
    }
}
