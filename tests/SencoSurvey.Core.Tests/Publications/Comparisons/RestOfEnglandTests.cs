using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Comparisons;

namespace SencoSurvey.Core.Tests.Publications.Comparisons;

public sealed class RestOfEnglandTests
{
    private static readonly Publication Authority = Schools.Publish(null, Schools.Of("primary", 24, 26));

    private static readonly Publication England = Schools.Publish(null, Schools.Of("primary", 84, 216)) with { Scope = "england", ScopeName = "England" };

    [Fact]
    public void An_authority_stands_beside_all_of_England_that_it_is_not()
    {
        // 24 of 50 beside 60 of 250: the interval is R's.
        var others = RestOfEngland.With(Authority, England).LittleTime().Others!;
        Assert.Equal(("the rest of England", 60L, 250L, 24.0, "higher than in the rest of England"), (others.Who, others.Count, others.Base, others.Percent, others.Reading));
        Assert.Equal(24, others.Difference, 1e-10);
        Assert.Equal(9.63401407543208, others.DifferenceLower, 1e-10);
        Assert.Equal(38.34248420425315, others.DifferenceUpper, 1e-10);
    }

    [Fact]
    public void England_itself_has_no_rest() => Assert.Same(England, RestOfEngland.With(England, England));

    [Fact]
    public void A_figure_that_is_hidden_in_either_or_too_few_in_the_rest_is_not_compared()
    {
        Assert.Null(RestOfEngland.With(Hidden(Authority), England).LittleTime().Others);
        Assert.Null(RestOfEngland.With(Authority, Hidden(England)).LittleTime().Others);
        Assert.Null(RestOfEngland.With(Authority, Schools.Publish(null, Schools.Of("primary", 27, 32)) with { Scope = "england" }).LittleTime().Others);
    }

    [Fact]
    public void Nor_one_that_cannot_be_a_part_of_the_other() =>
        Assert.Null(RestOfEngland.With(Authority, Schools.Publish(null, Schools.Of("primary", 20, 100)) with { Scope = "england" }).LittleTime().Others);

    [Fact]
    public void Another_round_or_place_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RestOfEngland.With(Authority, England with { Round = "another" }));
        Assert.Throws<ArgumentException>(() => RestOfEngland.With(Authority, England with { Scope = "region/E12000003" }));
    }

    private static Publication Hidden(Publication publication) => publication with
    {
        Indicators = publication.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Count = null, Base = null, Percent = null, Status = Symbols.Confidential }),
    };
}
