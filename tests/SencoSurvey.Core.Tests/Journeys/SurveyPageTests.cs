using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Journeys;

public sealed class SurveyPageTests
{
    private const string Authority = """{ "type": "localAuthority", "id": "localAuthority", "label": "Where?", "required": true }""";

    /// <summary>For a document with both numbers.</summary>
    private const string Derived = """
        , "derived": [
            { "id": "total", "label": "Total", "unit": "hours", "sum": [ "extra", "hours" ] },
            { "id": "each", "label": "Each", "unit": "hours", "ratio": { "of": "extra", "per": "total" } } ]
        """;

    public static TheoryData<string> Shipped => [.. QuestionnaireLibrary.Load().Ids];

    [Fact]
    public void A_section_is_a_page_under_its_own_title()
    {
        var pages = Pages(Section("Your school", Authority, Number("pupils")), Section("Your time", Number("hours"), Choice("enough")));

        Assert.Equal([("localAuthority", "Your school", "localAuthority pupils"), ("hours", "Your time", "hours enough")], pages);
    }

    [Fact]
    public void A_question_may_start_a_page_and_names_it()
    {
        var pages = Pages(Section("Your school", Authority, Number("pupils", more: """, "startsPage": "How large it is" """), Number("staff")));

        Assert.Equal([("localAuthority", "Your school", "localAuthority"), ("pupils", "How large it is", "pupils staff")], pages);
    }

    [Fact]
    public void The_first_question_of_a_section_may_name_its_page() =>
        Assert.Equal([("localAuthority", "Welcome", "localAuthority")], Pages(Section("Your school", Authority.Replace("\"Where?\"", "\"Where?\", \"startsPage\": \"Welcome\"", StringComparison.Ordinal))));

    [Theory]
    [InlineData("""{ "question": "hours", "above": 0 }""")]
    [InlineData("""{ "question": "extra", "minus": "hours", "above": 0 }""")]
    [InlineData("""{ "question": "total", "above": 0 }""")]
    [InlineData("""{ "question": "each", "above": 0 }""")]
    [InlineData("""{ "question": "extra", "minus": "each", "above": 0 }""")]
    public void A_question_that_depends_on_one_of_the_same_page_begins_another(string condition)
    {
        var pages = Pages(Section("Your school", Authority, Number("extra")), Section("Your time", Number("hours"), Number("why", more: $$""", "appliesWhen": {{condition}}"""), Number("last")));

        Assert.Equal([("localAuthority", "Your school", "localAuthority extra"), ("hours", "Your time", "hours"), ("why", "Your time (continued)", "why last")], pages);
    }

    [Fact]
    public void A_question_that_depends_on_an_earlier_page_stays_where_it_is()
    {
        const string OnHours = """, "appliesWhen": { "question": "hours", "above": 0 }""";
        var pages = Pages(Section("Your school", Authority, Number("hours")), Section("Your time", Number("first", more: OnHours), Number("second", more: OnHours), Number("third")));

        Assert.Equal([("localAuthority", "Your school", "localAuthority hours"), ("first", "Your time", "first second third")], pages);
    }

    [Fact]
    public void A_chain_of_questions_each_depending_on_the_one_before_has_a_page_each()
    {
        var pages = Pages(Section(
            "Chain",
            Authority,
            Choice("one"),
            Choice("two", more: """, "appliesWhen": { "question": "one", "anyOf": [ "yes" ] }"""),
            Choice("three", more: """, "appliesWhen": { "question": "two", "anyOf": [ "yes" ] }""")));

        Assert.Equal(["localAuthority one", "two", "three"], pages.Select(page => page.Questions));
    }

    [Fact]
    public void A_section_without_questions_has_no_page() =>
        Assert.Equal(["localAuthority"], Pages(Section("Your school", Authority), Section("Nothing")).Select(page => page.Id));

    [Fact]
    public void Sections_of_the_same_title_are_still_two() =>
        Assert.Equal([("localAuthority", "Again", "localAuthority"), ("hours", "Again", "hours")], Pages(Section("Again", Authority), Section("Again", Number("hours"))));

    [Fact]
    public void A_page_that_asks_one_thing_is_called_what_it_asks()
    {
        var page = SurveyPage.Of(Document(Section("Your school", Authority, Number("pupils"))))[0];

        Assert.Equal("Your school", page.TitleFor(page.Questions));
        Assert.Equal("pupils?", page.TitleFor([page.Questions[1]]));
    }

    [Theory, MemberData(nameof(Shipped))]
    public void In_a_shipped_questionnaire_every_question_is_on_one_page_in_its_order(string id)
    {
        var questionnaire = QuestionnaireLibrary.Load().Find(id)!;
        var pages = SurveyPage.Of(questionnaire);

        Assert.Equal(questionnaire.Questions, pages.SelectMany(page => page.Questions));
        Assert.All(pages, page => Assert.Equal(page.Questions[0].Id, page.Id));
        Assert.All(pages, page => Assert.All(page.Questions, question => Assert.Contains(question, page.Section.Questions)));
    }

    [Theory, MemberData(nameof(Shipped))]
    public void In_a_shipped_questionnaire_no_question_stands_on_the_page_it_depends_on(string id)
    {
        var questionnaire = QuestionnaireLibrary.Load().Find(id)!;

        Assert.All(
            from page in SurveyPage.Of(questionnaire)
            from question in page.Questions
            from needed in question.AppliesWhen?.Ids.SelectMany(questionnaire.AskedFor) ?? []
            select (page, needed),
            pair => Assert.DoesNotContain(pair.needed, pair.page.Questions.Select(question => question.Id)));
    }

    [Theory, MemberData(nameof(Shipped))]
    public void In_a_shipped_questionnaire_pages_of_several_questions_have_titles_of_their_own_and_are_short(string id)
    {
        var several = SurveyPage.Of(QuestionnaireLibrary.Load().Find(id)!).Where(page => page.Questions.Count > 1).ToList();

        Assert.Distinct(several.Select(page => page.Title));
        Assert.All(several, page => Assert.InRange(page.Questions.Count, 2, 4));
    }

    private static IEnumerable<(string Id, string Title, string Questions)> Pages(params string[] sections) =>
        SurveyPage.Of(Document(sections)).Select(page => (page.Id, page.Title, page.Questions.Ids()));

    private static Questionnaire Document(params string[] sections)
    {
        var hasBoth = sections.Any(section => section.Contains("\"extra\"", StringComparison.Ordinal));
        return Way.Document(string.Join(',', sections), hasBoth ? Derived : "");
    }

    private static string Section(string title, params string[] questions) => $$"""{ "id": "section", "title": "{{title}}", "questions": [ {{string.Join(',', questions)}} ] }""";

    private static string Number(string id, string more = "") => $$"""{ "type": "number", "id": "{{id}}", "label": "{{id}}?", "minimum": 0, "maximum": 60, "step": 1, "unit": "hours"{{more}} }""";

    private static string Choice(string id, string more = "") => $$"""{ "type": "choice", "id": "{{id}}", "label": "{{id}}?", "options": [ { "id": "yes", "label": "Yes" }, { "id": "no", "label": "No" } ]{{more}} }""";
}
