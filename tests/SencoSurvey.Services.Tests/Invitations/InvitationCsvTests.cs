using Microsoft.Extensions.Options;
using SencoSurvey.Core.Invitations;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Services.Invitations;

namespace SencoSurvey.Services.Tests.Invitations;

public sealed class InvitationCsvTests
{
    [Theory]
    [InlineData("https://survey.example.org")]
    [InlineData("https://survey.example.org/")]
    public void The_file_has_what_came_in_then_code_and_link(string site)
    {
        Assert.True(InvitationCode.TryParse("3467 9CDF GHJK MNPQ RTVW XY34", out var code));
        var csv = new InvitationCsv(Options.Create(new SiteOptions { BaseAddress = site })).Write("autumn-2026", [new(new("123456", "813", "primary", "210"), code), new(new("234567", "370"), code)]);
        Assert.Equal(
            [
                "urn,localAuthority,phase,schoolPupils,code,link",
                "123456,813,primary,210,3467-9CDF-GHJK-MNPQ-RTVW-XY34,https://survey.example.org/survey/autumn-2026?invitation=3467-9CDF-GHJK-MNPQ-RTVW-XY34",
                "234567,370,,,3467-9CDF-GHJK-MNPQ-RTVW-XY34,https://survey.example.org/survey/autumn-2026?invitation=3467-9CDF-GHJK-MNPQ-RTVW-XY34",
                "",
            ],
            System.Text.Encoding.UTF8.GetString(csv).Split("\r\n"));
    }

    /// <summary>Excel takes a cell that begins with one of these for a formula. The file is checked by the questions' rules, so these must not let one in.</summary>
    [Fact]
    public void No_question_that_an_invitation_may_answer_takes_a_formula()
    {
        var questionnaires = QuestionnaireLibrary.Load();
        foreach (var question in questionnaires.Ids.SelectMany(id => questionnaires.Find(id)!.Questions).Where(question => Invitation.QuestionIds.Contains(question.Id)))
        {
            foreach (var cell in new[] { "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "=primary", "-0", "-0.0" })
                Assert.False(question.TryRead(cell, out var answer, out _) && "=+-@\t\r ".Contains(answer.ToCell()[0]), $"{question.Id} lets {cell} in.");
        }
    }
}
