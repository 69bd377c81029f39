using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>Barnsley (370) and North Lincolnshire (813) are in one region, Camden (202) in another; nothing is published of fewer than 10.</summary>
public sealed class PublicationForecastTests
{
    private static readonly string[] Authorities = ["370", "813", "202"];

    [Theory]
    [InlineData(10, 10, 10, true)]
    [InlineData(10, 5, 10, false)]
    [InlineData(5, 5, 5, false)]
    [InlineData(5, 4, 5, true)]
    [InlineData(10, 0, 9, false)]
    public void England_is_published_where_its_published_parts_leave_nobody_or_enough(int inBarnsley, int inNorthLincolnshire, int inCamden, bool published) =>
        Assert.Equal(published, new PublicationForecast(new Dictionary<string, LastPublication>(), final: false, minimumBase: 10).Includes(England(inBarnsley, inNorthLincolnshire, inCamden)));

    [Fact]
    public void A_part_that_stays_as_it_was_published_leaves_those_who_came_since()
    {
        var last = new Dictionary<string, LastPublication> { ["la/813"] = new(20, "sha256:before", Final: false), ["region/E12000003"] = new(20, "sha256:before", Final: false) };
        Assert.False(new PublicationForecast(last, final: false, minimumBase: 10).Includes(England(0, 25, 10)));
        Assert.True(new PublicationForecast(last, final: false, minimumBase: 10).Includes(England(0, 30, 10)));
        Assert.True(new PublicationForecast(last, final: true, minimumBase: 10).Includes(England(0, 25, 10)));
    }

    [Fact]
    public void A_part_that_is_withdrawn_at_the_close_leaves_all_of_its_people()
    {
        var last = new Dictionary<string, LastPublication> { ["la/813"] = new(10, "sha256:before", Final: false), ["region/E12000003"] = new(10, "sha256:before", Final: false) };
        Assert.False(new PublicationForecast(last, final: true, minimumBase: 10).Includes(England(0, 9, 20)));
    }

    private static ScopeTree England(params int[] responses) => ScopeTree.Of(
        Example.Questionnaire,
        Authorities.Zip(responses).Where(pair => pair.Second > 0).ToDictionary(
            pair => LocalAuthorities.All.Single(authority => authority.Code == pair.First), pair => Tally.Of(Example.Questionnaire, Example.Times(pair.Second, "\"hours\": 4"))));
}
