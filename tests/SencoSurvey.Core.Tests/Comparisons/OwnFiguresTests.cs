using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Comparisons;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Comparisons;

/// <summary>A SENCO's own figures beside publications, made the way the product makes them.</summary>
public sealed class OwnFiguresTests
{
    private const string TooFew = "Not published yet: it takes at least 10 responses.";
    private const string Hidden = "Hidden, so that nobody can be recognised.";

    private static readonly DateTimeOffset AuthorityAt = new(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset EnglandAt = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private static readonly Questionnaire Questionnaire = Comparing("""
        "groupBy": "kind",
        "measures": [
            { "number": "hours", "recommended": 9.75, "recommendedBy": "1.5 days a week" },
            { "number": "minutes" },
            { "indicator": "little" },
            { "indicator": "leavingForWorkload" } ]
        """);

    [Fact]
    public void Ones_own_numbers_stand_beside_the_authoritys_ones_own_kind_and_Englands()
    {
        var (authority, england) = (Authority(Crowd(12, "a", 6)), England(Crowd(12, "a", 6), Crowd(30, "b", 20)));

        var hours = Figures(""" "kind": "b", "hours": 12.5 """, authority, england)[0];

        Assert.Equal(("How many hours?", "hours a week", 12.5, 9.75, "1.5 days a week", false), (hours.Label, hours.Unit, hours.Yours, hours.Recommended, hours.RecommendedBy, hours.IsShare));
        Assert.Equal(
            [Shown("North Lincolnshire", authority.Numbers["hours"], AuthorityAt), Shown("B, in England", Group(england, "b").Numbers["hours"], EnglandAt), Shown("England", england.Numbers["hours"], EnglandAt)],
            hours.Others);
        Assert.Equal([12, 30, 42], hours.Others.Select(others => others.Base));
        Assert.Distinct(hours.Others.Select(others => others.Value));
    }

    [Fact]
    public void A_number_that_is_worked_out_is_compared_like_one_that_was_asked()
    {
        var england = England(Crowd(30, "a", 6));

        var minutes = Figures(""" "kind": "a", "hours": 5, "support": 20, "plans": 5 """, null, england)[1];

        Assert.Equal(("Minutes for each", "minutes a week", 12.0, null), (minutes.Label, minutes.Unit, minutes.Yours, minutes.Recommended));
        Assert.Equal(Shown("England", england.Numbers["minutes"], EnglandAt), minutes.Others[^1]);
    }

    [Theory]
    [InlineData(""" "kind": "a" """)]
    [InlineData(""" "kind": "a", "support": 0, "plans": 0, "hours": 6 """)]
    public void Whoever_did_not_give_the_numbers_still_sees_the_others(string answers)
    {
        var minutes = Figures(answers, Authority(Crowd(12, "a", 6)), England(Crowd(30, "a", 6)))[1];

        Assert.Null(minutes.Yours);
        Assert.All(minutes.Others, others => Assert.NotNull(others.Value));
    }

    [Fact]
    public void A_share_comes_with_its_interval_and_its_wording()
    {
        var england = England(Crowd(20, "a", 6), Crowd(20, "a", 20));

        var share = Figures(""" "kind": "a", "hours": 6 """, null, england)[2];
        var published = england.Indicators["little"];

        Assert.Equal(("Little time", null, "Under 9.75 hours, of all who gave hours.", null, true), (share.Label, share.Unit, share.Wording, share.Yours, share.IsShare));
        Assert.Equal(new OthersFigure("England", 50, published.Lower, published.Upper, 40, EnglandAt, null), share.Others[^1]);
    }

    [Theory]
    [InlineData(""" "hours": 9.5 """, true)]
    [InlineData(""" "hours": 9.75 """, false)]
    [InlineData("", null)]
    public void Whether_one_is_among_a_share_is_told_from_ones_own_answers(string answers, bool? applies) => Assert.Equal(applies, Figures(answers, null, null)[2].AppliesToYou);

    [Theory]
    [InlineData(""" "stays": "no", "why": "workload" """, true)]
    [InlineData(""" "stays": "no", "why": "pay" """, false)]
    [InlineData(""" "stays": "no" """, null)]
    [InlineData(""" "stays": "yes" """, null)]
    [InlineData("", null)]
    public void Of_a_share_of_some_nothing_is_said_to_the_others(string answers, bool? applies) => Assert.Equal(applies, Figures(answers, null, null)[3].AppliesToYou);

    [Fact]
    public void Where_nothing_is_published_yet_that_is_said_with_the_least_there_must_be()
    {
        Assert.All(Figures(""" "kind": "a" """, null, null), figure => Assert.Equal(
            [new("North Lincolnshire", null, null, null, null, null, TooFew), new("A, in England", null, null, null, null, null, TooFew), new OthersFigure("England", null, null, null, null, null, TooFew)],
            figure.Others));
        Assert.Equal("Not published yet: it takes at least 25 responses.", OwnFigures.Of(Read(""), Places(null, null), 25)[0].Others[0].WhyNot);
    }

    [Fact]
    public void In_a_round_of_one_place_there_are_that_and_schools_of_the_same_kind_in_it()
    {
        var hours = OwnFigures.Of(Read(""" "kind": "a" """), [("Synthetic Trust", England(Crowd(30, "a", 6)))], 10)[0];

        Assert.Equal(["A, in Synthetic Trust", "Synthetic Trust"], hours.Others.Select(others => others.Who));
        Assert.NotNull(hours.Others[1].Value);
    }

    [Fact]
    public void An_authority_without_a_publication_does_not_hide_England()
    {
        var hours = Figures(""" "kind": "a" """, null, England(Crowd(30, "a", 6)))[0];

        Assert.Equal([TooFew, null, null], hours.Others.Select(others => others.WhyNot));
    }

    [Fact]
    public void A_figure_that_rests_on_too_few_is_hidden_and_says_so()
    {
        var authority = Authority(Crowd(9, "a", 6), Answers(9, """ "kind": "a" """));

        var hours = Figures(""" "kind": "a", "hours": 12 """, authority, null)[0];

        Assert.Equal(Symbols.Confidential, authority.Numbers["hours"].Status);
        Assert.Equal(new OthersFigure("North Lincolnshire", null, null, null, null, AuthorityAt, Hidden), hours.Others[0]);
    }

    [Fact]
    public void A_share_of_which_only_one_or_two_are_no_part_is_hidden_and_says_so()
    {
        var authority = Authority(Crowd(20, "a", 6), Crowd(2, "a", 20));

        Assert.Equal(Hidden, Figures(""" "hours": 6 """, authority, null)[2].Others[0].WhyNot);
    }

    [Fact]
    public void A_figure_of_which_nobody_gave_the_numbers_says_why_there_is_none() =>
        Assert.Equal(Hidden, Figures("", Authority(Answers(20, """ "kind": "a" """)), null)[0].Others[0].WhyNot);

    [Fact]
    public void A_kind_of_school_with_too_few_is_hidden_though_England_is_not()
    {
        var hours = Figures(""" "kind": "b", "hours": 12 """, null, England(Crowd(30, "a", 6), Crowd(4, "b", 20), Crowd(15, "c", 3)))[0];

        Assert.Equal(new OthersFigure("B, in England", null, null, null, null, EnglandAt, Hidden), hours.Others[1]);
        Assert.NotNull(hours.Others[2].Value);
    }

    [Fact]
    public void Whoever_did_not_say_what_kind_sees_no_row_for_it() => Assert.Equal(["North Lincolnshire", "England"], Figures("", null, null)[0].Others.Select(others => others.Who));

    [Fact]
    public void A_questionnaire_without_groups_has_no_row_for_them() =>
        Assert.Equal(["North Lincolnshire", "England"], OwnFigures.Of(Read(""" "kind": "a" """, Comparing(""" "measures": [ { "number": "hours" } ] """)), Places(null, null), 10)[0].Others.Select(others => others.Who));

    [Fact]
    public void A_questionnaire_that_compares_nothing_has_no_figures() => Assert.Empty(OwnFigures.Of(Example.Read(""" "hours": 6 """), Places(Example.Publish(Example.Times(20, """ "hours": 6 """)), null), 10));

    [Fact]
    public void A_publication_of_which_the_breakdowns_are_left_out_hides_the_kind_and_nothing_else()
    {
        var hours = Figures(""" "kind": "a" """, null, England(Crowd(30, "a", 6)).BrokenDownBy(null))[0];

        Assert.Equal([TooFew, Hidden, null], hours.Others.Select(others => others.WhyNot));
    }

    /// <summary>Every figure of others is one that is published, with its base and date, or says why there is none.</summary>
    [Property(MaxTest = 50, Arbitrary = [typeof(Responses)])]
    public void No_figure_is_without_base_and_date_or_a_reason(AnswerSet own, IReadOnlyList<AnswerSet> others)
    {
        var workload = Example.Workload;
        var tally = Tally.Of(workload, others);
        var england = tally.Responses < 10 ? null : PublicationBuilder.Publish(Example.RoundWith(), workload, Scope.England, tally, EnglandAt, final: false);

        var figures = OwnFigures.Of(own, Places(null, england), 10);

        Assert.Equal(workload.OwnComparison!.Measures.Count, figures.Count);
        Assert.All(figures.SelectMany(figure => figure.Others), figure => Assert.True(figure is { Value: not null, Lower: not null, Upper: not null, Base: >= 10, PublishedAt: not null, WhyNot: null } or { Value: null, Lower: null, Upper: null, Base: null, WhyNot.Length: > 0 }, $"{figure}"));
        Assert.All(figures.Where(figure => !figure.IsShare), figure => Assert.Null(figure.AppliesToYou));
    }

    private static Questionnaire Comparing(string comparison)
    {
        const string Last = "\"breakdownBy\": [ \"kind\" ]";
        return QuestionnaireDocument.Read("example.json", Example.Json.Replace(Last, $"{Last}, \"ownComparison\": {{ {comparison} }}", StringComparison.Ordinal));
    }

    private static IReadOnlyList<OwnFigure> Figures(string answers, Publication? authority, Publication? england) => OwnFigures.Of(Read(answers), Places(authority, england), 10);

    private static (string Name, Publication? Figures)[] Places(Publication? authority, Publication? england) => [("North Lincolnshire", authority), ("England", england)];

    private static AnswerSet Read(string members, Questionnaire? questionnaire = null) => Example.Read(members, questionnaire ?? Questionnaire);

    private static IEnumerable<AnswerSet> Answers(int count, string members) => Enumerable.Repeat(Read(members), count);

    /// <summary>So many who work about these hours at schools of this kind.</summary>
    private static IEnumerable<AnswerSet> Crowd(int count, string kind, int hours) =>
        Enumerable.Range(0, count).Select(number => Read($$""" "kind": "{{kind}}", "hours": {{hours + (number % 3)}}, "support": {{20 + number}}, "plans": {{number % 4}} """));

    private static Publication Authority(params IEnumerable<AnswerSet>[] responses) => Publish(Scope.Parse("la/813"), AuthorityAt, responses);

    private static Publication England(params IEnumerable<AnswerSet>[] responses) => Publish(Scope.England, EnglandAt, responses);

    private static Publication Publish(Scope scope, DateTimeOffset at, IEnumerable<AnswerSet>[] responses) =>
        PublicationBuilder.Publish(Example.RoundWith(), Questionnaire, scope, Tally.Of(Questionnaire, responses.SelectMany(some => some)), at, final: false);

    private static GroupFigures Group(Publication publication, string option) => publication.Breakdowns!["kind"].Groups.Single(group => group.Id == option);

    private static OthersFigure Shown(string who, NumberFigure published, DateTimeOffset at)
    {
        Assert.NotNull(published.Median);
        return new OthersFigure(who, published.Median, published.Q1, published.Q3, published.N, at, null);
    }
}
