using AngleSharp.Dom;
using SencoSurvey.Core.Answers;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Web.Tests.Survey;

public sealed class AnswersPageTests
{
    [Fact]
    public async Task Every_question_that_applies_has_a_row_with_its_answer_and_a_way_to_change_it()
    {
        var journey = Made.Journey(Made.Workload, Made.Answers());
        var page = await SurveyPages.Answers(journey);

        Assert.Equal(Made.Workload.Questions.Where(journey.Answers.Applies).Select(question => $"row-{question.Id}"), page.QuerySelectorAll(".govuk-summary-list__row").Select(row => row.Id));
        Assert.Equal("6.5 hours a week", page.QuerySelector("#row-hoursAllocated dd")!.Words());
        Assert.Equal(["I teach a class of my own", "I lead a subject, a year group or a department"], page.QuerySelectorAll("#row-roles dd bdi").Select(line => line.Words()));
        Assert.Equal("Not answered", page.QuerySelector("#row-protectedTime dd")!.Words());
        var change = page.QuerySelector("#row-ehcp a")!;
        Assert.Equal(("/survey/2026/questions/senSupport?changing=true#ehcp", "Change: Pupils with an EHC plan"), (change.GetAttribute("href"), change.Words()));
    }

    [Fact]
    public async Task Every_way_to_change_an_answer_leads_to_its_field()
    {
        var journey = Made.Journey(Made.Workload, Made.Answers());
        foreach (var address in (await SurveyPages.Answers(journey)).QuerySelectorAll("dd a").Select(link => link.GetAttribute("href")!))
        {
            var (page, field) = (address.Split('/', '?')[4], address.Split('#')[1]);
            Assert.NotNull((await SurveyPages.Questions(journey, page)).QuerySelector($"[name={field}]#{field}"));
        }
    }

    [Fact]
    public async Task Questions_that_do_not_apply_have_no_row()
    {
        var page = await SurveyPages.Answers(Made.Journey(Made.Workload, saved: [("inRoleInFiveYears", "\"yes\""), ("mainReasonForLeaving", "\"workload\"")]));

        Assert.Null(page.GetElementById("row-mainReasonForLeaving"));
        Assert.DoesNotContain("The workload", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_invitation_says_cannot_be_changed()
    {
        var known = new Dictionary<string, Answer> { ["localAuthority"] = new ChoiceAnswer(["813"], Several: false) };

        var row = (await SurveyPages.Answers(Made.Journey(Made.Workload, known: known))).GetElementById("row-localAuthority")!;

        Assert.Equal(["North Lincolnshire", "From your invitation"], row.QuerySelectorAll("dd").Select(cell => cell.Words()));
        Assert.Null(row.QuerySelector("a"));
    }

    [Fact]
    public async Task A_comment_is_shown_line_by_line_as_text()
    {
        var value = (await SurveyPages.Answers(Made.Journey(Made.Workload, Made.Answers($"one\r\n{Made.Hostile}")))).QuerySelector("#row-comments dd")!;

        Assert.Equal(["one", Made.Hostile], value.QuerySelectorAll("bdi").Select(line => line.TextContent));
        Assert.Single(value.QuerySelectorAll("br"));
    }

    [Theory]
    [InlineData(false, "Check your answers before you send them", "Send my answers")]
    [InlineData(true, "Check your answers before you send the changes", "Send my changes")]
    public async Task They_are_sent_with_one_press(bool wasSent, string heading, string button)
    {
        var page = await SurveyPages.Answers(Made.Journey(Made.Workload, Made.Answers()), wasSent);

        Assert.Equal((heading, button), (page.QuerySelector("h1")!.Words(), page.QuerySelector("form[action='/survey/2026/answers'] button")!.Words()));
    }

    [Fact]
    public async Task What_was_sent_in_and_not_changed_is_not_sent_again()
    {
        var page = await SurveyPages.Answers(Made.Journey(Made.Workload, Made.Answers()), wasSent: true, isUnchanged: true);

        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.Equal("/survey/2026/confirmation", page.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_missing_answer_leads_to_its_row()
    {
        var page = await SurveyPages.Answers(Made.Journey(Made.Workload), errors: new PageError("row-localAuthority", "Answer “Where?” before you send your answers"));

        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal("Answer “Where?” before you send your answers", link.Words());
        Assert.Equal("Not answered", page.QuerySelector($"{link.GetAttribute("href")} dd")!.Words());
        Assert.Equal("Error: Check your answers – SencoSurvey", page.Title);
    }
}
