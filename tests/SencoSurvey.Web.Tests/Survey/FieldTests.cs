using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Web.Tests.Survey;

/// <summary>A question of any kind gets its field from the questionnaire document alone.</summary>
public sealed class FieldTests
{
    private static readonly string[] Extra =
    [
        """{ "type": "number", "id": "extraNumber", "label": "A number?", "hint": "In quarters.", "minimum": 0, "maximum": 10, "step": 0.25, "unit": "points", "startsPage": "Extra" }""",
        """{ "type": "number", "id": "extraCount", "label": "A count?", "minimum": 0, "maximum": 10, "step": 1, "unit": "things" }""",
        """{ "type": "choice", "id": "extraChoice", "label": "One?", "options": [ { "id": "a", "label": "First" }, { "id": "b", "label": "Second" } ] }""",
        """{ "type": "choice", "id": "extraSeveral", "label": "Some?", "several": true, "options": [ { "id": "a", "label": "First" }, { "id": "b", "label": "Second" } ] }""",
        """{ "type": "choice", "id": "extraRequired", "label": "Which?", "required": true, "options": [ { "id": "a", "label": "First" }, { "id": "b", "label": "Second" } ] }""",
        """{ "type": "text", "id": "extraText", "label": "In words?", "hint": "Briefly.", "maximumLength": 1200 }""",
    ];

    private static readonly Questionnaire Questionnaire = Made.Extended("anythingElse", Extra);

