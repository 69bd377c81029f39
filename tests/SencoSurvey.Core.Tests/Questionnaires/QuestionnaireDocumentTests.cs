using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Questionnaires;

public sealed class QuestionnaireDocumentTests
{
    /// <summary>What is changed in the example document, where that is reported, and what the report says.</summary>
    public static TheoryData<string, string, string, string> Broken => new()
    {
        // Not JSON, or not this JSON.
        { "\"title\": \"Example\",", "\"title\": \"Example\"", "$", "invalid" },
        { "\"title\": \"Example\",", "\"title\": \"Example\", \"title\": \"Again\",", "$.title", "Duplicate property 'title'" },
        { "\"title\": \"Example\",", "", "$", "title" },
        { "\"title\": \"Example\",", "\"title\": null,", "$.title", "null" },
        { "\"title\": \"Example\",", "\"title\": 5,", "$.title", "could not be converted" },
        { "\"title\": \"Example\",", "\"title\": \"Example\", \"subtitle\": \"\",", "$.subtitle", "subtitle" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"colour\": \"green\",", "$.sections[0].questions[2].colour", "colour" },
        { "\"type\": \"number\", \"id\": \"hours\"", "\"type\": \"date\", \"id\": \"hours\"", "$.sections[0].questions[2]", "date" },
        { "\"type\": \"number\", \"id\": \"hours\"", "\"id\": \"hours\"", "$", "Path: $.sections[0].questions[2]" },
        { "\"maximum\": 60,", "\"maximum\": \"60\",", "$.sections[0].questions[2].maximum", "could not be converted" },
        { "\"maximum\": 60,", "", "$.sections[0].questions[2]", "maximum" },
        { "\"maximumLength\": 2000", "\"maximumLength\": 20.5", "$.sections[0].questions[8].maximumLength", "could not be converted" },
        { "\"breakdownBy\": [ \"kind\" ]", "\"breakdownBy\": \"kind\"", "$.breakdownBy", "could not be converted" },
        { "\"breakdownBy\": [ \"kind\" ]", "\"breakdownBy\": [ null ]", "$.breakdownBy[0]", "null" },
        { "{ \"id\": \"d\", \"label\": \"D\" }", "null", "$.sections[0].questions[1].options[3]", "null" },

        // Ids.
        { "\"id\": \"example\"", "\"id\": \"Example\"", "$.id", "a-z" },
        { "\"id\": \"example\"", "\"id\": \"example-2\"", "$.id", "file's name" },
        { "\"id\": \"plans\",", "\"id\": \"support\",", "$.sections[0].questions[4].id", "something else" },
        { "\"id\": \"pupils\"", "\"id\": \"hours\"", "$.derived[0].id", "something else" },
        { "\"id\": \"manyPlans\"", "\"id\": \"hours\"", "$.softChecks[0].id", "something else" },
        { "\"id\": \"little\"", "\"id\": \"hours\"", "$.indicators[0].id", "something else" },
        { "\"id\": \"hours\"", "\"id\": \"Hours\"", "$.sections[0].questions[2].id", "camelCase" },
        { "\"id\": \"hours\"", "\"id\": \"hours a week\"", "$.sections[0].questions[2].id", "camelCase" },
        { "{ \"id\": \"d\"", "{ \"id\": \"a\"", "$.sections[0].questions[1].options[0].id", "twice" },
        { "{ \"id\": \"d\"", "{ \"id\": \"D;\"", "$.sections[0].questions[1].options[3].id", "camelCase" },

        // Questions.
        { "\"label\": \"Where?\", \"required\": true", "\"label\": \"Where?\"", "$.sections", "required question 'localAuthority'" },
        { "\"type\": \"localAuthority\", \"id\": \"localAuthority\"", "\"type\": \"localAuthority\", \"id\": \"authority\"", "$.sections[0].questions[0].id", "'localAuthority'" },
        { "\"type\": \"localAuthority\", \"id\": \"localAuthority\"", "\"type\": \"text\", \"maximumLength\": 3, \"id\": \"localAuthority\"", "$.sections", "type localAuthority" },
        { "\"label\": \"How many hours?\"", "\"label\": \" \"", "$.sections[0].questions[2].label", "empty" },
        { "\"minimum\": 0, \"maximum\": 60", "\"minimum\": 61, \"maximum\": 60", "$.sections[0].questions[2].maximum", "less than the minimum" },
        { "\"step\": 0.25", "\"step\": 0", "$.sections[0].questions[2].step", "more than 0" },
        { "\"step\": 0.25", "\"step\": 7", "$.sections[0].questions[2].step", "multiples of the step" },
        { "[ { \"id\": \"yes\", \"label\": \"Yes\" }, { \"id\": \"no\", \"label\": \"No\" }, { \"id\": \"notSure\", \"label\": \"Not sure\" } ]", "[ { \"id\": \"no\", \"label\": \"No\" } ]", "$.sections[0].questions[6].options", "at least two" },
        { "\"maximumLength\": 2000", "\"maximumLength\": 2001", "$.sections[0].questions[8].maximumLength", "1 to 2000" },
        { "\"maximumLength\": 2000", "\"maximumLength\": 0", "$.sections[0].questions[8].maximumLength", "1 to 2000" },

        // Conditions.
        { "\"Why not?\", \"appliesWhen\": { \"question\": \"stays\", \"anyOf\": [ \"no\" ] }", "\"Why not?\", \"appliesWhen\": { \"question\": \"stays\", \"anyOf\": [ \"never\" ] }", "$.sections[0].questions[7].appliesWhen.anyOf[0]", "no option 'never'" },
        { "\"Why not?\", \"appliesWhen\": { \"question\": \"stays\", \"anyOf\": [ \"no\" ] }", "\"Why not?\", \"appliesWhen\": { \"question\": \"stays\", \"anyOf\": [] }", "$.sections[0].questions[7].appliesWhen.anyOf", "at least one" },
        { "\"Why not?\", \"appliesWhen\": { \"question\": \"stays\", \"anyOf\": [ \"no\" ] }", "\"Why not?\", \"appliesWhen\": { \"question\": \"why\", \"anyOf\": [ \"pay\" ] }", "$.sections[0].questions[7].appliesWhen.question", "asked before" },
        { "\"label\": \"Which roles?\",", "\"label\": \"Which roles?\", \"appliesWhen\": { \"question\": \"stays\", \"anyOf\": [ \"no\" ] },", "$.sections[0].questions[5].appliesWhen.question", "asked before" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"appliesWhen\": { \"question\": \"plans\", \"above\": 0 },", "$.sections[0].questions[2].appliesWhen.question", "asked before" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"appliesWhen\": { \"question\": \"pupils\", \"above\": 0 },", "$.sections[0].questions[2].appliesWhen.question", "asked before" },
        { "\"counts\": { \"question\": \"hours\", \"below\": 9.75 }", "\"counts\": { \"question\": \"hours\" }", "$.indicators[0].counts", "Needs anyOf" },
        { "\"counts\": { \"question\": \"hours\", \"below\": 9.75 }", "\"counts\": { \"question\": \"kind\", \"below\": 9.75 }", "$.indicators[0].counts.question", "no number question" },
        { "\"counts\": { \"question\": \"hours\", \"below\": 9.75 }", "\"counts\": { \"question\": \"hours\", \"minus\": \"nothing\", \"below\": 9.75 }", "$.indicators[0].counts.minus", "'nothing'" },
        { "\"counts\": { \"question\": \"hours\", \"below\": 9.75 }", "\"counts\": { \"question\": \"kind\", \"anyOf\": [ \"a\" ], \"below\": 9.75 }", "$.indicators[0].counts", "one or the other" },
        { "\"counts\": { \"question\": \"hours\", \"below\": 9.75 }", "\"counts\": { \"question\": \"hours\", \"anyOf\": [ \"a\" ] }", "$.indicators[0].counts.question", "no choice question" },
        { "\"among\": { \"question\": \"stays\"", "\"among\": { \"question\": \"leaves\"", "$.indicators[2].among.question", "'leaves'" },
        { "\"id\": \"manyPlans\", \"question\": \"plans\"", "\"id\": \"manyPlans\", \"question\": \"pupils\"", "$.softChecks[0].question", "'pupils'" },
        { "\"minus\": \"support\", \"above\": 0", "\"minus\": \"support\"", "$.softChecks[0].when", "Needs anyOf" },

        // What pages show.
        { "\"title\": \"All\"", "\"title\": \" \"", "$.sections[0].title", "empty" },
        { "\"title\": \"All\"", "\"title\": \"All\", \"private\": 1", "$.sections[0].private", "could not be converted" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"short\": \"\",", "$.sections[0].questions[2].short", "empty" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"hint\": \"\",", "$.sections[0].questions[2].hint", "empty" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"prompt\": \" \",", "$.sections[0].questions[2].prompt", "empty" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"startsPage\": \"\",", "$.sections[0].questions[2].startsPage", "empty" },
        { "\"label\": \"How many hours?\",", "\"label\": \"How many hours?\", \"startsPage\": true,", "$.sections[0].questions[2].startsPage", "could not be converted" },
        { "{ \"id\": \"d\", \"label\": \"D\" }", "{ \"id\": \"d\", \"label\": \"\" }", "$.sections[0].questions[1].options[3].label", "empty" },

        // A SENCO's own figures.
        { Last, Comparison("", groupBy: "stays"), "$.ownComparison.groupBy", "'stays' does not break statistics down" },
        { Last, Comparison("", groupBy: "none"), "$.ownComparison.groupBy", "'none' does not break statistics down" },
        { Last, Comparison("{}"), "$.ownComparison.measures[0]", "either number or indicator" },
        { Last, Comparison("""{ "number": "hours", "indicator": "little" }"""), "$.ownComparison.measures[0]", "either number or indicator" },
        { Last, Comparison("""{ "number": "hours" }, { "number": "kind" }"""), "$.ownComparison.measures[1].number", "'kind' is no number question" },
        { Last, Comparison("""{ "number": "little" }"""), "$.ownComparison.measures[0].number", "'little' is no number question" },
        { Last, Comparison("""{ "indicator": "hours" }"""), "$.ownComparison.measures[0].indicator", "no indicator 'hours'" },
        { Last, Comparison("""{ "number": "hours", "recommended": 9.75 }"""), "$.ownComparison.measures[0]", "needs recommendedBy" },
        { Last, Comparison("""{ "number": "hours", "recommendedBy": "Us" }"""), "$.ownComparison.measures[0]", "needs recommendedBy" },
        { Last, Comparison("""{ "number": "hours", "recommended": 9.75, "recommendedBy": " " }"""), "$.ownComparison.measures[0].recommendedBy", "empty" },
        { Last, Comparison("""{ "indicator": "little", "recommended": 9.75, "recommendedBy": "Us" }"""), "$.ownComparison.measures[0]", "Only a number" },
        { Last, $$"""{{Last}}, "ownComparison": {} """, "$.ownComparison", "measures" },

        // The checklist.
        { Last, Checklist("""{ "text": "One?" }, { "text": "Two?", "questions": [ "hours", "days" ] }"""), "$.checklist.items[1].questions[1]", "no question 'days'" },
        { Last, Checklist("""{ "text": "One?", "questions": [ "minutes" ] }"""), "$.checklist.items[0].questions[0]", "no question 'minutes'" },
        { Last, Checklist("""{ "text": "" }"""), "$.checklist.items[0].text", "empty" },
        { Last, Checklist("", title: " "), "$.checklist.title", "empty" },
        { Last, $$"""{{Last}}, "checklist": { "title": "List", "items": [] } """, "$.checklist", "source" },

        // What is worked out from answers.
        { "\"sum\": [ \"support\", \"plans\" ]", "\"sum\": [ \"support\", \"kind\" ]", "$.derived[0]", "'kind'" },
        { "\"sum\": [ \"support\", \"plans\" ]", "\"sum\": [ \"support\", \"minutes\" ]", "$.derived[0]", "'minutes'" },
        { "\"sum\": [ \"support\", \"plans\" ]", "\"sum\": []", "$.derived[0].sum", "at least two" },
        { "\"unit\": \"pupils\", \"sum\": [ \"support\", \"plans\" ]", "\"unit\": \"pupils\"", "$.derived[0]", "one of sum, difference and ratio" },
        { "\"sum\": [ \"support\", \"plans\" ]", "\"sum\": [ \"support\", \"plans\" ], \"ratio\": { \"of\": \"hours\", \"per\": \"plans\" }", "$.derived[0]", "one of sum, difference and ratio" },
        { "\"sum\": [ \"support\", \"plans\" ]", "\"sum\": [ \"support\", \"plans\" ], \"difference\": { \"of\": \"hours\", \"minus\": \"plans\" }", "$.derived[0]", "one of sum, difference and ratio" },
        { "\"sum\": [ \"support\", \"plans\" ]", "\"difference\": { \"of\": \"support\", \"minus\": \"kind\" }", "$.derived[0]", "'kind'" },
        { "\"per\": \"pupils\", \"times\": 60", "\"per\": \"staff\", \"times\": 60", "$.derived[1]", "'staff'" },
        { "\"x\": \"pupils\"", "\"x\": \"kind\"", "$.relationships[0].x", "'kind'" },
        { "\"y\": \"hours\"", "\"y\": \"days\"", "$.relationships[0].y", "'days'" },
        { "\"breakdownBy\": [ \"kind\" ]", "\"breakdownBy\": [ \"roles\" ]", "$.breakdownBy[0]", "no single-choice question" },
        { "\"breakdownBy\": [ \"kind\" ]", "\"breakdownBy\": [ \"why\" ]", "$.breakdownBy[0]", "everyone is asked" },
        { "\"breakdownBy\": [ \"kind\" ]", "\"breakdownBy\": [ \"support\" ]", "$.breakdownBy[0]", "no single-choice question" },
        { "{ \"id\": \"hours\", \"label\": \"Hours\"", "{ \"id\": \"nothing\", \"label\": \"Hours\"", "$.groupings[0].id", "no question 'nothing'" },
        { "{ \"id\": \"few\", \"label\": \"Few\", \"when\": { \"question\": \"hours\", \"below\": 9.75 } }, { \"id\": \"many\", \"label\": \"Many\", \"when\": { \"question\": \"hours\", \"atLeast\": 9.75 } }", "{ \"id\": \"few\", \"label\": \"Few\", \"when\": { \"question\": \"hours\", \"below\": 9.75 } }", "$.groupings[0].groups", "at least two" },
        { "{ \"id\": \"few\", \"label\": \"Few\", \"when\": { \"question\": \"hours\", \"below\": 9.75 } }, { \"id\": \"many\", \"label\": \"Many\", \"when\": { \"question\": \"hours\", \"atLeast\": 9.75 } }", "{ \"id\": \"few\", \"label\": \"Few\", \"when\": { \"question\": \"hours\", \"below\": 9.75 } }, { \"id\": \"few\", \"label\": \"Few\", \"when\": { \"question\": \"hours\", \"below\": 9.75 } }", "$.groupings[0].groups[0].id", "twice" },
        { "{ \"id\": \"many\", \"label\": \"Many\", \"when\": { \"question\": \"hours\", \"atLeast\": 9.75 } }", "{ \"id\": \"many\", \"label\": \"Many\", \"when\": { \"question\": \"plans\", \"atLeast\": 9.75 } }", "$.groupings[0].groups[1].when", "'hours' alone" },
        { "{ \"id\": \"many\", \"label\": \"Many\", \"when\": { \"question\": \"hours\", \"atLeast\": 9.75 } }", "{ \"id\": \"many\", \"label\": \"Many\", \"when\": { \"question\": \"hours\" } }", "$.groupings[0].groups[1].when", "Needs anyOf" },
        { "\"by\": \"little\"", "\"by\": \"leavingForWorkload\"", "$.associations[0].by", "everyone's answers" },
        { "\"by\": \"little\"", "\"by\": \"leaving\"", "$.associations[0].by", "another question" },
        { "{ \"question\": \"stays\", \"by\": \"little\" }", "{ \"question\": \"why\", \"by\": \"little\" }", "$.associations[0].question", "everyone is asked" },
        { "\"breakdownBy\": [ \"kind\" ]", "\"breakdownBy\": [ \"kind\", \"kind\" ]", "$.breakdownBy[1]", "twice" },
    };

