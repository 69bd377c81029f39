using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;

namespace SencoSurvey.Core.Tests.Journeys;

public sealed class AnswerWordsTests
{
    [Theory]
    [InlineData("hours", "12.50", "12.5 hours a week")]
    [InlineData("hours", "3.25", "3.25 hours a week")]
    [InlineData("hours", "0", "0 hours a week")]
    [InlineData("support", "1200", "1,200 pupils")]
    [InlineData("support", "1", "1 pupil")]
    [InlineData("support", "0", "0 pupils")]
    [InlineData("kind", "\"c\"", "C")]
    [InlineData("roles", "[\"helper\",\"teacher\"]", "Teacher / Helper")]
    [InlineData("comments", "\"one\\r\\ntwo\\n\\nthree\"", "one / two /  / three")]
    [InlineData("comments", "\"a\\u0000<b>\\u202E\"", "a<b>\u202E")]
    public void An_answer_is_written_out_line_by_line(string question, string json, string expected)
    {
        var answers = Example.Read($"\"{question}\": {json}");

        Assert.Equal(expected, string.Join(" / ", AnswerWords.Of(Example.Questionnaire.Find(question)!, answers.Find(question))));
    }

    [Fact]
    public void An_authority_is_named() => Assert.Equal(["North Lincolnshire"], AnswerWords.Of(Example.Questionnaire.Find("localAuthority")!, Example.Read("").Find("localAuthority")));

    [Fact]
    public void What_was_not_answered_has_no_words() => Assert.All(Example.Questionnaire.Questions, question => Assert.Empty(AnswerWords.Of(question, null)));

    [Fact]
    public void An_answer_that_no_longer_fits_its_question_has_no_words()
    {
        Assert.Empty(AnswerWords.Of(Example.Questionnaire.Find("hours")!, new ChoiceAnswer(["a"], Several: false)));
        Assert.Empty(AnswerWords.Of(Example.Questionnaire.Find("kind")!, new ChoiceAnswer(["z"], Several: false)));
        Assert.Empty(AnswerWords.Of(Example.Questionnaire.Find("localAuthority")!, new ChoiceAnswer(["000"], Several: false)));
    }
}
