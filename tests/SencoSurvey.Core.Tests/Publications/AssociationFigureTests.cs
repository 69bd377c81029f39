using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications;

public sealed class AssociationFigureTests
{
    private const string FewHours = "\"hours\": 5";
    private const string ManyHours = "\"hours\": 12";
    private const string NoAnswer = "\"plans\": 5";

    [Fact]
    public void Each_group_says_how_it_answered_and_a_test_whether_that_is_chance()
    {
        var figure = Publish((FewHours, 10, 30, 10), (ManyHours, 30, 10, 10));
        Assert.Equal(("stays", "little", 100L, 2), (figure.Question, figure.By, figure.N, figure.DegreesOfFreedom));
        Assert.Equal([("met", 50L), ("others", 50L)], figure.Rows.Select(row => (row.Id, row.N)));
        Assert.Equal([("yes", 20.0), ("no", 60.0), ("notSure", 20.0)], figure.Rows[0].Options.Select(option => (option.Id, option.Percent!.Value)));
        Assert.Equal(20, figure.ChiSquared!.Value, 1e-12);
        Assert.StartsWith("Little time: 60.0% of them said “No”, and 20.0% of all others. Moderate, and probably more than chance", figure.Reading, StringComparison.Ordinal);
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
    public void Who_left_a_question_out_is_in_it_so_that_nobody_is_left_over_when_it_is_subtracted_from_the_questions_themselves()
    {
        var figure = Publish((FewHours, 10, 30, 10), (ManyHours, 30, 10, 10), ("", 2, 1, 0), (NoAnswer, 3, 0, 0));
        Assert.Equal((null, 106L), (figure.Status, figure.N));
        Assert.Equal([50L, 56L], figure.Rows.Select(row => row.N));
        Assert.Equal([(32L, "Yes"), (11L, "No"), (13L, "Not sure, or not said")], figure.Rows[1].Options.Select(option => (option.Count!.Value, option.Label)));
        Assert.EndsWith("also who did not say", figure.Rows[1].Label, StringComparison.Ordinal);
    }

    private static AssociationFigure Publish(params (string Hours, int Stay, int Leave, int NotSure)[] groups) => Assert.Single(Example.Publish(
        groups.SelectMany(group => new[] { ("yes", group.Stay), ("no", group.Leave), ("notSure", group.NotSure) }
            .SelectMany(answer => Example.Times(answer.Item2, group.Hours == NoAnswer ? NoAnswer : string.Join(", ", new[] { group.Hours, $"\"stays\": \"{answer.Item1}\"" }.Where(member => member.Length > 0)))))).Associations!);
}