    private const string Last = "\"breakdownBy\": [ \"kind\" ]";

    private static string Comparison(string measures, string groupBy = "kind") => $$"""{{Last}}, "ownComparison": { "groupBy": "{{groupBy}}", "measures": [ {{measures}} ] } """;

    private static string Checklist(string items, string title = "List") => $$"""{{Last}}, "checklist": { "title": "{{title}}", "source": "Us", "items": [ {{items}} ] } """;

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_document_is_refused_with_file_path_and_reason(string before, string after, string path, string reason)
    {
        Assert.Contains(before, Example.Json, StringComparison.Ordinal);
        var broken = Example.Json.Replace(before, after, StringComparison.Ordinal);

        var exception = Assert.Throws<QuestionnaireException>(() => QuestionnaireDocument.Read("example.json", broken));

        Assert.StartsWith($"Questionnaire example.json, at {path}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message[exception.Message.IndexOf(": ", StringComparison.Ordinal)..], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public void What_is_no_document_at_all_is_refused(string json) =>
        Assert.StartsWith("Questionnaire empty.json, at $", Assert.Throws<QuestionnaireException>(() => QuestionnaireDocument.Read("empty.json", json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_under_another_name_is_refused() =>
        Assert.Throws<QuestionnaireException>(() => QuestionnaireDocument.Read("other.json", Example.Json));

    [Fact]
    public void A_private_answer_on_the_checklist_for_the_head_teacher_is_refused()
    {
        var json = Example.Json.Replace("\"title\": \"All\"", "\"title\": \"All\", \"private\": true", StringComparison.Ordinal);
        Assert.NotNull(QuestionnaireDocument.Read("example.json", json));

        var exception = Assert.Throws<QuestionnaireException>(() => QuestionnaireDocument.Read("example.json", json.Replace(Last, Checklist("""{ "text": "One?", "questions": [ "stays" ] }"""), StringComparison.Ordinal)));

        Assert.StartsWith("Questionnaire example.json, at $.checklist.items[0].questions[0]: 'stays' is private", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_gives_a_document_that_reads_the_same() =>
        Assert.All([Example.Questionnaire, Example.Workload], questionnaire =>
        {
            var written = QuestionnaireDocument.Write(questionnaire);
            Assert.Equal(written, QuestionnaireDocument.Write(QuestionnaireDocument.Read($"{questionnaire.Id}.json", written)));
        });

    [Theory]
    [InlineData("hours", "hours")]
    [InlineData("kind", "kind")]
    [InlineData("pupils", "support plans")]
    [InlineData("minutes", "hours support plans")]
    public void A_number_is_asked_for_by_these_questions(string id, string questions) => Assert.Equal(questions, string.Join(' ', Example.Questionnaire.AskedFor(id)));
}
