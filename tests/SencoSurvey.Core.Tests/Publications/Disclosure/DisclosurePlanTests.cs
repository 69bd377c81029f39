using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>Barnsley (370), Doncaster (371) and North Lincolnshire (813) are in one region; at least 10 responses, no count of 1 or 2.</summary>
public sealed class DisclosurePlanTests
{
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

    private static (long?, string?)[] Leaving(Dictionary<string, Publication> published, params string[] scopes) =>
        [.. scopes.Select(scope => (published[scope].Indicators["leaving"].Count, published[scope].Indicators["leaving"].Status))];

    private static Dictionary<string, Publication> Publish(params (string Authority, int Stay, int Leave)[] round) =>
        Publish(round.ToDictionary(of => of.Authority, of => TallyOf(Example.Times(of.Stay, "\"stays\": \"yes\""), Example.Times(of.Leave, "\"stays\": \"no\""))));

    private static Tally TallyOf(params IEnumerable<Core.Answers.AnswerSet>[] responses) => Tally.Of(Example.Questionnaire, responses.SelectMany(some => some));

    private static Dictionary<string, Publication> Publish(Dictionary<string, Tally> tallies)
    {
        var byAuthority = LocalAuthorities.All.Where(authority => tallies.ContainsKey(authority.Code)).ToDictionary(authority => authority, authority => tallies[authority.Code]);
        var plan = DisclosurePlan.Of(Example.Questionnaire, minimumBase: 10, minimumCell: 3, ScopeTree.Of(Example.Questionnaire, byAuthority));
        return new[] { Scope.England, Scope.Parse("region/E12000003") }.Concat(byAuthority.Keys.Select(Scope.Of)).ToDictionary(scope => scope.Id, scope =>
        {
            var tally = byAuthority.Where(pair => scope.Includes(pair.Key)).Aggregate(new Tally(Example.Questionnaire), (sum, pair) => sum.Merge(pair.Value));
            return PublicationBuilder.Publish(Example.RoundWith(), Example.Questionnaire, scope, tally, DateTimeOffset.UnixEpoch, final: true, plan);
        });
    }
}
