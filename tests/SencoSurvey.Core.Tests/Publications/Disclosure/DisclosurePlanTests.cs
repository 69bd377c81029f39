using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.Tests.Publications.Comparisons;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>Barnsley (370), Doncaster (371) and North Lincolnshire (813) are in one region; at least 10 responses, no count of 1 or 2.</summary>
public sealed class DisclosurePlanTests
{
    private const string Full = "\"hours\": 5, \"support\": 20, \"plans\": 2";
    private const string WithoutPupils = "\"hours\": 5, \"support\": 0, \"plans\": 0";

    [Fact]
    public void A_part_whose_figure_is_safe_is_hidden_where_it_would_lay_another_one_open()
    {
        // Barnsley's two who leave are hidden there. The region less Doncaster would be Barnsley.
        var published = Publish(("370", 18, 2), ("371", 20, 10));
        Assert.Equal([(null, "c"), (null, "c"), (12, null)], Leaving(published, "la/370", "la/371", "region/E12000003"));
    }

    [Fact]
    public void Of_several_parts_the_smallest_is_hidden_that_is_enough()
    {
        var published = Publish(("370", 18, 2), ("371", 20, 10), ("813", 9, 3));
        Assert.Equal([(null, "c"), (10, null), (null, "c"), (15, null)], Leaving(published, "la/370", "la/371", "la/813", "region/E12000003"));
    }

    [Fact]
    public void Where_a_whole_is_hidden_its_parts_need_not_be()
    {
        var published = Publish(("370", 20, 0), ("371", 20, 0), ("813", 18, 2));
        Assert.Equal([(0, null), (0, null), (null, "c"), (null, "c"), (null, "c")], Leaving(published, "la/370", "la/371", "la/813", "region/E12000003", "england"));
    }

    [Fact]
    public void What_a_question_leads_to_is_shown_only_where_its_own_figure_is()
    {
        // All who leave say why: how many were asked why is how many leave.
        const string Pay = "\"stays\": \"no\", \"why\": \"pay\"";
        var published = Publish(new Dictionary<string, Tally>
        {
            ["370"] = TallyOf(Example.Times(18, "\"stays\": \"yes\""), Example.Times(2, Pay)),
            ["371"] = TallyOf(Example.Times(20, "\"stays\": \"yes\""), Example.Times(12, Pay)),
        });
        Assert.Null(published["la/371"].Indicators["leaving"].Count);
        Assert.Null(published["la/371"].Choices["why"].N);
        Assert.Equal(14, published["region/E12000003"].Choices["why"].N);
    }

    [Fact]
    public void A_group_of_an_authority_is_hidden_where_it_would_lay_anothers_open()
    {
        // Of Doncaster's a, two leave. The region's a less Barnsley's would be Doncaster's.
        var published = Publish(new Dictionary<string, Tally>
        {
            ["370"] = TallyOf(Kind("a", 10, 10), Kind("b", 10, 10)),
            ["371"] = TallyOf(Kind("a", 18, 2), Kind("b", 10, 10)),
        });
        Assert.Equal([null, null, 12], Leaving("la/370", "la/371", "region/E12000003"));
        Assert.Equal(20, published["la/370"].Breakdowns!["kind"].Groups[0].Responses);

        IEnumerable<long?> Leaving(params string[] scopes) => scopes.Select(scope => published[scope].Breakdowns!["kind"].Groups[0].Indicators["leaving"].Count);

        static IEnumerable<Core.Answers.AnswerSet> Kind(string kind, int stay, int leave) =>
            [.. Example.Times(stay, $"\"kind\": \"{kind}\", \"stays\": \"yes\""), .. Example.Times(leave, $"\"kind\": \"{kind}\", \"stays\": \"no\"")];
    }

    [Fact]
    public void A_sum_s_total_is_hidden_where_a_part_has_nobody_in_it_who_could_hide_the_one_who_gave_half_of_it()
    {
        // Ten of Barnsley gave one half only, so of the region eleven did; but Barnsley's eleventh part is known, and Doncaster's is one.
        var published = Publish(new Dictionary<string, Tally>
        {
            ["370"] = TallyOf(Example.Times(10, "\"support\": 20")),
            ["371"] = TallyOf(Example.Times(41, "\"support\": 30, \"plans\": 4"), Example.Times(1, "\"support\": 15")),
        });
        Assert.Equal(0, published["la/370"].Numbers["pupils"].N);
        Assert.All(["la/371", "region/E12000003", "england"], scope => Assert.Equal((41L, null, null, null), (published[scope].Numbers["pupils"].N!.Value, published[scope].Numbers["pupils"].Total, published[scope].Numbers["pupils"].Mean, published[scope].Numbers["pupils"].Sd)));
        Assert.All(["la/371", "region/E12000003"], scope => Assert.NotNull(published[scope].Numbers["support"].Total));
    }

