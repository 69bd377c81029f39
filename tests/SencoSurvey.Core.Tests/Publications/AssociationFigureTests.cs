using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications;

public sealed class AssociationFigureTests
{
    private const string FewHours = "\"hours\": 5";
    private const string ManyHours = "\"hours\": 12";

    [Fact]
    public void Each_group_says_how_it_answered_and_a_test_whether_that_is_chance()
    {
        var figure = Publish((FewHours, 10, 30, 10), (ManyHours, 30, 10, 10));
        Assert.Equal(("stays", "hours", 100L, 2), (figure.Question, figure.By, figure.N, figure.DegreesOfFreedom));
        Assert.Equal([("few", 50L), ("many", 50L)], figure.Rows.Select(row => (row.Id, row.N)));
        Assert.Equal([("yes", 20.0), ("no", 60.0), ("notSure", 20.0)], figure.Rows[0].Options.Select(option => (option.Id, option.Percent!.Value)));
        Assert.Equal(20, figure.ChiSquared!.Value, 1e-12);
        Assert.StartsWith("Moderate, and probably more than chance", figure.Reading, StringComparison.Ordinal);
        Assert.EndsWith("one in twenty comes out as more than chance.", figure.Reading.Replace(" It does not say what causes what.", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void A_small_cell_hides_the_whole_table_and_so_does_one_of_nought(int few)
    {
        // That none of those with little time stays would be known of each of them.
        var figure = Publish((FewHours, few, 30, 10), (ManyHours, 30, 10, 10));
        Assert.Empty(figure.Rows);
        Assert.Equal((null, null, null, null, "c"), (figure.N, figure.ChiSquared, figure.P, figure.CramersV, figure.Status));
    }

    [Fact]
    public void A_group_under_the_minimum_base_hides_it_too() =>
        Assert.Equal("c", Publish((FewHours, 3, 3, 3), (ManyHours, 30, 10, 10)).Status);

    [Fact]
    public void Nobody_is_left_over_when_it_is_subtracted_from_the_question_itself() =>
        Assert.Equal("c", Publish((FewHours, 10, 30, 10), (ManyHours, 30, 10, 10), ("", 2, 8, 3)).Status);

    private static AssociationFigure Publish(params (string Hours, int Stay, int Leave, int NotSure)[] groups) => Assert.Single(Example.Publish(
        groups.SelectMany(group => new[] { ("yes", group.Stay), ("no", group.Leave), ("notSure", group.NotSure) }
            .SelectMany(answer => Example.Times(answer.Item2, string.Join(", ", new[] { group.Hours, $"\"stays\": \"{answer.Item1}\"" }.Where(member => member.Length > 0)))))).Associations!);
}