    [Fact]
    public void All_kinds_of_questions_are_here() =>
        Assert.Equal(
            typeof(Question).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Question))).Select(type => type.Name).Order(StringComparer.Ordinal),
            Questionnaire.Questions.Select(question => question.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_question_has_a_field_on_its_page()
    {
        var journey = Made.Journey(Questionnaire);
        foreach (var page in journey.Pages)
        {
            var rendered = await SurveyPages.Questions(journey, page.Id);
            Assert.All(journey.Asked(page), question => Assert.NotEmpty(rendered.QuerySelectorAll($"[name={question.Id}]")));
        }
    }

    [Fact]
    public async Task A_number_is_typed_beside_its_unit()
    {
        var page = await Rendered();
        var (number, count) = (Input(page, "extraNumber"), Input(page, "extraCount"));

        Assert.Equal(("text", "decimal", "off", ""), (number.Type, number.GetAttribute("inputmode"), number.Autocomplete, number.Value));
        Assert.Equal("numeric", count.GetAttribute("inputmode"));
        Assert.Equal("A number?", Label(page, "extraNumber"));
        Assert.Equal(["points", "In quarters."], Described(page, number));
        Assert.Equal(["things"], Described(page, count));
    }

    [Fact]
    public async Task One_choice_has_radios_and_several_have_checkboxes()
    {
        var page = await Rendered();

        Assert.Equal(["radio a First", "radio b Second"], Options(page, "extraChoice"));
        Assert.Equal(["checkbox a First", "checkbox b Second"], Options(page, "extraSeveral"));
        Assert.Equal("Some?", page.QuerySelector("[name=extraSeveral]")!.Closest("fieldset")!.QuerySelector("legend")!.Words());
    }

    [Fact]
    public async Task Words_are_typed_into_an_area_that_says_how_many()
    {
        var page = await Rendered();
        var area = Assert.IsAssignableFrom<IHtmlTextAreaElement>(page.QuerySelector("[name=extraText]"));

        Assert.Equal("1200", area.Closest("[data-module=govuk-character-count]")!.GetAttribute("data-maxlength"));
        Assert.Equal(["You can enter up to 1,200 characters", "Briefly."], Described(page, area));
        Assert.Null(area.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task Authorities_are_listed_by_name_and_none_is_chosen()
    {
        var select = Assert.IsAssignableFrom<IHtmlSelectElement>((await Rendered("localAuthority")).QuerySelector("select"));

        Assert.Equal(("", 154), (select.Value, select.Options.Length));
        Assert.Equal(select.Options.Skip(1).Select(option => option.Text).Order(StringComparer.Ordinal), select.Options.Skip(1).Select(option => option.Text));
    }

    [Fact]
    public async Task What_was_answered_stands_in_the_fields()
    {
        var page = await Rendered(saved: [("extraNumber", "2.50"), ("extraChoice", "\"b\""), ("extraSeveral", "[\"a\",\"b\"]"), ("extraText", "\"\\n indented\\n</textarea>\"")]);

        Assert.Equal("2.5", Input(page, "extraNumber").Value);
        Assert.Equal(["b"], Checked(page, "extraChoice"));
        Assert.Equal(["a", "b"], Checked(page, "extraSeveral"));
        Assert.Equal("\n indented\n</textarea>", ((IHtmlTextAreaElement)page.QuerySelector("[name=extraText]")!).Value);
        Assert.Equal("North Lincolnshire", ((IHtmlSelectElement)(await Rendered("localAuthority", ("localAuthority", "\"813\""))).QuerySelector("select")!).SelectedOptions.Single().Text);
    }

    [Fact]
    public async Task What_was_typed_and_is_wrong_stands_in_the_fields_too()
    {
        var page = await SurveyPages.Questions(Made.Journey(Questionnaire), "extraNumber", field => field == "extraChoice" ? ["b"] : field == "extraRequired" ? [] : [$"wrong {field}"]);

        Assert.Equal("wrong extraNumber", Input(page, "extraNumber").Value);
        Assert.Equal(["b"], Checked(page, "extraChoice"));
        Assert.Equal(["govuk-input--error"], Input(page, "extraNumber").ClassList.Where(name => name.EndsWith("--error", StringComparison.Ordinal)));
        Assert.Equal(
            ["#extraNumber Enter a number, like 0.25", "#extraCount Enter a number, like 1", "#extraSeveral Choose one of the answers below", "#extraRequired Choose an answer to “Which?”"],
            page.QuerySelectorAll(".govuk-error-summary a").Select(link => $"{link.GetAttribute("href")} {link.Words()}"));
        Assert.Equal(["points", "In quarters.", "Error: Enter a number, like 0.25"], Described(page, Input(page, "extraNumber")));
        Assert.Equal(["Error: Choose an answer to “Which?”"], Described(page, page.GetElementById("extraRequired")!.Closest("fieldset")!));
    }

    [Fact]
    public async Task A_chosen_radio_can_be_taken_back_where_the_question_may_be_left_empty()
    {
        var page = await Rendered(saved: [("extraChoice", "\"b\""), ("extraSeveral", "[\"a\"]"), ("extraRequired", "\"a\"")]);

        Assert.Equal(["radio a First", "radio b Second", "radio  Leave this question unanswered"], Options(page, "extraChoice"));
        Assert.Equal(2, Options(page, "extraSeveral").Count());
        Assert.Equal(2, Options(page, "extraRequired").Count());
        Assert.Equal(2, Options(await Rendered(), "extraChoice").Count());
    }

    [Fact]
    public async Task A_question_alone_on_its_page_is_the_pages_heading()
    {
        var (number, choice) = (await Rendered("extraCount", Alone(Extra[1])), await Rendered("extraChoice", Alone(Extra[2])));

        Assert.Equal(("A count?", "A count? – SencoSurvey"), (number.QuerySelector("h1 label")!.Words(), number.Title));
        Assert.Equal("One?", choice.QuerySelector("legend h1")!.Words());
        Assert.StartsWith("Anything else: page ", number.QuerySelector(".survey-progress")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_several_questions_has_its_own_heading_and_says_how_far_one_is()
    {
        var page = await Rendered();

        Assert.Equal("Extra", page.QuerySelector("h1")!.Words());
        Assert.Equal(6, page.QuerySelectorAll("form h2").Length);
        var pages = Made.Journey(Questionnaire).Pages.Count;
        Assert.Equal($"Anything else: page {pages} of {pages}", page.QuerySelector(".survey-progress")!.Words());
    }

    [Fact]
    public void No_question_can_have_the_name_of_a_hidden_field() =>
        Assert.Throws<QuestionnaireException>(() => Alone(Extra[1].Replace("extraCount", FormSecrets.TicketField, StringComparison.Ordinal)));

    [Fact]
    public async Task A_form_carries_what_proves_it_ours_and_whose_it_is_and_leads_to_its_page()
    {
        var form = Assert.IsAssignableFrom<IHtmlFormElement>((await SurveyPages.Questions(Made.Journey(Questionnaire), "extraNumber", changing: true)).QuerySelector("form"));

        Assert.Equal(("post", "/survey/2026/questions/extraNumber?changing=true", true), (form.Method, form.GetAttribute("action"), form.NoValidate));
        Assert.Equal([("form-token", "antiforgery"), ("form-ticket", "sealed")], form.QuerySelectorAll<IHtmlInputElement>("[type=hidden]").Select(field => (field.Name!, field.Value)));
    }

    private static Task<IHtmlDocument> Rendered(string page = "extraNumber", params (string Question, string Json)[] saved) => Rendered(page, Questionnaire, saved);

    private static Task<IHtmlDocument> Rendered(string page, Questionnaire questionnaire, params (string Question, string Json)[] saved) =>
        SurveyPages.Questions(Made.Journey(questionnaire, saved: saved), page);

    private static Questionnaire Alone(string question) => Made.Extended("anythingElse", question.Replace("{ \"type\"", "{ \"startsPage\": \"Alone\", \"type\"", StringComparison.Ordinal));

    private static IHtmlInputElement Input(IHtmlDocument page, string name) => Assert.IsAssignableFrom<IHtmlInputElement>(Assert.Single(page.QuerySelectorAll($"[name={name}]")));

    private static string Label(IHtmlDocument page, string id) => page.QuerySelector($"label[for={id}]")!.Words();

    private static IEnumerable<string> Described(IHtmlDocument page, IElement field) => field.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.Words());

    private static IEnumerable<string> Options(IHtmlDocument page, string name) =>
        page.QuerySelectorAll<IHtmlInputElement>($"[name={name}]").Select(input => $"{input.Type} {input.Value} {page.QuerySelector($"label[for={input.Id}]")!.Words()}");

    private static IEnumerable<string> Checked(IHtmlDocument page, string name) => page.QuerySelectorAll<IHtmlInputElement>($"[name={name}]").Where(input => input.IsChecked).Select(input => input.Value);
}
