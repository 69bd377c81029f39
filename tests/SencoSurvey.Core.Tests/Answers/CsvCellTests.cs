using FsCheck.Xunit;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Tests.Answers;

public sealed class CsvCellTests
{
    [Fact]
    public void Cells_are_read_with_the_spaces_around_them_left_out()
    {
        var answers = Read(("localAuthority", " 813 "), ("hours", " 3.25 "), ("kind", " a "), ("roles", "helper; teacher;"), ("comments", " as typed "))!;

        Assert.Equal("813", answers.LocalAuthority.Code);
        Assert.Equal(new Rational(13, 4), answers.Number("hours"));
        Assert.Equal(["a"], answers.Choice("kind")!.Options);
        Assert.Equal(["teacher", "helper"], answers.Choice("roles")!.Options);
        Assert.Equal(new TextAnswer(" as typed "), answers.Find("comments"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_cell_leaves_a_question_unanswered(string cell) =>
        Assert.Null(Read(("localAuthority", "813"), ("hours", cell))!.Find("hours"));

    [Theory]
    [InlineData("hours", "3,25")]
    [InlineData("hours", "1,000")]
    [InlineData("hours", "(3)")]
    [InlineData("hours", "£3")]
    [InlineData("hours", "three")]
    [InlineData("hours", "NaN")]
    [InlineData("hours", "1e-30")]
    [InlineData("kind", "a;b")]
    [InlineData("kind", "A")]
    [InlineData("roles", ";")]
    [InlineData("roles", "teacher;teacher")]
    [InlineData("localAuthority", "North Lincolnshire")]
    [InlineData("pupils", "84")]
    [InlineData("colour", "green")]
    public void A_wrong_cell_is_refused_at_its_column(string column, string cell)
    {
        var errors = new Errors();
        var cells = new Dictionary<string, string> { ["localAuthority"] = "813", [column] = cell };
        Assert.Null(AnswerReader.FromCells(Example.Questionnaire, cells, errors));
        Assert.Equal(column, Assert.Single(errors.ByField.Keys));
    }

    [Fact]
    public void A_derived_column_is_checked_against_the_others() =>
        Assert.Equal(84, Read(("localAuthority", "813"), ("support", "76"), ("plans", "8"), ("pupils", "84"))!.Number("pupils"));

    [Property(Arbitrary = [typeof(Responses)])]
    public void A_question_reads_back_the_cell_of_its_answer(AnswerSet answers) => Assert.All(answers.Questionnaire.Questions, question =>
    {
        if (answers.Find(question.Id) is not { } answer) return;
        Assert.True(question.TryRead(answer.ToCell(), out var read, out _));
        Assert.Equal(answer, read);
    });

    private static AnswerSet? Read(params (string Column, string Cell)[] cells) =>
        AnswerReader.FromCells(Example.Questionnaire, cells.ToDictionary(cell => cell.Column, cell => cell.Cell), new Errors());
}
