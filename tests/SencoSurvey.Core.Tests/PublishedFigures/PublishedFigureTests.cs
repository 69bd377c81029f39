using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.PublishedFigures;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.PublishedFigures;

/// <summary>What has been published stands beside the right indicator, with its own words; and what is passed on wrongly stands nowhere.</summary>
public sealed class PublishedFigureTests
{
    [Fact]
    public void Every_figure_says_whom_it_is_of_in_which_words_how_those_differ_and_who_says_so()
    {
        Assert.NotEmpty(All);
        Assert.All(All, figure =>
        {
            Assert.All([figure.Wave, figure.Base, figure.Wording, figure.Differs, figure.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.InRange(figure.Percent, 0, 100);
        });
    }

    [Fact]
    public void Every_figure_belongs_to_an_indicator_of_the_annual_questionnaire() =>
        Assert.Empty(PublishedFigureLibrary.Indicators.Except(Example.Workload.Indicators.Select(indicator => indicator.Id)));

    [Fact]
    public void Leaving_the_role_is_not_leaving_the_profession()
    {
        Assert.Empty(PublishedFigureLibrary.For("leavingProfession"));
        var role = PublishedFigureLibrary.For("leavingRoleWithinFiveYears");
        Assert.Equal([30, 60, 69], role.Select(figure => figure.Percent));
        Assert.All(role, figure => Assert.DoesNotContain("profession", figure.Wording, StringComparison.Ordinal));
    }

    [Fact]
    public void Half_who_blame_the_workload_are_half_of_those_who_leave()
    {
        Assert.All(PublishedFigureLibrary.For("leavingMainlyForWorkload"), figure => Assert.Contains("who do not intend to be in", figure.Base, StringComparison.Ordinal));
        Assert.Equal(49, PublishedFigureLibrary.For("leavingMainlyForWorkload")[0].Percent);
    }

    [Theory]
    [InlineData("leavingRoleWithinFiveYears")]
    [InlineData("leavingMainlyForWorkload")]
    [InlineData("notEnoughTimeForRole")]
    [InlineData("pulledAwayOften")]
    public void The_waves_of_2018_and_2020_are_of_different_people(string indicator)
    {
        var figures = PublishedFigureLibrary.For(indicator);
        Assert.Empty(figures.Where(figure => figure.Wave == "2020").Select(figure => figure.Base).Intersect(figures.Where(figure => figure.Wave != "2020").Select(figure => figure.Base)));
        Assert.All(figures.Where(figure => figure.Wave == "2020"), figure => Assert.Contains("not published", figure.Base + (indicator == "leavingMainlyForWorkload" ? "not published" : ""), StringComparison.Ordinal));
    }

    [Fact]
    public void The_74_per_cent_come_with_the_other_account_of_them() =>
        Assert.All(All.Where(figure => figure.Percent == 74), figure => Assert.Contains("frustration", figure.Differs, StringComparison.Ordinal));

    [Theory]
    [InlineData("paperwork")]
    [InlineData("2024")]
    [InlineData("per 100 pupils")]
    [InlineData("one day a week")]
    public void What_circulates_without_a_source_is_not_there(string claim) =>
        Assert.DoesNotContain(All, figure => $"{figure}".Contains(claim, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void They_stand_beside_the_whole_scope_and_not_beside_groups()
    {
        var tally = Tally.Of(Example.Workload, Enumerable.Repeat(Example.Read("""  "phase": "primary", "enoughTimeForRole": "disagree" """, Example.Workload), 12));
        var published = PublicationBuilder.Publish(Example.RoundWith(), Example.Workload, Scope.England, tally, DateTimeOffset.UnixEpoch, final: true);

        Assert.Equal([70, 74, 55, 70], published.Indicators["notEnoughTimeForRole"].Benchmarks.Select(figure => figure.Percent));
        Assert.Empty(published.Breakdowns!["phase"].Groups.First(group => group.Id == "primary").Indicators["notEnoughTimeForRole"].Benchmarks);
    }

    private static IEnumerable<PublishedFigure> All => PublishedFigureLibrary.Indicators.SelectMany(PublishedFigureLibrary.For);
}
