using System.Text.Json;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Tests.Answers;

/// <summary>What the invitation says is not asked again, and not contradicted.</summary>
public sealed class KnownAnswersTests
{
    private static readonly Dictionary<string, Answer> Known = new()
    {
        ["localAuthority"] = new ChoiceAnswer(["813"], Several: false),
        ["kind"] = new ChoiceAnswer(["b"], Several: false),
        ["support"] = new NumberAnswer(3),
    };

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "localAuthority": null, "kind": null, "support": null }""")]
    [InlineData("""{ "localAuthority": "813" }""")]
    [InlineData("""{ "support": 3.0, "kind": "b", "localAuthority": "813" }""")]
    public void It_may_be_left_out_or_given_again_and_is_among_the_answers(string json) =>
        Assert.Equal("""{"localAuthority":"813","kind":"b","support":3}""", AnswersJson.Write(FromJson(json, Known, out _)!));

    [Theory]
    [InlineData("localAuthority", "\"370\"", "The invitation says 813: leave it out, or give the same.")]
    [InlineData("kind", "\"a\"", "The invitation says b: leave it out, or give the same.")]
    [InlineData("support", "4", "The invitation says 3: leave it out, or give the same.")]
    [InlineData("kind", "\"z\"", "Must be one of: a, b, c, d.")]
    [InlineData("support", "\"3\"", "Must be a number from 0 to 2000, without decimals.")]
    public void A_contradiction_is_refused_at_its_question(string question, string json, string message)
    {
        Assert.Null(FromJson($$"""{ "{{question}}": {{json}} }""", Known, out var errors));
        var (field, messages) = Assert.Single(errors.ByField);
        Assert.Equal((question, message), (field, Assert.Single(messages)));
    }

    [Fact]
    public void It_counts_towards_derived_numbers_and_soft_checks()
    {
        var answers = FromJson("""{ "plans": 4, "pupils": 7 }""", Known, out _)!;
        Assert.Equal(7, answers.Number("pupils"));
        Assert.Equal("manyPlans", Assert.Single(answers.SoftChecks).Id);
    }

    [Fact]
    public void It_decides_whether_another_question_applies()
    {
        var leaving = new Dictionary<string, Answer>(Known) { ["stays"] = new ChoiceAnswer(["no"], Several: false) };
        Assert.Equal(["pay"], FromJson("""{ "why": "pay" }""", leaving, out _)!.Choice("why")!.Options);
    }

    [Fact]
    public void It_is_left_out_where_its_question_does_not_apply()
    {
        var reason = new Dictionary<string, Answer>(Known) { ["why"] = new ChoiceAnswer(["pay"], Several: false) };
        Assert.Null(FromJson("""{ "stays": "yes" }""", reason, out _)!.Find("why"));
        Assert.Equal(["pay"], FromJson("""{ "stays": "no" }""", reason, out _)!.Choice("why")!.Options);
        Assert.Null(FromJson("""{ "stays": "yes", "why": "pay" }""", reason, out var errors));
        Assert.StartsWith("Does not apply", Assert.Single(errors.ByField["why"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_the_questionnaire_has_not_is_passed_over() =>
        Assert.NotNull(FromJson("{}", new Dictionary<string, Answer>(Known) { ["shoeSize"] = new NumberAnswer(44) }, out _));

    [Fact]
    public void Without_the_authority_among_it_that_is_still_asked()
    {
        Assert.Null(FromJson("{}", new Dictionary<string, Answer> { ["kind"] = Known["kind"] }, out var errors));
        Assert.Equal("Must be answered.", Assert.Single(errors.ByField["localAuthority"]));
    }

    [Fact]
    public void In_a_file_it_is_the_same()
    {
        Assert.Equal("""{"localAuthority":"813","kind":"b","hours":6,"support":3}""", AnswersJson.Write(FromCells(("hours", "6"), ("kind", " "))!));
        Assert.NotNull(FromCells(("localAuthority", " 813 "), ("support", "3.0")));
        Assert.Null(FromCells(("localAuthority", "370")));
    }

    private static AnswerSet? FromJson(string json, Dictionary<string, Answer> known, out Errors errors)
    {
        errors = new Errors();
        return AnswerReader.FromJson(Example.Questionnaire, JsonElement.Parse(json), errors, known);
    }

    private static AnswerSet? FromCells(params (string Column, string Cell)[] cells) =>
        AnswerReader.FromCells(Example.Questionnaire, cells.ToDictionary(cell => cell.Column, cell => cell.Cell), new Errors(), Known);
}