    [Fact]
    public void A_table_that_follows_from_one_of_its_questions_is_known_though_it_is_hidden()
    {
        // None of Barnsley gave hours: all are others there. Doncaster's table is hidden for its small cell, so the region's, which is of both, is too.
        var published = Publish(new Dictionary<string, Tally>
        {
            ["370"] = TallyOf(Plans(null, 20, 20, 20)),
            ["371"] = TallyOf(Plans(5, 30, 30, 30), Plans(12, 20, 1, 20)),
        });
        Assert.All(["la/371", "region/E12000003", "england"], scope => Assert.Equal("c", published[scope].Associations![0].Status));

        static IEnumerable<Core.Answers.AnswerSet> Plans(int? hours, int stay, int leave, int notSure) =>
            new[] { ("yes", stay), ("no", leave), ("notSure", notSure) }.SelectMany(plan => Example.Times(plan.Item2, $"\"stays\": \"{plan.Item1}\"{(hours is null ? "" : $", \"hours\": {hours}")}"));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void A_standard_deviation_does_not_tell_that_of_an_authority_with_few_answers(int few, bool isShown)
    {
        var published = Publish(new Dictionary<string, Tally>
        {
            ["370"] = TallyOf(Example.Times(few, "\"support\": 20")),
            ["371"] = TallyOf(Example.Times(25, "\"support\": 30"), Example.Times(25, "\"support\": 10")),
        });
        Assert.Equal(isShown, published["la/370"].Numbers["support"].Sd is not null);
        Assert.Equal(!isShown, published["la/371"].Numbers["support"].Sd is null || published["region/E12000003"].Numbers["support"].Sd is null);
        Assert.All(published.Values, publication => Assert.NotNull(publication.Numbers["support"].Mean));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void A_coefficient_is_rounded_for_it_would_tell_a_standard_deviation_or_what_one_gave_who_left_the_other_number_out(int people)
    {
        var tally = TallyOf(Enumerable.Range(1, people).SelectMany(number => Example.Times(1, $"\"support\": {number}, \"plans\": 1, \"hours\": {number * number % 17}")));
        var figure = Publish(new Dictionary<string, Tally> { ["371"] = tally })["la/371"].Relationships[0];
        Assert.All(new[] { figure.Pearson, figure.PearsonLower, figure.PearsonUpper, figure.Spearman, figure.Kendall }, value => Assert.Equal(Math.Round(value!.Value, 2), value));
    }

    [Theory]
    [InlineData(2, "c")]
    [InlineData(3, null)]
    public void A_ratio_s_base_does_not_tell_that_one_or_two_have_nothing_to_divide_by(int withNobody, string? status)
    {
        // Others left a number out, each another one.
        var figure = Publish(new Dictionary<string, Tally>
        {
            ["371"] = TallyOf(Example.Times(30, Full), Example.Times(withNobody, WithoutPupils), Example.Times(5, "\"hours\": 5"), Example.Times(4, "\"support\": 0, \"plans\": 0")),
        })["la/371"].Numbers["minutes"];
        Assert.Equal((status, status is null ? 30 : null, status is null ? 9 : null, status is null ? 3 : null), (figure.Status, figure.N, figure.Missing, figure.NotAsked));
    }

    [Theory]
    [InlineData(2, "c")]
    [InlineData(3, null)]
    public void Nor_does_it_of_a_group_or_of_those_in_none(int withNobody, string? status)
    {
        var tally = TallyOf(
            Example.Times(30, $"\"kind\": \"a\", {Full}"), Example.Times(5, $"\"kind\": \"a\", {WithoutPupils}"),
            Example.Times(20, Full), Example.Times(withNobody, WithoutPupils), Example.Times(2, "\"hours\": 5"), Example.Times(4, "\"support\": 5, \"plans\": 0"));
        var kinds = Publish(new Dictionary<string, Tally> { ["371"] = tally })["la/371"].Breakdowns!["kind"];
        Assert.Equal((status, status), (kinds.Groups[0].Numbers["minutes"].Status, kinds.Rest!.Numbers["minutes"].Status));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Nor_between_places(int withNobody, bool isHidden)
    {
        var published = Publish(new Dictionary<string, Tally>
        {
            ["370"] = TallyOf(Example.Times(30, Full), Example.Times(4, WithoutPupils), Example.Times(3, "\"hours\": 5")),
            ["371"] = TallyOf(Example.Times(20, Full), Example.Times(withNobody, WithoutPupils), Example.Times(3, "\"hours\": 5")),
        });
        Assert.Equal(isHidden, published["la/371"].Numbers["minutes"].Status is not null);
        Assert.Equal(isHidden, published["la/370"].Numbers["minutes"].Status is not null || published["region/E12000003"].Numbers["minutes"].Status is not null);
    }

    [Fact]
    public void A_ratio_is_in_whole_units_so_that_nobody_s_hours_and_pupils_are_read_off_it()
    {
        var tally = TallyOf([.. Enumerable.Range(1, 40).Select(number => Example.Times(1, $"\"kind\": \"a\", \"hours\": {(number % 7) + 1}.5, \"support\": {number + 20}, \"plans\": 0"))]);
        var publication = Publish(new Dictionary<string, Tally> { ["371"] = tally })["la/371"];
        foreach (var figure in new[] { publication.Numbers["minutes"], publication.Breakdowns!["kind"].Groups[0].Numbers["minutes"] })
        {
            Assert.Equal(40, figure.N);
            Assert.All(new[] { figure.Mean, figure.Q1, figure.Median, figure.Q3, figure.MedianLower, figure.MedianUpper }, value => Assert.Equal(Math.Round(value!.Value), value));
        }
    }

    [Theory]
    [InlineData(2, "c", "c")]
    [InlineData(9, "c", "c")]
    [InlineData(10, null, null)]
    [InlineData(0, null, null)]
    public void Kinds_less_sizes_which_a_register_tells_to_be_of_that_kind_alone_leave_nobody_or_enough(int between, string? size, string? hours)
    {
        // No primary school has over 1,000 pupils, so the secondary schools less those are known by name.
        var group = PublishWorkload((40, "secondary", 1200, 12), (30, "primary", 50, 5), (30, "primary", 300, 5), (12, null, null, 5), (between, "secondary", 800, 12))["schoolPupils"].Groups.Single(group => group.Id == "over1000");
        Assert.Equal((size, hours), (group.Status, group.Numbers["hoursAllocated"].Status));
    }

    [Theory]
    [InlineData(2, "c")]
    [InlineData(10, null)]
    public void Nor_do_they_where_most_of_these_left_a_question_out(int gaveHours, string? hours)
    {
        var group = PublishWorkload((50, "secondary", 1200, 12), (30, "primary", 50, 5), (30, "primary", 300, 5), (12, null, null, 5), (gaveHours, "secondary", 800, 12), (30, "secondary", 800, null))["schoolPupils"].Groups.Single(group => group.Id == "over1000");
        Assert.Equal((null, hours), (group.Status, group.Numbers["hoursAllocated"].Status));
    }

    [Theory]
    [InlineData(7, 1, 9)]
    [InlineData(4, 6.5, 98)]
    [InlineData(3, 9.25, 190)] // 185
    [InlineData(1, 20.75, 1200)]
    public void From_100_on_it_has_two_digits(int pupils, double hours, double minutes)
    {
        var tally = TallyOf(Example.Times(12, FormattableString.Invariant($"\"hours\": {hours}, \"support\": {pupils}, \"plans\": 0")));
        Assert.Equal(minutes, Publish(new Dictionary<string, Tally> { ["371"] = tally })["la/371"].Numbers["minutes"].Median);
    }

    [Theory]
    [InlineData("phase", null)]
    [InlineData("schoolPupils", null)]
    [InlineData("seniorLeadershipTeam", "c")]
    [InlineData("roles", "c")]
    public void Groups_by_what_only_SENCOs_know_have_no_numbers_that_are_published_of_every_school(string by, string? status)
    {
        const string Said = "\"phase\": \"primary\", \"schoolPupils\": 150, \"seniorLeadershipTeam\": \"yes\", \"roles\": [\"deputyHead\"], \"senSupport\": 20, \"ehcp\": 5, \"schoolsServed\": 2, \"hoursAllocated\": 5";
        var group = Schools.Publish(null, Enumerable.Repeat(Example.Read(Said, Example.Workload), 30)).Breakdowns![by].Groups.Single(group => group.Responses == 30);
        foreach (var (id, figure) in group.Numbers.Where(number => number.Value.N != 0)) Assert.Equal(Example.Workload.IsKnownOfSchools(id) ? status : null, figure.Status);
        Assert.Equal(["schoolPupils", "schoolsServed", "senSupport", "ehcp", "totalSend"], group.Numbers.Keys.Where(Example.Workload.IsKnownOfSchools));
    }

    [Fact]
    public void What_stands_as_it_was_seen_is_neither_hidden_nor_shown_anew()
    {
        // As above Barnsley's figure would be hidden for Doncaster's sake. Where it has been seen, the region's is hidden instead.
        var byAuthority = TalliesOf(("370", 18, 2), ("371", 20, 10));
        var tree = ScopeTree.Of(Example.Questionnaire, byAuthority);
        IReadOnlySet<string> all = DisclosurePlan.Of(Example.Questionnaire, 1, 0, tree).ShownIn(Scope.Parse("la/371"));
        var plan = DisclosurePlan.Of(Example.Questionnaire, 10, 3, tree, Earlier.None with { Standing = new Dictionary<string, IReadOnlySet<string>> { ["la/371"] = all } });
        Assert.Equal((true, false, false), (Shows("la/371"), Shows("la/370"), Shows("region/E12000003")));

        plan = DisclosurePlan.Of(Example.Questionnaire, 10, 3, tree, Earlier.None with { Standing = new Dictionary<string, IReadOnlySet<string>> { ["la/371"] = new HashSet<string>() } });
        Assert.Equal((false, false, true), (Shows("la/371"), Shows("la/370"), Shows("region/E12000003")));

        bool Shows(string scope) => plan.ShownIn(Scope.Parse(scope)).Contains("indicator:leaving");
    }

    private static IReadOnlyDictionary<string, Breakdown> PublishWorkload(params (int Times, string? Phase, int? Pupils, int? Hours)[] schools)
    {
        var responses = schools.SelectMany(one => Enumerable.Repeat(Example.Read(string.Join(", ", Said(one.Phase, one.Pupils, one.Hours)), Example.Workload), one.Times));
        return Schools.Publish(null, responses).Breakdowns!;

        static IEnumerable<string> Said(string? phase, int? pupils, int? hours)
        {
            if (phase is not null) yield return $"\"phase\": \"{phase}\"";
            if (pupils is not null) yield return $"\"schoolPupils\": {pupils}";
            if (hours is not null) yield return $"\"hoursAllocated\": {hours}";
        }
    }

    private static (long?, string?)[] Leaving(Dictionary<string, Publication> published, params string[] scopes) =>
        [.. scopes.Select(scope => (published[scope].Indicators["leaving"].Count, published[scope].Indicators["leaving"].Status))];

    private static Dictionary<string, Publication> Publish(params (string Authority, int Stay, int Leave)[] round) =>
        Publish(TalliesOf(round));

    private static Dictionary<LocalAuthority, Tally> TalliesOf(params (string Authority, int Stay, int Leave)[] round) =>
        ByAuthority(round.ToDictionary(of => of.Authority, of => TallyOf(Example.Times(of.Stay, "\"stays\": \"yes\""), Example.Times(of.Leave, "\"stays\": \"no\""))));

    private static Dictionary<LocalAuthority, Tally> ByAuthority(Dictionary<string, Tally> tallies) =>
        LocalAuthorities.All.Where(authority => tallies.ContainsKey(authority.Code)).ToDictionary(authority => authority, authority => tallies[authority.Code]);

    private static Tally TallyOf(params IEnumerable<Core.Answers.AnswerSet>[] responses) => Tally.Of(Example.Questionnaire, responses.SelectMany(some => some));

    private static Dictionary<string, Publication> Publish(Dictionary<string, Tally> tallies) => Publish(ByAuthority(tallies));

    private static Dictionary<string, Publication> Publish(Dictionary<LocalAuthority, Tally> byAuthority)
    {
        var plan = DisclosurePlan.Of(Example.Questionnaire, minimumBase: 10, minimumCell: 3, ScopeTree.Of(Example.Questionnaire, byAuthority));
        return new[] { Scope.England, Scope.Parse("region/E12000003") }.Concat(byAuthority.Keys.Select(Scope.Of)).ToDictionary(scope => scope.Id, scope =>
        {
            var tally = byAuthority.Where(pair => scope.Includes(pair.Key)).Aggregate(new Tally(Example.Questionnaire), (sum, pair) => sum.Merge(pair.Value));
            return PublicationBuilder.Publish(Example.RoundWith(), Example.Questionnaire, scope, tally, DateTimeOffset.UnixEpoch, final: true, plan);
        });
    }
}
