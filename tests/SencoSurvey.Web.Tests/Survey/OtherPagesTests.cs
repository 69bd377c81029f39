using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Web.Tests.Survey;

/// <summary>The start, the end, and what lies beside the way.</summary>
public sealed class OtherPagesTests
{
    [Fact]
    public async Task The_start_asks_for_consent_and_for_no_code_in_an_open_round()
    {
        var page = await SurveyPages.Start(required: ["Where?", "How many hours?"]);

        Assert.Equal(["consent"], page.QuerySelectorAll("form [name]:not([type=hidden])").Select(field => field.GetAttribute("name")));
        Assert.False(page.QuerySelector<IHtmlInputElement>("[name=consent]")!.IsChecked);
        Assert.Contains("You may leave questions empty, except “Where?” and “How many hours?”.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("fewer than 10 responses", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("open up to and including 31 December 2026", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("You may leave questions empty.", (await SurveyPages.Start()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_keeps_what_was_typed_when_something_is_missing()
    {
        var page = await SurveyPages.Start(Made.Round(Access.Invited), asksCode: true, code: Made.Hostile, consented: true, errors: new PageError(StartPage.CodeField, "Enter your invitation code"));

        Assert.Equal(Made.Hostile, page.QuerySelector<IHtmlInputElement>("[name=code]")!.Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name=consent]")!.IsChecked);
        Assert.Equal("Error: Enter your invitation code", page.QuerySelector("#code-error")!.Words());
    }

    [Fact]
    public async Task The_rounds_title_is_shown_as_text()
    {
        var round = Made.Round(title: Made.Hostile);

        Assert.All(
            [await SurveyPages.Start(round), await SurveyPages.Returning(title: Made.Hostile)],
            page => Assert.Equal((Made.Hostile, $"{Made.Hostile} – SencoSurvey"), (page.QuerySelector("h1")!.TextContent, page.Title)));
        Assert.Contains(Made.Hostile, (await SurveyPages.Privacy(Access.Open, Made.Hostile)).QuerySelector(".govuk-body-l")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Made.Hostile, (await SurveyPages.Copy(Made.Answers(), title: Made.Hostile)).QuerySelector("main p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_begun_goes_on_where_they_were()
    {
        var page = await SurveyPages.Returning();

        Assert.Equal("/survey/2026/questions/hoursAllocated", page.QuerySelector("a.govuk-button")!.GetAttribute("href"));
        Assert.Contains("It does not count until you send it in.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, "Check and send your changes")]
    [InlineData(true, false, "Change your answers")]
    [InlineData(false, false, null)]
    public async Task Whoever_has_sent_answers_in_sees_their_reference_and_what_is_still_to_do(bool isOpen, bool hasUnsent, string? button)
    {
        var page = await SurveyPages.Returning(wasSent: true, isOpen: isOpen, hasUnsent: hasUnsent);

        Assert.Equal(("7K3M-9QXD", button), (page.QuerySelector(".reference")!.Words(), page.QuerySelector("a.govuk-button")?.Words()));
        Assert.Equal(isOpen, page.QuerySelector("[href='/survey/2026/withdraw']") is not null);
        Assert.Equal(hasUnsent, page.QuerySelector("main")!.Words().Contains("Until you do, what you sent in before counts.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_computer_of_others_ones_answers_can_be_forgotten() =>
        Assert.All(
            [await SurveyPages.Returning(), await SurveyPages.Confirmation(), await SurveyPages.Return()],
            page => Assert.Equal("Forget my answers on this device", page.QuerySelector("form[action='/survey/2026/leave'] button")!.Words()));

    [Theory]
    [InlineData(false, "/survey/2026/questions/localAuthority/confirm")]
    [InlineData(true, "/survey/2026/questions/localAuthority/confirm?changing=true")]
    public async Task A_check_asks_about_the_answer_and_leads_on_or_back(bool changing, string action)
    {
        var page = await SurveyPages.Checks(changing, (Made.Hostile, "600 pupils", "So many?"));

        Assert.Equal($"{Made.Hostile.Words()}You entered 600 pupils.", page.QuerySelector(".govuk-inset-text p")!.Words());
        Assert.Equal(action, page.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(action.Replace("/confirm", "", StringComparison.Ordinal), page.QuerySelector("form a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_copy_for_the_head_teacher_leaves_out_what_is_private()
    {
        var (page, all) = (await SurveyPages.Copy(Made.Answers("My comment")), await SurveyPages.Copy(Made.Answers("My comment"), all: true));

        Assert.DoesNotContain("My comment", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("The workload", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("your answers under “How the role feels”, “Your plans”, “Anything else” are left out", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("My comment", all.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("The workload", all.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["/survey/2026/copy?all=true", "/survey/2026/copy"], new[] { page, all }.Select(copy => copy.QuerySelector("main p a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task The_checklist_has_answers_where_there_are_any_and_room_to_write()
    {
        var items = (await SurveyPages.Copy(Made.Answers())).QuerySelector("dl")!.QuerySelectorAll(".govuk-summary-list__row");

        Assert.Equal(Made.Workload.Checklist!.Items.Select(item => item.Text), items.Select(item => item.QuerySelector("dt")!.Words()));
        Assert.Equal(["Hours a week given for the SENCO role", "Hours a week worked as a SENCO"], items[^1].QuerySelectorAll("p > bdi").Select(name => name.Words()));
        Assert.Equal(["6.5 hours a week", "15 hours a week"], items[^1].QuerySelectorAll("strong").Select(answer => answer.Words()));
        Assert.All(items, item => Assert.Single(item.QuerySelectorAll(".write-here")));
    }

    [Fact]
    public async Task A_questionnaire_without_a_checklist_and_without_private_sections_has_a_plain_copy()
    {
        var questionnaire = Core.Questionnaires.QuestionnaireLibrary.Load().Find("north-lincolnshire-2016")!;
        var page = await SurveyPages.Copy(Made.Read(questionnaire, new() { ["localAuthority"] = "813", ["hoursAllocated"] = 6 }));

        Assert.Equal(questionnaire.Sections.Select(section => section.Title), page.QuerySelectorAll("h2").Select(heading => heading.Words()));
        Assert.Empty(page.QuerySelectorAll("main p a, .write-here"));
    }

    [Theory]
    [InlineData(true, "Withdraw my answers")]
    [InlineData(false, "Delete what I saved")]
    public async Task Withdrawing_is_asked_about_first(bool wasSent, string button) =>
        Assert.Equal(button, (await SurveyPages.Withdraw(wasSent)).QuerySelector("form[action='/survey/2026/withdraw'] button")!.Words());

    [Fact]
    public async Task The_private_link_is_shown_in_full_and_can_be_mailed()
    {
        var page = await SurveyPages.Return();
        var link = page.QuerySelector(".return-link a")!;

        Assert.Equal($"https://survey.example/survey/2026?return={Made.Key}", link.GetAttribute("href"));
        Assert.Equal(link.GetAttribute("href"), link.Words());
        Assert.Equal(("email", "email", ""), (page.QuerySelector<IHtmlInputElement>("[name=email]")!.Type, page.QuerySelector("[name=email]")!.GetAttribute("autocomplete"), page.QuerySelector<IHtmlInputElement>("[name=email]")!.Value));
        Assert.Contains("deleted after 60 days", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_is_kept_to_be_mended()
    {
        var page = await SurveyPages.Return(email: Made.Hostile, error: "Enter an email address, like name@example.org");

        Assert.Equal(Made.Hostile, page.QuerySelector<IHtmlInputElement>("[name=email]")!.Value);
        Assert.Equal("#email", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("Error: Come back later – SencoSurvey", page.Title);
    }

    [Fact]
    public async Task What_could_not_be_saved_is_sent_again_as_it_was_with_one_press()
    {
        (string Name, string Value)[] fields = [("comments", $"{Made.Hostile}\n\n two"), ("roles", "a"), ("roles", "b"), ("form-token", "antiforgery")];
        var form = Assert.IsAssignableFrom<IHtmlFormElement>((await SurveyPages.Retry(fields)).QuerySelector("form"));

        Assert.Equal(fields, form.QuerySelectorAll<IHtmlInputElement>("input").Select(field => (field.Name!, field.Value)));
        Assert.All(form.QuerySelectorAll("input"), field => Assert.Equal("hidden", field.GetAttribute("type")));
        Assert.Equal("/survey/2026/questions/comments?changing=true", form.GetAttribute("action"));
    }

    [Fact]
    public async Task Stopping_the_reports_takes_one_press_of_the_only_button_and_nothing_to_fill_in()
    {
        var form = Assert.Single((await SurveyPages.Stop("North Lincolnshire")).Forms);

        Assert.Equal(("post", "/stop/officer-1?signature=a-b_c"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("Stop the reports", Assert.Single(form.QuerySelectorAll("button, input, select, textarea")).Words());
    }

    [Fact]
    public async Task The_privacy_notice_names_who_answers_how_long_and_which_cookies()
    {
        var page = await SurveyPages.Privacy(Access.Open);

        Assert.Equal(["senco-answers", "senco-form"], page.QuerySelectorAll("tbody th").Select(name => name.Words()));
        Assert.Contains("North Lincolnshire Council", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("deleted after 60 days", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("invitation", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Your invitation says which school", (await SurveyPages.Privacy(Access.Invited)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_address_of_a_page_has_a_code_in_it() =>
        Assert.All(
            typeof(SurveyAddress).GetMethods().Where(method => method.IsStatic),
            method => Assert.DoesNotMatch("key|code|return=|invitation", (string)method.Invoke(null, [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(bool) ? (object)true : parameter.Name)])!));
}
