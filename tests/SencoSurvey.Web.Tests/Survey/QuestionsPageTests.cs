using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;

namespace SencoSurvey.Web.Tests.Survey;

public sealed class QuestionsPageTests
{
    [Fact]
    public async Task Labels_hints_options_and_units_are_shown_as_they_are_written()
    {
        var journey = Made.Journey(Made.HostileWorkload, Made.Answers());

        foreach (var page in journey.Pages)
        {
            var rendered = await SurveyPages.Questions(journey, page.Id);
            var words = rendered.QuerySelector("main")!.TextContent;
            Assert.StartsWith(page.TitleFor(journey.Asked(page)), rendered.Title!, StringComparison.Ordinal);
            Assert.All(journey.Asked(page), question => Assert.Contains(question.Label, words, StringComparison.Ordinal));
            Assert.Equal(journey.Asked(page).Count, rendered.QuerySelectorAll(".govuk-hint:not(.govuk-character-count__message)").Count(hint => hint.TextContent == Made.Hostile));
            Assert.All(rendered.QuerySelectorAll("label bdi, legend bdi, h1 bdi"), text => Assert.Contains(Made.Hostile, text.TextContent, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Made.Hostile)]
    [InlineData("\n\n  two blank lines before\r\n")]
    [InlineData("👩‍🏫 \u202Eevil\u202C \u2066x")]
    public async Task Nothing_that_was_typed_is_lost_when_something_else_is_wrong(string typed)
    {
        var journey = Made.Journey(Made.Extended("anythingElse", """{ "type": "number", "id": "extra", "label": "Extra?", "required": true, "minimum": 0, "maximum": 9, "step": 1, "unit": "things" }"""));

        var page = await SurveyPages.Questions(journey, "comments", field => [typed]);

        Assert.Equal("Enter a number, like 1", Assert.Single(page.QuerySelectorAll(".govuk-error-summary a")).Words());
        Assert.Equal(EntryText.Clean(typed), Assert.IsAssignableFrom<IHtmlTextAreaElement>(page.QuerySelector("[name=comments]")).Value);
        Assert.Equal(EntryText.Clean(typed), page.QuerySelector("[name=extra]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_thousand_emoji_and_one_more_are_all_there_with_the_message()
    {
        var typed = string.Concat(Enumerable.Repeat("🙂", 2001));

        var page = await SurveyPages.Questions(Made.Journey(Made.Workload), "comments", _ => [typed]);

        Assert.Equal(typed, Assert.IsAssignableFrom<IHtmlTextAreaElement>(page.QuerySelector("[name=comments]")).Value);
        Assert.Equal("Error: Your answer must be 2,000 characters or fewer: it has 2,001", page.QuerySelector("#comments-error")!.Words());
    }

    [Fact]
    public async Task Control_characters_never_reach_a_page()
    {
        var answers = Made.Answers("a\u0000\u0001b");

        var (page, overview) = (await SurveyPages.Questions(Made.Journey(Made.Workload, answers), "comments"), await SurveyPages.Answers(Made.Journey(Made.Workload, answers)));

        Assert.Equal("ab", Assert.IsAssignableFrom<IHtmlTextAreaElement>(page.QuerySelector("[name=comments]")).Value);
        Assert.Equal("ab", overview.QuerySelector("#row-comments dd")!.Words());
    }

    [Fact]
    public async Task Questions_that_do_not_apply_do_not_appear()
    {
        var staying = Made.Journey(Made.Workload, saved: ("inRoleInFiveYears", "\"yes\""));
        var leaving = Made.Journey(Made.Workload, saved: ("inRoleInFiveYears", "\"no\""));

        Assert.Equal(["leaveProfession"], Names(await SurveyPages.Questions(staying, "leaveRoleWithin")));
        Assert.Equal(["leaveRoleWithin", "mainReasonForLeaving", "leaveProfession"], Names(await SurveyPages.Questions(leaving, "leaveRoleWithin")));
    }

    [Fact]
    public async Task What_the_invitation_says_is_told_and_not_asked()
    {
        var known = new Dictionary<string, Answer> { ["localAuthority"] = new ChoiceAnswer(["813"], Several: false), ["schoolPupils"] = new NumberAnswer(210) };

        var page = await SurveyPages.Questions(Made.Journey(Made.Workload, known: known), "localAuthority");

        Assert.Equal(["phase", "schoolsServed"], Names(page));
        Assert.Equal(["Which local authority is your school in? North Lincolnshire", "Pupils on roll 210 pupils"], page.QuerySelectorAll(".known div").Select(row => $"{row.QuerySelector("dt")!.Words()} {row.QuerySelector("dd")!.Words()}"));
    }

    [Fact]
    public async Task One_can_go_back_and_come_back_later()
    {
        var page = await SurveyPages.Questions(Made.Journey(Made.Workload), "localAuthority");

        Assert.Equal("/survey/2026", page.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
        Assert.Contains("/survey/2026/return", page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Save and continue", page.QuerySelector("button")!.Words());
    }

    private static IEnumerable<string> Names(IHtmlDocument page) => page.QuerySelectorAll("form [name]:not([type=hidden])").Select(field => field.GetAttribute("name")!).Distinct();
}
