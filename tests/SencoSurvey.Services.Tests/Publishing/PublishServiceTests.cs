using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

public sealed class PublishServiceTests(AzuriteFixture azurite)
{
    private static readonly string[] Scopes = ["la/813", "region/E12000003", "england"];

    [Fact]
    public async Task Nothing_is_published_of_fewer_responses_than_the_minimum_base()
    {
        await using var survey = await SurveyAsync(responses: 9);
        await survey.TallyAndPublishAsync("r");
        Assert.Empty(await ScopesAsync(survey));

        await survey.SubmitManyAsync("r", 1);
        await survey.TallyAndPublishAsync("r");
        Assert.Equal(Scopes.Order(), (await ScopesAsync(survey)).Keys.Order());
        Assert.All((await ScopesAsync(survey)).Values, pointer => Assert.Equal((1, 10L, false), (pointer.Number, pointer.Responses, pointer.Final)));
    }

    [Fact]
    public async Task A_publication_carries_the_number_and_the_sealed_hash_of_what_it_was_made_from()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        var tally = (await survey.TalliesAsync("r"))["813"];
        foreach (var scope in Scopes)
        {
            var publication = await survey.FindPublicationAsync("r", scope);
            Assert.Equal((scope, 10L, survey.Sealed(TallyJson.Hash(tally))), (publication!.Scope, publication.Build.Responses, publication.Build.TallyHash));
            Assert.NotEqual(TallyJson.Hash(tally), publication.Build.TallyHash);
            Assert.Equal((TestSurvey.Start, false, false), (publication.PublishedAt, publication.Final, publication.Live));
        }
    }

    [Fact]
    public async Task Each_scope_stands_beside_itself_in_the_round_before()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        await survey.PutRoundAsync("next", round => round with { PreviousRound = "r" });
        await survey.SubmitManyAsync("next", 20);
        await survey.TallyAndPublishAsync("next");
        foreach (var scope in Scopes)
        {
            var previous = (await survey.FindPublicationAsync("next", scope))!.Indicators["belowMinimumTime"].Previous!;
            Assert.Equal(("r", 10, "lower than the round before"), (previous.Round, previous.Base, previous.Reading));
        }

        Assert.Null((await survey.FindPublicationAsync("r", "england"))!.Indicators["belowMinimumTime"].Previous);
    }

    [Fact]
    public async Task What_nobody_has_seen_is_published_again_whatever_little_changed()
    {
        await using var survey = await SurveyAsync(responses: 10);
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        await PublishedAfterAsync(survey, count: 0, number: 1);
        await survey.WithdrawAsync("r", key);
        await PublishedAfterAsync(survey, count: 0, number: 2);
        Assert.Equal(10, (await survey.FindPublicationAsync("r", "england"))!.Build.Responses);
    }

    [Theory]
    [InlineData("la/813")]
    [InlineData("england")]
    public async Task What_somebody_has_seen_is_published_again_once_the_minimum_base_came_or_went(string seen)
    {
        await using var survey = await SurveyAsync(responses: 9);
        var first = Synthetic.NewKey();
        await survey.SubmitAsync("r", first);
        await PublishedAfterAsync(survey, count: 0, number: 1);
        await survey.FindPublicationAsync("r", seen);
        var keys = await PublishedAfterAsync(survey, count: 9, number: 1);
        keys = [.. keys, .. await PublishedAfterAsync(survey, count: 1, number: 2)];
        await survey.FindPublicationAsync("r", seen);

        // Twenty less these ten would be the first ten again but for one.
        foreach (var key in keys.Skip(1).Append(first)) await survey.WithdrawAsync("r", key);
        await PublishedAfterAsync(survey, count: 0, number: 2);
        await PublishedAfterAsync(survey, count: 20, number: 3);
        Assert.Equal(30, (await survey.FindPublicationAsync("r", "england"))!.Build.Responses);
    }

    [Fact]
    public async Task Changed_answers_alone_are_not_published_where_somebody_has_seen_them()
    {
        await using var survey = await SurveyAsync(responses: 9);
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key, hours: 1);
        await survey.TallyAndPublishAsync("r");
        await survey.FindPublicationAsync("r", "la/813");
        await survey.SubmitAsync("r", key, hours: 60);
        await PublishedAfterAsync(survey, count: 0, number: 1);
    }

    [Fact]
    public async Task What_a_SENCO_is_shown_of_others_was_seen_already_or_is_from_then_on()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        survey.Time.Advance(PublicationStore.BeforeReceipts);

        // The eleventh sees the ten; so does the twelfth, though eleven and then twelve might be published by then.
        for (var late = 0; late < 2; late++)
        {
            var (receipt, _) = await survey.SubmitAsync("r", Synthetic.NewKey());
            Assert.NotNull(receipt.Benchmark);
            await survey.TallyAndPublishAsync("r");
            Assert.All((await ScopesAsync(survey)).Values, pointer => Assert.Equal(10, pointer.Responses));
        }
    }

    [Fact]
    public async Task While_answers_come_in_one_after_another_no_receipt_holds_the_figures_fast()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        for (var more = 0; more < 3; more++)
        {
            survey.Time.Advance(PublicationStore.BeforeReceipts - TimeSpan.FromSeconds(1));
            Assert.Null((await survey.SubmitAsync("r", Synthetic.NewKey())).Receipt.Benchmark);
            await survey.TallyAndPublishAsync("r");
        }

        Assert.Equal(13, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);
        Assert.Equal(13, (await survey.SubmitAsync("r", Synthetic.NewKey())).Receipt.Benchmark!.Responses);
    }

    [Fact]
    public async Task Who_asks_just_after_the_close_waits_for_the_final_figures_and_does_not_keep_the_last_answers_out_of_them()
    {
        await using var survey = await SurveyAsync(responses: 13);
        await survey.TallyAndPublishAsync("r");
        await survey.SubmitManyAsync("r", 8);
        await survey.CloseAsync("r");
        foreach (var scope in Scopes) Assert.Null(await survey.FindPublicationAsync("r", scope));
        await survey.PublishAsync("r");
        foreach (var scope in Scopes) Assert.Equal((21L, true), ((await survey.FindPublicationAsync("r", scope))!.Build.Responses, (await survey.FindPublicationAsync("r", scope))!.Final));
    }

    [Fact]
    public async Task What_was_seen_before_the_close_can_be_read_until_the_final_figures_are_there()
    {
        await using var survey = await SurveyAsync(responses: 13);
        await survey.TallyAndPublishAsync("r");
        await survey.FindPublicationAsync("r", "england");
        await survey.CloseAsync("r");
        foreach (var scope in Scopes) Assert.False((await survey.FindPublicationAsync("r", scope))!.Final);
    }

    [Fact]
    public async Task A_report_while_the_round_is_open_leaves_the_details_to_the_final_one()
    {
        await using var survey = await SurveyAsync(responses: 0);
        await survey.PutRoundAsync("w", round => round with { Questionnaire = "senco-workload-1" });
        await survey.SubmitManyAsync("w", 12);
        await survey.TallyAndPublishAsync("w");
        var (report, _) = await ForReportAsync(withDetails: false);
        Assert.Equal((true, true, 12L), (report.AwaitsDetails, report.Breakdowns is null, report.Numbers["hoursAllocated"].N));
        Assert.Equal((true, false), await SeenAsync());

        // Who asks for groups gets them, and so does everyone from then on.
        Assert.NotNull((await ForReportAsync(withDetails: true)).Publication.Breakdowns);
        Assert.Equal((true, true), await SeenAsync());
        Assert.False((await ForReportAsync(withDetails: false)).Publication.AwaitsDetails);

        await survey.PutRoundAsync("v", round => round with { Questionnaire = "senco-workload-1" });
        await survey.SubmitManyAsync("v", 12);
        await survey.CloseAsync("v");
        await survey.PublishAsync("v");
        Assert.NotNull((await survey.Get<StatisticsService>().GetForReportAsync("v", Scope.England, withDetails: false, CancellationToken.None)).Publication.Breakdowns);

        Task<(Publication Publication, Round Round)> ForReportAsync(bool withDetails) => survey.Get<StatisticsService>().GetForReportAsync("w", Scope.England, withDetails, CancellationToken.None);

        async Task<(bool, bool)> SeenAsync() => (await survey.Get<EditionStore>().FindAsync("w", CancellationToken.None)).Edition is var edition ? (edition.IsSeen, edition.DetailsSeen) : default;
    }

    [Fact]
    public async Task When_the_round_closes_its_last_responses_are_in_what_nobody_has_seen_before()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        survey.Time.Advance(PublicationStore.BeforeReceipts);
        await survey.SubmitManyAsync("r", 1);
        await survey.CloseAsync("r");

        // Its last responses were not tallied yet: the final publication misses none. But the receipt of the last one showed the ten before.
        await survey.PublishAsync("r");
        var final = await ScopesAsync(survey);
        Assert.All(Scopes, scope => Assert.Equal((2, 10L, 11L, true), (final[scope].Number, final[scope].Responses, final[scope].Received, final[scope].Final)));
        Assert.Equal((10L, 11L), ((await survey.FindPublicationAsync("r", "england"))!.Base.Responses, (await survey.FindPublicationAsync("r", "england"))!.Base.Received));
        await survey.AssertTalliedAsync("r");

        await survey.PublishAsync("r");
        Assert.Equal(final.Values.Select(scope => scope.Name), (await ScopesAsync(survey)).Values.Select(scope => scope.Name));
    }

    [Fact]
    public async Task What_came_too_late_for_the_authorities_figures_is_in_their_region_s_where_it_is_enough()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.SubmitManyAsync("r", 10, "370");
        await survey.TallyAndPublishAsync("r");
        await survey.FindPublicationAsync("r", "england");
        await survey.SubmitManyAsync("r", 5, "813");
        await survey.SubmitManyAsync("r", 6, "370");
        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        var final = await ScopesAsync(survey);
        Assert.Equal([("england", 31L), ("la/370", 10), ("la/813", 10), ("region/E12000003", 31)], final.Values.Select(scope => (scope.Scope, scope.Responses)).Order());
        Assert.Equal(31, (await survey.FindPublicationAsync("r", "region/E12000003"))!.Numbers["hoursAllocated"].N);
    }

    [Fact]
    public async Task When_the_round_closes_without_a_change_the_same_figures_are_published_as_final()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        foreach (var scope in Scopes) Assert.True((await survey.FindPublicationAsync("r", scope))!.Final);
        Assert.All((await ScopesAsync(survey)).Values, pointer => Assert.Equal((2, 10L, true), (pointer.Number, pointer.Responses, pointer.Final)));
    }

    [Fact]
    public async Task When_too_few_are_left_at_the_close_what_was_published_is_withdrawn()
    {
        await using var survey = await SurveyAsync(responses: 9);
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        await survey.TallyAndPublishAsync("r");
        Assert.Equal(10, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);
        await survey.WithdrawAsync("r", key);
        await survey.TallyAndPublishAsync("r");
        Assert.Equal(10, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);

        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        foreach (var scope in Scopes) Assert.Null(await survey.FindPublicationAsync("r", scope));
        Assert.Empty(await ScopesAsync(survey));
        Assert.Empty(await survey.StatisticsAsync("r"));
    }

    [Fact]
    public async Task When_the_minimum_base_is_raised_what_was_published_of_fewer_cannot_be_read_any_more()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        await survey.PutRoundAsync("r", round => round with { MinimumBase = 11 });
        foreach (var scope in Scopes) Assert.Null(await survey.FindPublicationAsync("r", scope));
    }

    [Fact]
    public async Task A_round_is_marked_as_finalised_once_its_final_figures_are_published()
    {
        await using var survey = await SurveyAsync(responses: 10);
        var rounds = survey.Get<RoundStore>();
        await survey.CloseAsync("r");
        Assert.Null((await rounds.FindAsync("r", CancellationToken.None))!.FinalisedAt);
        survey.Time.Advance(TimeSpan.FromMinutes(1));
        await survey.PublishAsync("r");
        Assert.Equal(TestSurvey.Start.AddMinutes(1), (await rounds.FindAsync("r", CancellationToken.None))!.FinalisedAt);
    }

    [Fact]
    public async Task A_reopened_round_that_is_closed_again_has_its_final_figures_made_anew_once_enough_came()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await CloseAsync(10);
        await survey.Get<RoundService>().ReopenAsync("r", CancellationToken.None);
        await survey.SubmitManyAsync("r", 1);
        await CloseAsync(10);
        await survey.Get<RoundService>().ReopenAsync("r", CancellationToken.None);
        await survey.SubmitManyAsync("r", 9);
        await CloseAsync(20);

        async Task CloseAsync(long published)
        {
            await survey.CloseAsync("r");
            await survey.PublishAsync("r");
            Assert.Equal(published, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);
        }
    }

    [Fact]
    public async Task Two_publishers_of_a_round_at_once_leave_one_publication_of_each_scope()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await using var another = survey.Another();
        await survey.TallyChangedAsync("r");
        await Task.WhenAll(new[] { survey, another }.Select(process => Task.Run(() => process.PublishAsync("r"))));
        var pointers = await ScopesAsync(survey);
        Assert.Equal(Scopes.Order(), pointers.Keys.Order());
        Assert.All(pointers.Values, pointer => Assert.Equal((1, 10L), (pointer.Number, pointer.Responses)));
        Assert.Equal(pointers.Values.Select(pointer => $"r|{pointer.Name}").Order(), (await survey.StatisticsAsync("r")).Select(row => row.PartitionKey).Distinct().Order());
    }

    /// <returns>The keys of what was submitted.</returns>
    private static async Task<IReadOnlyList<string>> PublishedAfterAsync(TestSurvey survey, int count, int number)
    {
        var keys = await survey.SubmitManyAsync("r", count);
        await survey.TallyAndPublishAsync("r");
        Assert.All(await ScopesAsync(survey), pair => Assert.Equal(number, pair.Value.Number));
        return keys;
    }

    private static Task<IReadOnlyDictionary<string, PublishedScope>> ScopesAsync(TestSurvey survey) => survey.Get<PublicationStore>().ScopesAsync("r", CancellationToken.None);

    private async Task<TestSurvey> SurveyAsync(int responses)
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.SubmitManyAsync("r", responses);
        return survey;
    }
}
