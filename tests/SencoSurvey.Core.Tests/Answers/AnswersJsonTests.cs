using FsCheck.Xunit;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Tests.Answers;

public sealed class AnswersJsonTests
{
    private const string Canonical = """{"localAuthority":"813","kind":"b","hours":12.5,"roles":["teacher","leader"],"comments":"Ok"}""";

    [Theory]
    [InlineData("""  "kind": "b", "hours": 12.5, "roles": ["teacher", "leader"], "comments": "Ok" """)]
    [InlineData("""  "comments": "\u004fk", "roles": ["leader", "teacher"], "hours": 12.50, "kind": "b", "support": null """)]
    [InlineData("""  "hours": 125e-1, "comments": "Ok", "kind": "\u0062", "roles": ["teacher","leader"] """)]
    public void The_same_answers_have_one_spelling(string members) =>
        Assert.Equal(Canonical, AnswersJson.Write(Example.Read(members)));

    [Fact]
    public void A_derived_number_is_not_stored() =>
        Assert.Equal(
            """{"localAuthority":"813","support":76,"plans":8}""",
            AnswersJson.Write(Example.Read("""  "support": 76, "plans": 8, "pupils": 84 """)));

    [Property(Arbitrary = [typeof(Responses)])]
    public void Reading_gives_back_what_was_written(AnswerSet answers)
    {
        var json = AnswersJson.Write(answers);
        var read = AnswersJson.Read(answers.Questionnaire, json);

        Assert.All(answers.Questionnaire.Questions, question => Assert.Equal(answers.Find(question.Id), read.Find(question.Id)));
        Assert.Equal(json, AnswersJson.Write(read));
    }

    [Fact]
    public void Stored_answers_that_no_longer_fit_are_reported_by_question_and_not_by_content()
    {
        var exception = Assert.Throws<InvalidDataException>(() => AnswersJson.Read(Example.Questionnaire, """{"localAuthority":"813","hours":61.75}"""));
        Assert.Contains("hours", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("61.75", exception.Message, StringComparison.Ordinal);
    }
}
