using Azure;
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
        Assert.Empty(await PointersAsync(survey));

        await survey.SubmitManyAsync("r", 1);
        await survey.TallyAndPublishAsync("r");
        Assert.Equal(Scopes.Order(), (await PointersAsync(survey)).Keys.Order());
        Assert.All((await PointersAsync(survey)).Values, pointer => Assert.Equal((1, 10L, false), (pointer.Number, pointer.Last.Responses, pointer.Last.Final)));
    }

    [Fact]
    public async Task A_publication_carries_the_number_and_the_hash_of_what_it_was_made_from()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        var tally = (await survey.TalliesAsync("r"))["813"];
        foreach (var scope in Scopes)
        {
            var publication = await survey.FindPublicationAsync("r", scope);
            Assert.Equal((scope, 10L, TallyJson.Hash(tally)), (publication!.Scope, publication.Build.Responses, publication.Build.TallyHash));
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
    public async Task While_the_round_is_open_a_scope_is_published_again_once_the_minimum_base_came_or_went()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await PublishedAfterAsync(survey, count: 0, number: 1);
        var keys = await PublishedAfterAsync(survey, count: 9, number: 1);
        keys = [.. keys, .. await PublishedAfterAsync(survey, count: 1, number: 2)];

        foreach (var key in keys.Take(9)) await survey.WithdrawAsync("r", key);
        await PublishedAfterAsync(survey, count: 0, number: 2);
        await survey.WithdrawAsync("r", keys[9]);
        await PublishedAfterAsync(survey, count: 0, number: 3);
        Assert.Equal(10, (await survey.FindPublicationAsync("r", "england"))!.Build.Responses);
    }

    [Fact]
    public async Task While_the_round_is_open_changed_answers_alone_are_not_published()
    {
        await using var survey = await SurveyAsync(responses: 9);
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key, hours: 1);
        await survey.TallyAndPublishAsync("r");
        await survey.SubmitAsync("r", key, hours: 60);
        await PublishedAfterAsync(survey, count: 0, number: 1);
    }

    [Fact]
    public async Task When_the_round_closes_every_scope_is_published_once_more_whatever_little_came()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        await survey.SubmitManyAsync("r", 1);
        await survey.CloseAsync("r");

        // Its last responses were not tallied yet: the final publication misses none.
        await survey.PublishAsync("r");
        var final = await PointersAsync(survey);
        Assert.All(Scopes, scope => Assert.Equal((2, 11L, true), (final[scope].Number, final[scope].Last.Responses, final[scope].Last.Final)));
        await survey.AssertTalliedAsync("r");

        await survey.PublishAsync("r");
        Assert.Equal(final, await PointersAsync(survey));
    }

    [Fact]
    public async Task When_the_round_closes_without_a_change_the_same_figures_are_published_as_final()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.TallyAndPublishAsync("r");
        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        foreach (var scope in Scopes) Assert.True((await survey.FindPublicationAsync("r", scope))!.Final);
        Assert.All((await PointersAsync(survey)).Values, pointer => Assert.Equal((2, 10L, true), (pointer.Number, pointer.Last.Responses, pointer.Last.Final)));
    }

    [Fact]
    public async Task When_too_few_are_left_at_the_close_what_was_published_is_withdrawn()
    {
        await using var survey = await SurveyAsync(responses: 9);
        var key = Synthetic.NewKey();
        await survey.SubmitAsync("r", key);
        await survey.TallyAndPublishAsync("r");
        await survey.WithdrawAsync("r", key);
        await survey.TallyAndPublishAsync("r");
        Assert.Equal(10, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);

        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        foreach (var scope in Scopes) Assert.Null(await survey.FindPublicationAsync("r", scope));
        Assert.Empty(await PointersAsync(survey));
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
    public async Task A_reopened_round_that_is_closed_again_has_its_final_figures_made_anew()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        await survey.Get<RoundService>().ReopenAsync("r", CancellationToken.None);
        await survey.SubmitManyAsync("r", 1);
        await survey.TallyAndPublishAsync("r");
        Assert.Equal(10, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);
        await survey.CloseAsync("r");
        await survey.PublishAsync("r");
        Assert.Equal(11, (await survey.FindPublicationAsync("r", "la/813"))!.Build.Responses);
    }

    [Fact]
    public async Task Two_publishers_of_a_round_at_once_leave_one_publication_of_each_scope()
    {
        await using var survey = await SurveyAsync(responses: 10);
        await using var another = survey.Another();
        await survey.TallyChangedAsync("r");
        var outcomes = await Task.WhenAll(new[] { survey, another }.Select(process => Task.Run(async () => await Record.ExceptionAsync(() => process.PublishAsync("r")))));
        Assert.All(outcomes, outcome => Assert.True(outcome is null or RequestFailedException { Status: 409 or 412 }, $"{outcome}"));

        // The message of the one that was refused comes again.
        await survey.PublishAsync("r");
        var pointers = await PointersAsync(survey);
        Assert.Equal(Scopes.Order(), pointers.Keys.Order());
        Assert.All(pointers.Values, pointer => Assert.Equal((1, 10L), (pointer.Number, pointer.Last.Responses)));
        Assert.Equal(pointers.Values.Select(pointer => $"r|{pointer.Name}").Order(), (await survey.StatisticsAsync("r")).Select(row => row.PartitionKey).Distinct().Order());
    }

    /// <returns>The keys of what was submitted.</returns>
    private static async Task<IReadOnlyList<string>> PublishedAfterAsync(TestSurvey survey, int count, int number)
    {
        var keys = await survey.SubmitManyAsync("r", count);
        await survey.TallyAndPublishAsync("r");
        Assert.All(await PointersAsync(survey), pair => Assert.Equal(number, pair.Value.Number));
        return keys;
    }

    private static Task<Dictionary<string, PublicationPointer>> PointersAsync(TestSurvey survey) => survey.Get<PublicationStore>().PointersAsync("r", CancellationToken.None);

    private async Task<TestSurvey> SurveyAsync(int responses)
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.SubmitManyAsync("r", responses);
        return survey;
    }
}
