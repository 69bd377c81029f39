using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Testing.National;

namespace SencoSurvey.LocalHost.Tests.National;

/// <summary>The answers of the synthetic national round, before they go in.</summary>
public sealed class NationalAnswersTests
{
    private static readonly Questionnaire Questionnaire = QuestionnaireLibrary.Load().Find("senco-workload-1")!;

    [Fact]
    public void They_come_from_every_authority_and_unevenly()
    {
        var sizes = NationalRound.Rows.CountBy(row => row["localAuthority"]).ToDictionary();
        Assert.Equal(LocalAuthorities.All.Select(authority => authority.Code), sizes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, sizes.Values.Min());
        Assert.InRange(sizes.Values.Max(), 25, 60);
        Assert.InRange(sizes.Values.Count(size => size < 10), 40, 110);
    }

    [Fact]
    public void Most_answer_every_question_and_everyone_those_that_the_margins_are_of()
    {
        foreach (var question in Questionnaire.Questions.Where(question => question.AppliesWhen is null))
            Assert.InRange(NationalRound.Rows.Count(row => row.ContainsKey(question.Id)), 0.95 * NationalRound.Responses, NationalRound.Responses);
        Assert.All(NationalRound.Rows, row => Assert.Subset(row.Keys.ToHashSet(), new HashSet<string> { "localAuthority", "enoughTimeForRole", "enoughTimeForSenSupport", "inRoleInFiveYears" }));
        Assert.All(NationalRound.Rows, row => Assert.Equal(row["inRoleInFiveYears"] == "no", row.ContainsKey("mainReasonForLeaving")));
    }

    [Fact]
    public void No_answers_are_such_that_the_survey_would_ask_whether_they_are_right() => Assert.All(NationalRound.Rows, row =>
    {
        var errors = new Errors();
        var answers = AnswerReader.FromCells(Questionnaire, row.Where(cell => cell.Key != "key").ToDictionary(), errors);
        Assert.False(errors.Any, string.Join(' ', errors.ByField.Keys));
        Assert.Empty(Questionnaire.SoftChecks.Where(check => check.Id != "ehcpAboveSenSupport" && check.When.Holds(answers!) == true).Select(check => check.Id));
    });
}
