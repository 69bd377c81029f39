using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Comparisons;

namespace SencoSurvey.Core.Tests.Publications.Comparisons;

public sealed class OthersTests
{
    private static readonly Publication Published = Schools.Publish(null, Schools.Of("primary", 5, 15), Schools.Of("secondary", 15, 5), Schools.Of("special", 4, 6));

    /// <summary>5 of 20 beside 19 of 30, 15 of 20 beside 9 of 30, 4 of 10 beside 20 of 40: the intervals are R's.</summary>
    [Theory]
    [InlineData("primary", 19, 30, -115.0 / 3, -58.5733493349738, -10.1220889275749, "lower than among the others")]
    [InlineData("secondary", 9, 30, 45, 16.7533273423030, 64.2005296705679, "higher than among the others")]
    [InlineData("special", 20, 40, -10, -37.5041394465003, 22.3210339833179, "no clear difference from the others")]
    public void Each_group_stands_beside_all_others(string phase, long count, long total, double difference, double lower, double upper, string reading)
    {
        var others = Of(Published, phase)!;
        Assert.Equal(("all others in North Lincolnshire", count, total, 100.0 * count / total, reading), (others.Who, others.Count, others.Base, others.Percent, others.Reading));
        Assert.Equal(difference, others.Difference, 1e-10);
        Assert.Equal(lower, others.DifferenceLower, 1e-10);
        Assert.Equal(upper, others.DifferenceUpper, 1e-10);
    }

    [Fact]
    public void A_hidden_group_does_not_nor_one_beside_which_there_are_too_few()
    {
        var published = Schools.Publish(null, Schools.Of("primary", 5, 15), Schools.Of("secondary", 5, 2), Schools.Of("special", 2, 3));
        Assert.Equal((12L, 7L), (Of(published, "primary")!.Base, Of(published, "primary")!.Count));
        Assert.Null(Of(published, "secondary"));
        Assert.Null(Of(Again(published with { Base = published.Base with { MinimumBase = 13 } }), "primary"));
        Assert.Null(Of(Again(Published with { Base = Published.Base with { MinimumBase = 11 } }), "special"));
    }

    [Fact]
    public void Nor_does_a_group_that_is_everyone() => Assert.Null(Of(Schools.Publish(null, Schools.Of("primary", 5, 15)), "primary"));

    [Fact]
    public void Nor_any_where_the_whole_is_hidden() =>
        Assert.All(Again(Published with { Indicators = Published.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Count = null, Base = null, Status = Symbols.Confidential }) }).Breakdowns!["phase"].Groups, group => Assert.Null(group.Indicators["belowMinimumTime"].Others));

    private static Publication Again(Publication publication) => PublishedComparisons.Apply(publication, Example.Workload, schools: null);

    private static OthersShare? Of(Publication publication, string phase) => publication.Breakdowns!["phase"].Groups.Single(group => group.Id == phase).Indicators["belowMinimumTime"].Others;
}
