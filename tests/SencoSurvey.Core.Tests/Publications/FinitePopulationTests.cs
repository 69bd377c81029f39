using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>Where all who were invited answered, nothing is left to chance: neither of an indicator, nor of an answer, nor of a band of a number.</summary>
public sealed class FinitePopulationTests
{
    private static readonly Tally All = Tally.Of(Example.Questionnaire, Example.Times(15, """ "kind": "a", "hours": 5, "stays": "no", "why": "pay" """).Concat(Example.Times(25, """ "kind": "b", "hours": 12, "stays": "yes" """)));

    [Fact]
    public void Bands_are_as_narrow_as_the_indicator_of_the_same_people()
    {
        var shown = PublicationBuilder.Live(Example.RoundWith(), Example.Questionnaire, Scope.Parse("la/813"), All, DateTimeOffset.UnixEpoch, invited: 40);
        var (band, little) = (shown.Numbers["hours"].Bands![0], shown.Indicators["little"]);
        Assert.Equal((37.5, 37.5, 37.5), (Math.Round(band.Percent!.Value, 9), Math.Round(band.Lower!.Value, 9), Math.Round(band.Upper!.Value, 9)));
        Assert.Equal((little.Lower, little.Upper), (band.Lower, band.Upper));
    }

    [Fact]
    public void Where_nobody_knows_how_many_there_are_both_are_as_wide()
    {
        var shown = PublicationBuilder.Live(Example.RoundWith(), Example.Questionnaire, Scope.Parse("la/813"), All, DateTimeOffset.UnixEpoch);
        Assert.True(shown.Numbers["hours"].Bands![0].Upper - shown.Numbers["hours"].Bands![0].Lower > 20);
        Assert.Equal(shown.Indicators["little"].Upper, shown.Numbers["hours"].Bands![0].Upper);
    }
}
