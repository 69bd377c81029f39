using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.Services.Rebuilding;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Tallying;
using SencoSurvey.Services.Tests.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

/// <summary>Rounds "then" and "now", to which the same synthetic schools of North Lincolnshire (813) are invited. The indicator is little time: 5 hours have it, 12 do not.</summary>
public sealed class PairedPublicationTests(AzuriteFixture azurite)
{
    /// <summary>Hours that so many schools gave in both rounds; null: they did not answer that one. 34 answered both, 12 then alone, 11 now alone.</summary>
    private static readonly (int? Then, int? Now, int Schools)[] Schools = [(5, 5, 10), (5, 12, 4), (12, 5, 12), (12, 12, 8), (5, null, 6), (12, null, 6), (null, 5, 5), (null, 12, 6)];

    [Fact]
    public async Task The_same_schools_of_two_rounds_by_invitation_are_compared_as_pairs()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await PutRoundsAsync(survey);
        await AnswerAsync(survey);
        await CloseAsync(survey, "then");
        await CloseAsync(survey, "now");

        var previous = (await survey.FindPublicationAsync("now", "la/813"))!.Indicators["belowMinimumTime"].Previous!;
        var expected = ProportionDifference.OfPaired(10, 12, 4, 8);
        var paired = previous.Paired!;
        Assert.Equal((46L, 34L), (previous.Base, paired.Pairs));
        Assert.Equal(100.0 * (12 - 4) / 34, paired.Difference, 1e-9);
        Assert.Equal((100 * expected.Lower, 100 * expected.Upper), (paired.DifferenceLower, paired.DifferenceUpper));
        Assert.Equal("higher than the round before among the same schools", paired.Reading);
        Assert.Equal(paired, (await survey.FindPublicationAsync("now", "england"))!.Indicators["belowMinimumTime"].Previous!.Paired);
    }

    [Fact]
    public async Task Figures_of_a_round_that_goes_on_have_no_pairs_and_a_rebuild_gives_the_same_tally()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await PutRoundsAsync(survey);
        await AnswerAsync(survey);
        await CloseAsync(survey, "then");
        await survey.TallyAndPublishAsync("now");
        Assert.Null((await survey.FindPublicationAsync("now", "la/813"))!.Indicators["belowMinimumTime"].Previous!.Paired);

        // That figure was seen, and nothing came since: the final one has pairs all the same.
        await CloseAsync(survey, "now");
        var final = (await survey.FindPublicationAsync("now", "la/813"))!;
        Assert.NotNull(final.Indicators["belowMinimumTime"].Previous!.Paired);

        await survey.Get<RebuildService>().StartAsync("now", CancellationToken.None);
        await survey.TallyAndPublishAsync("now");
        Assert.Equal(final.Build.TallyHash, survey.Sealed(TallyJson.Hash(await TallyAsync(survey))));
    }

    [Fact]
    public async Task A_school_whose_response_lies_in_another_bucket_is_found()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await PutRoundsAsync(survey, then: round => round with { Buckets = 3 }, now: round => round with { Buckets = 2 });
        await AnswerAsync(survey);
        await survey.TallyChangedAsync("now");
        var panel = (await TallyAsync(survey)).Panel["belowMinimumTime"];
        Assert.Equal((10, 4, 12, 8), (panel.Both, panel.OnlyThen, panel.OnlyNow, panel.Neither));
    }

    [Fact]
    public async Task Whatever_changes_in_the_round_before_is_counted_again()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await PutRoundsAsync(survey);
        var codes = await AnswerAsync(survey);
        await survey.TallyChangedAsync("then");
        await survey.TallyChangedAsync("now");
        Assert.Equal(34, (await TallyAsync(survey)).Panel["belowMinimumTime"].Pairs);

        await survey.WithdrawAsync("then", codes.Then[0]);
        await survey.AnswerAsync(codes.Then[1], new { hoursAllocated = 12 }, "then");
        await survey.TallyChangedAsync("then");
        await survey.TallyChangedAsync("now");
        var panel = (await TallyAsync(survey)).Panel["belowMinimumTime"];
        Assert.Equal((8, 4, 13, 8), (panel.Both, panel.OnlyThen, panel.OnlyNow, panel.Neither));

        await survey.PutInvitedRoundAsync("now", round => round with { PreviousRound = null });
        await survey.TallyChangedAsync("now");
        Assert.Equal(0, (await TallyAsync(survey)).Panel["belowMinimumTime"].Pairs);
    }

    [Fact]
    public async Task A_question_whose_wording_changed_has_no_pairs()
    {
        var json = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "functions/SencoSurvey.Core/Questionnaires/Documents/senco-workload-1.json"));
        var label = QuestionnaireDocument.Read("senco-workload-1.json", json).Find("hoursAllocated")!.Label;
        var other = json.Replace("\"senco-workload-1\"", "\"other\"", StringComparison.Ordinal).Replace(label, $"Roughly: {label}", StringComparison.Ordinal);
        var both = new QuestionnaireLibrary([("senco-workload-1.json", json), ("other.json", other)]);
        await using var survey = await TestSurvey.StartAsync(azurite, configure: services => services.AddSingleton<IQuestionnaires>(both));
        await PutRoundsAsync(survey, then: round => round with { Questionnaire = "other" });
        await AnswerAsync(survey, """{ "pulledAway": "often" }""");
        await CloseAsync(survey, "then");
        await CloseAsync(survey, "now");

        var tally = await TallyAsync(survey);
        Assert.Equal((0, 34), (tally.Panel["belowMinimumTime"].Pairs, tally.Panel["pulledAwayOften"].Pairs));
        var previous = (await survey.FindPublicationAsync("now", "la/813"))!.Indicators["belowMinimumTime"].Previous!;
        Assert.Equal((null, null), (previous.Percent, previous.Paired));
    }

    [Fact]
    public async Task Open_rounds_have_no_pairs()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("then");
        await survey.PutRoundAsync("now", round => round with { PreviousRound = "then" });
        foreach (var key in await survey.SubmitManyAsync("then", 30)) await survey.SubmitAsync("now", key);
        await CloseAsync(survey, "then");
        await CloseAsync(survey, "now");
        Assert.All((await survey.FindPublicationAsync("now", "la/813"))!.Indicators.Values, figure => Assert.Null(figure.Previous?.Paired));
        Assert.All(await survey.HeldAsync("now"), row => Assert.Null(row.School));
    }

    [Fact]
    public async Task The_stored_token_is_the_same_in_both_rounds_and_is_nowhere_else()
    {
        var logs = new CapturedLogs();
        await using var survey = await TestSurvey.StartAsync(azurite, configure: logs.AddTo);
        await PutRoundsAsync(survey);
        await AnswerAsync(survey);
        await CloseAsync(survey, "then");
        await CloseAsync(survey, "now");
        var tokens = (await survey.HeldAsync("now")).Select(row => row.School!).ToHashSet();
        Assert.Equal((45, 34), (tokens.Count, (await survey.HeldAsync("then")).Count(row => tokens.Contains(row.School!))));
        Assert.All(tokens, token => Assert.Equal(43, token.Length));
        var elsewhere = (await survey.EverythingAsync("")).Where(text => !text.StartsWith("Responses", StringComparison.Ordinal)).Concat(logs.Lines).ToList();
        Assert.True(elsewhere.Count > 100);
        Assert.All(elsewhere, text => Assert.DoesNotContain(tokens, token => text.Contains(token, StringComparison.Ordinal)));
        Assert.All(await survey.RowsAsync("now"), row => Assert.DoesNotContain("9000", row.School!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_response_leaves_no_token()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        var code = await survey.InviteOneAsync();
        await survey.AnswerAsync(code, new { hoursAllocated = 5 });
        Assert.NotNull(Assert.Single(await survey.RowsAsync("r")).School);
        await survey.WithdrawAsync("r", code);
        Assert.Null(Assert.Single(await survey.RowsAsync("r")).School);
    }

    private static async Task PutRoundsAsync(TestSurvey survey, Func<RoundDefinition, RoundDefinition>? then = null, Func<RoundDefinition, RoundDefinition>? now = null)
    {
        await survey.PutInvitedRoundAsync("then", then);
        await survey.PutInvitedRoundAsync("now", round => (now ?? (same => same))(round with { PreviousRound = "then" }));
    }

    /// <returns>The codes of the schools that answered the round before, in their order.</returns>
    private static async Task<(IReadOnlyList<string> Then, IReadOnlyList<string> Now)> AnswerAsync(TestSurvey survey, string more = "{}")
    {
        var hours = Schools.SelectMany(one => Enumerable.Repeat((one.Then, one.Now), one.Schools)).ToList();
        return (await RoundAsync("then", hours.Select(school => school.Then)), await RoundAsync("now", hours.Select(school => school.Now)));

        async Task<IReadOnlyList<string>> RoundAsync(string round, IEnumerable<int?> given)
        {
            var urns = string.Join('\n', Enumerable.Range(0, hours.Count).Select(number => $"{900_001 + number},813,primary,210"));
            var codes = (await survey.InviteAsync($"{Inviting.Header}\n{urns}", round: round)).Issued.OrderBy(one => one.Invitation.Urn).Select(one => one.Code.Reveal());
            var answering = codes.Zip(given).Where(school => school.Second is not null).ToList();
            foreach (var (code, answer) in answering)
            {
                var answers = JsonSerializer.Deserialize<Dictionary<string, object>>(more)!;
                answers["hoursAllocated"] = answer!.Value;
                await survey.AnswerAsync(code, answers, round);
            }

            return [.. answering.Select(school => school.First)];
        }
    }

    private static async Task CloseAsync(TestSurvey survey, string round)
    {
        await survey.CloseAsync(round);
        await survey.TallyAndPublishAsync(round);
    }

    private static async Task<Tally> TallyAsync(TestSurvey survey)
    {
        var questionnaire = survey.Get<IQuestionnaires>().Find("senco-workload-1")!;
        var sum = new Tally(questionnaire);
        await foreach (var (_, tally) in survey.Get<TallyStore>().ReadAllAsync("now", questionnaire, CancellationToken.None)) sum.Merge(tally);
        return sum;
    }
}
