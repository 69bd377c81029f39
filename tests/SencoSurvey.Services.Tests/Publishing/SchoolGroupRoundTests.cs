using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Tests.Invitations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

/// <summary>A round that is a school group's own: of its schools in whichever authorities, as one, and of no place else.</summary>
public sealed class SchoolGroupRoundTests(AzuriteFixture azurite)
{
    private static readonly Trust Group = new("tr00001", "Synthetic Trust");

    [Fact]
    public async Task Schools_of_several_authorities_too_few_in_each_are_published_together_and_nothing_else_is()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await AnsweredAsync(survey, ("813", 6), ("370", 5), ("202", 2));

        var published = (await survey.FindPublicationAsync("r", "trust/tr00001"))!;
        Assert.Equal(("trust/tr00001", "Synthetic Trust", 13L, 3, 26L), (published.Scope, published.ScopeName, published.Base.Responses, published.Base.Authorities, published.Base.Invited));
        Assert.Equal(50.0, published.Base.ResponseRate);
        Assert.Equal((5L, 13L), (published.Indicators["belowMinimumTime"].Count, published.Indicators["belowMinimumTime"].Base));
        Assert.Equal(["trust/tr00001"], (await survey.Get<PublicationStore>().ScopesAsync("r", CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task Its_authorities_have_no_figures_though_they_would_be_enough()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await AnsweredAsync(survey, ("813", 15), ("370", 12));
        await survey.CloseAsync("r");
        await survey.TallyAndPublishAsync("r");

        Assert.Equal((27L, true), await survey.FindPublicationAsync("r", "trust/tr00001") is { } final ? (final.Base.Responses, final.Final) : default);
        Assert.Equal(["trust/tr00001"], (await survey.Get<PublicationStore>().ScopesAsync("r", CancellationToken.None)).Keys);
    }

    [Theory]
    [InlineData("england")]
    [InlineData("region/E12000003")]
    [InlineData("la/813")]
    [InlineData("trust/tr00002")]
    public async Task No_other_scope_is_in_its_round_and_the_refusal_says_which_is(string scope)
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await PutAsync(survey);
        foreach (var live in new[] { false, true }) Assert.Contains("use trust/tr00001", (await Refused.WithAsync(404, () => StatisticsAsync(survey, scope, live))).Message, StringComparison.Ordinal);
        Assert.Contains("use trust/tr00001", (await Refused.WithAsync(404, () => survey.Get<ResponseRateService>().GetAsync("r", Scope.Parse(scope), CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_of_places_has_no_school_group_also_live()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        foreach (var live in new[] { false, true }) Assert.Contains("The round is of no school group", (await Refused.WithAsync(404, () => StatisticsAsync(survey, "trust/tr00001", live))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_figures_and_the_response_rate_are_of_all_its_schools()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await AnsweredAsync(survey, ("813", 2), ("370", 1));
        Assert.Equal((3L, 6L, "Synthetic Trust"), await StatisticsAsync(survey, "trust/tr00001", live: true) is var live ? (live.Base.Responses, live.Base.Invited, live.ScopeName) : default);
        Assert.Equal((6L, 3L), await survey.Get<ResponseRateService>().GetAsync("r", Scope.Parse("trust/tr00001"), CancellationToken.None) is var rate ? (rate.Invited, rate.Responded) : default);
    }

    [Fact]
    public async Task What_was_seen_stands_until_ten_more_came_though_they_came_from_several_authorities()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var codes = await AnsweredAsync(survey, ("813", 12), ("370", 6));
        Assert.Equal(18, (await survey.FindPublicationAsync("r", "trust/tr00001"))!.Base.Responses);

        await AnswerAsync(survey, codes.Take(9));
        Assert.Equal(18, (await survey.FindPublicationAsync("r", "trust/tr00001"))!.Base.Responses);
        await AnswerAsync(survey, codes.Skip(9).Take(1));
        Assert.Equal(28, (await survey.FindPublicationAsync("r", "trust/tr00001"))!.Base.Responses);

        await AnswerAsync(survey, codes.Skip(10).Take(3));
        await survey.CloseAsync("r");
        await survey.TallyAndPublishAsync("r");
        Assert.Equal((28L, 31L, true), await survey.FindPublicationAsync("r", "trust/tr00001") is { } final ? (final.Base.Responses, final.Base.Received ?? 0, final.Final) : default);
    }

    [Fact]
    public async Task Who_answers_sees_their_figures_beside_the_group_alone()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var codes = await AnsweredAsync(survey, ("813", 8), ("370", 8));
        await survey.FindPublicationAsync("r", "trust/tr00001");

        var (receipt, _) = await survey.AnswerAsync(codes[0], new { hoursAllocated = 4 });
        Assert.Equal("trust/tr00001", receipt.Benchmark!.Scope);
        var visit = await survey.Get<JourneyService>().OpenAsync("r", codes[0], withSent: true, CancellationToken.None);
        var hours = (await survey.Get<JourneyService>().CompareAsync(visit, CancellationToken.None))[0];
        Assert.Equal(["Primary, infant, junior or first, in Synthetic Trust", "Synthetic Trust"], hours.Others.Select(others => others.Who));
        Assert.NotNull(hours.Others[1].Value);
    }

    [Fact]
    public async Task Two_rounds_of_one_group_are_compared_whatever_it_is_called_by_now()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await AnsweredAsync(survey, ("813", 8), ("370", 8));
        await survey.CloseAsync("r");
        await survey.TallyAndPublishAsync("r");
        await survey.FindPublicationAsync("r", "trust/tr00001");

        await AnsweredAsync(survey, "s", round => round with { Trust = Group with { Name = "Another name" }, PreviousRound = "r" }, ("813", 9), ("202", 8));
        await survey.CloseAsync("s");
        await survey.TallyAndPublishAsync("s");
        var now = (await survey.FindPublicationAsync("s", "trust/tr00001"))!;
        Assert.Equal("Another name", now.ScopeName);
        Assert.Equal(("r", 16L), (now.Indicators["belowMinimumTime"].Previous!.Round, now.Indicators["belowMinimumTime"].Previous!.Base));
    }

    [Fact]
    public async Task A_round_of_others_is_not_the_one_before()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync("places");
        await PutAsync(survey);
        foreach (var (before, trust) in new (string, Trust?)[] { ("places", Group), ("r", null), ("r", new Trust("tr00002", "Synthetic Trust")) })
        {
            var refusal = await Refused.WithAsync(422, () => survey.PutInvitedRoundAsync("s", round => round with { Trust = trust, PreviousRound = before }));
            Assert.Equal(["previousRound"], refusal.Errors.ByField.Keys);
        }
    }

    [Fact]
    public async Task Whose_round_it_is_stays_once_there_are_responses_but_its_name_may_be_mended()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await AnsweredAsync(survey, ("813", 12));
        foreach (var trust in new[] { null, new Trust("tr00002", "Synthetic Trust") })
            Assert.Equal(["trust"], (await Refused.WithAsync(409, () => survey.PutInvitedRoundAsync("r", round => round with { Trust = trust }))).Errors.ByField.Keys);
        await survey.PutInvitedRoundAsync("r", round => round with { Trust = Group with { Name = "Synthetic Trust of Schools" } });
        Assert.Equal("Synthetic Trust of Schools", (await StatisticsAsync(survey, "trust/tr00001", live: true)).ScopeName);

        // What is published goes by one name in every form.
        await using var csv = new StringWriter();
        await TidyCsv.WriteAsync(csv, (await survey.FindPublicationAsync("r", "trust/tr00001"))!, (await survey.RoundAsync("r")).Definition);
        Assert.Contains(",tr00001,Synthetic Trust,", csv.ToString(), StringComparison.Ordinal);
    }

    private static Task<Round> PutAsync(TestSurvey survey) => survey.PutInvitedRoundAsync("r", round => round with { Trust = Group });

    private static Task<IReadOnlyList<string>> AnsweredAsync(TestSurvey survey, params (string Authority, int Answers)[] places) => AnsweredAsync(survey, "r", round => round with { Trust = Group }, places);

    /// <summary>Invites twice as many schools as answer, and publishes what these say: every third has few hours.</summary>
    /// <returns>The codes of those who have not answered.</returns>
    private static async Task<IReadOnlyList<string>> AnsweredAsync(TestSurvey survey, string round, Func<RoundDefinition, RoundDefinition> change, params (string Authority, int Answers)[] places)
    {
        await survey.PutInvitedRoundAsync(round, change);
        var schools = places.SelectMany(place => Enumerable.Repeat(place, 2 * place.Answers).Index().Select(school => (school.Item.Authority, Answers: school.Index < place.Answers))).ToList();
        var issued = (await survey.InviteAsync(string.Join('\n', schools.Select((school, number) => $"{900_001 + number},{school.Authority},primary,210").Prepend(Inviting.Header)), round: round)).Issued;
        var codes = issued.Select(one => one.Code.Reveal()).Zip(schools, (code, school) => (Code: code, school.Answers)).ToList();
        await AnswerAsync(survey, codes.Where(one => one.Answers).Select(one => one.Code), round);
        return [.. codes.Where(one => !one.Answers).Select(one => one.Code)];
    }

    private static async Task AnswerAsync(TestSurvey survey, IEnumerable<string> codes, string round = "r")
    {
        foreach (var (number, code) in codes.Index()) await survey.AnswerAsync(code, new { hoursAllocated = number % 3 == 0 ? 5 : 12 }, round);
        await survey.TallyAndPublishAsync(round);
    }

    private static async Task<Publication> StatisticsAsync(TestSurvey survey, string scope, bool live) =>
        (await survey.Get<StatisticsService>().GetAsync("r", Scope.Parse(scope), by: null, live, CancellationToken.None)).Publication;
}
