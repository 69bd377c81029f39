using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Journeys;

public sealed class PageEntryTests
{
    private static readonly Questionnaire Plain = Way.Document(
        """
        { "id": "all", "title": "All", "questions": [
            { "type": "localAuthority", "id": "localAuthority", "label": "Where?", "required": true },
            { "type": "choice", "id": "kind", "label": "What kind?", "required": true, "options": [ { "id": "a", "label": "A" }, { "id": "b", "label": "B" } ] },
            { "type": "choice", "id": "roles", "label": "Which roles?", "required": true, "several": true, "options": [ { "id": "teacher", "label": "Teacher" }, { "id": "leader", "label": "Leader" }, { "id": "helper", "label": "Helper" } ] },
            { "type": "number", "id": "hours", "label": "How many hours?", "short": "Hours a week", "required": true, "minimum": 0, "maximum": 60, "step": 0.25, "unit": "hours a week" },
            { "type": "number", "id": "pupils", "label": "How many pupils?", "minimum": 0, "maximum": 2000, "step": 1, "unit": "pupils" },
            { "type": "number", "id": "change", "label": "What change?", "minimum": -10, "maximum": 10, "step": 2.5, "unit": "points" },
            { "type": "text", "id": "comments", "label": "Anything else?", "required": true, "maximumLength": 2000 } ] }
        """);

    private static readonly Questionnaire Prompted = Example.Workload;

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12,5", "12.5")]
    [InlineData("6½", "6.5")]
    [InlineData("12 hours", "12")]
    [InlineData(" 12.5 h", "12.5")]
    [InlineData("\u00A012.5\u00A0", "12.5")]
    [InlineData("1\u00002", "12")]
    [InlineData("12.50", "12.5")]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("60", "60")]
    public void Hours_are_taken_as_they_are_typed(string typed, string expected) => Assert.Equal(expected, AnswerWords.Plain(Assert.IsType<NumberAnswer>(Read("hours", typed).Answers["hours"])));

    [Theory]
    [InlineData("1,200", 1200)]
    [InlineData("1 200", 1200)]
    [InlineData("31 pupils", 31)]
    [InlineData("31.0", 31)]
    public void Pupils_are_taken_as_they_are_typed(string typed, int expected) => Assert.Equal(new NumberAnswer(expected), Read("pupils", typed).Answers["pupils"]);

    [Theory]
    [InlineData("hours", "twelve", "Enter a number, like 0.25")]
    [InlineData("hours", "hours", "Enter a number, like 0.25")]
    [InlineData("hours", "12 pupils", "Enter a number, like 0.25")]
    [InlineData("hours", "1e1", "Enter a number, like 0.25")]
    [InlineData("hours", "١٢", "Enter a number, like 0.25")]
    [InlineData("hours", "1 2", "Enter a number, like 0.25")]
    [InlineData("hours", "99999999999999999999999999999999999999", "Enter a number, like 0.25")]
    [InlineData("hours", "-1", "Hours a week must be from 0 to 60")]
    [InlineData("hours", "61", "Hours a week must be from 0 to 60")]
    [InlineData("hours", "60.01", "Hours a week must be from 0 to 60")]
    [InlineData("hours", "1,200", "Hours a week must be from 0 to 60")]
    [InlineData("hours", "12.3", "Hours a week must be in steps of 0.25, like 12.25")]
    [InlineData("hours", "12.4", "Hours a week must be in steps of 0.25, like 12.5")]
    [InlineData("hours", "59.99", "Hours a week must be in steps of 0.25, like 60")]
    [InlineData("pupils", "1e3", "Enter a number, like 1")]
    [InlineData("pupils", "12.6", "How many pupils? must be a whole number, like 13")]
    [InlineData("pupils", "2,001", "How many pupils? must be from 0 to 2,000")]
    [InlineData("change", "x", "Enter a number, like -7.5")]
    [InlineData("change", "-11", "What change? must be from -10 to 10")]
    [InlineData("change", "-9.9", "What change? must be in steps of 2.5, like -10")]
    [InlineData("kind", "c", "Choose one of the answers below")]
    [InlineData("kind", "A", "Choose one of the answers below")]
    [InlineData("kind", "<script>alert(1)</script>", "Choose one of the answers below")]
    [InlineData("roles", "cook", "Choose one of the answers below")]
    [InlineData("localAuthority", "000", "Choose one of the answers below")]
    [InlineData("localAuthority", "North Lincolnshire", "Choose one of the answers below")]
    public void Something_else_is_asked_for_in_plain_words(string question, string typed, string message)
    {
        var entry = Read(question, typed);

        Assert.Equal(new EntryError(question, message), Assert.Single(entry.Errors));
        Assert.Equal(message, entry.ErrorOf(Plain.Find(question)!));
        Assert.Empty(entry.Answers);
        Assert.Equal([typed], entry.Typed[question]);
    }

    [Theory]
    [InlineData("hoursAllocated", "twelve", "Enter the hours a week you are given for the SENCO role, like 12 or 12.5")]
    [InlineData("hoursAllocated", "12.3", "Hours a week given for the SENCO role must be in steps of 0.25, like 12.25")]
    [InlineData("hoursAllocated", "61", "Hours a week given for the SENCO role must be from 0 to 60")]
    [InlineData("senSupport", "some", "Enter how many pupils are at SEN Support, like 31")]
    [InlineData("schoolsServed", "0", "Schools served must be from 1 to 50")]
    [InlineData("localAuthority", "", "Choose the local authority that your school is in")]
    [InlineData("localAuthority", "999", "Choose the local authority that your school is in")]
    public void A_questionnaire_says_what_to_enter_in_its_own_words(string question, string typed, string message) => Assert.Equal(message, Assert.Single(Read(question, typed, Prompted).Errors).Message);

    [Theory]
    [InlineData("hours", "Enter an answer to “How many hours?”")]
    [InlineData("comments", "Enter an answer to “Anything else?”")]
    [InlineData("kind", "Choose an answer to “What kind?”")]
    [InlineData("roles", "Choose an answer to “Which roles?”")]
    [InlineData("localAuthority", "Choose an answer to “Where?”")]
    public void A_required_answer_that_is_missing_is_asked_for(string question, string message)
    {
        Assert.All(
            [Read(question), Read(question, ""), Read(question, " \t\u00A0\r\n"), Read(question, "\u0000")],
            entry => Assert.Equal(new EntryError(question, message), Assert.Single(entry.Errors)));
    }

    [Fact]
    public void Any_other_question_may_be_left_empty()
    {
        var entry = Way.Enter([Plain.Find("pupils")!]);

        Assert.Empty(entry.Errors);
        Assert.Null(entry.Answers["pupils"]);
    }

    [Fact]
    public void Errors_stand_in_the_order_of_the_page_and_right_answers_are_taken_beside_them()
    {
        var entry = Way.Enter(Plain.Questions, ("hours", "x"), ("kind", "a"), ("pupils", "31"), ("comments", ""), ("localAuthority", "813"), ("roles", "z"));

        Assert.Equal(["roles", "hours", "comments"], entry.Errors.Select(error => error.Question));
        Assert.Equal(["localAuthority", "kind", "pupils", "change"], entry.Answers.Where(answer => answer.Value is not null || answer.Key == "change").Select(answer => answer.Key));
    }

    [Fact]
    public void Fields_of_no_question_of_the_page_are_passed_over() => Assert.Equal(["kind"], Way.Enter([Plain.Find("kind")!], ("kind", "a"), ("hours", "12"), ("colour", "green")).Answers.Keys);

    [Fact]
    public void Several_options_are_put_in_the_questionnaires_order() =>
        Assert.Equal(new ChoiceAnswer(["teacher", "helper"], Several: true), Read(["helper", "teacher"], "roles").Answers["roles"]);

    [Fact]
    public void Of_several_options_none_may_be_unknown_and_none_there_twice()
    {
        Assert.Equal("Choose one of the answers below", Assert.Single(Read(["teacher", "cook"], "roles").Errors).Message);
        Assert.Equal("Choose one of the answers below", Assert.Single(Read(["teacher", "teacher"], "roles").Errors).Message);
    }

    [Fact]
    public void Of_several_values_for_one_answer_the_last_counts()
    {
        Assert.Equal(new ChoiceAnswer(["b"], Several: false), Read(["a", "b"], "kind").Answers["kind"]);
        Assert.Null(Read(["31", ""], "pupils").Answers["pupils"]);
    }

    [Fact]
    public void A_comment_may_have_two_thousand_emoji_and_not_one_more()
    {
        var most = string.Concat(Enumerable.Repeat("🙂", 2000));
        var entry = Read("comments", most + "🙂");

        Assert.Equal(new TextAnswer(most), Read("comments", most).Answers["comments"]);
        Assert.Equal("Your answer must be 2,000 characters or fewer: it has 2,001", Assert.Single(entry.Errors).Message);
        Assert.Equal([most + "🙂"], entry.Typed["comments"]);
    }

    [Fact]
    public void Of_a_comments_line_breaks_each_counts_once()
    {
        var lines = string.Concat(Enumerable.Repeat("\r\n", 999));

        Assert.Equal(new TextAnswer($"a{lines.ReplaceLineEndings("\n")}{new string('b', 1000)}"), Read("comments", $"a{lines}{new string('b', 1000)}").Answers["comments"]);
        Assert.Single(Read("comments", $"a{lines}{new string('b', 1001)}").Errors);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Eevil\u202C")]
    [InlineData("=cmd|'/C calc'!A0")]
    [InlineData(" indented, with a blank line\n\nand an end \n")]
    public void A_comment_is_kept_as_it_is(string comment) => Assert.Equal(new TextAnswer(comment), Read("comments", comment).Answers["comments"]);

    [Fact]
    public void Control_characters_in_a_comment_are_left_out() => Assert.Equal(new TextAnswer("ab"), Read("comments", "a\u0000\u0008b").Answers["comments"]);

    [Fact]
    public void A_page_shows_answers_as_they_would_be_typed()
    {
        var answers = AnswersJson.Read(Plain, """{"localAuthority":"813","kind":"b","roles":["teacher","helper"],"hours":12.50,"comments":"a\u0000\r\nb"}""");

        var typed = PageEntry.Of(Plain.Questions, answers).Typed;

        Assert.Equal(
            ["localAuthority: 813", "kind: b", "roles: teacher,helper", "hours: 12.5", "pupils: ", "change: ", "comments: a\nb"],
            typed.Select(field => $"{field.Key}: {string.Join(',', field.Value)}"));
    }

    [Property(Arbitrary = [typeof(Responses)])]
    public void What_a_page_shows_reads_back_as_the_same_answers(AnswerSet answers)
    {
        var asked = answers.Questionnaire.Questions.Where(answers.Applies).ToList();
        var shown = PageEntry.Of(asked, answers);

        var read = PageEntry.Read(asked, field => shown.Typed[field]);

        Assert.Empty(read.Errors);
        Assert.All(asked, question => Assert.Equal(answers.Find(question.Id), read.Answers[question.Id]));
    }

    [Property]
    public void Whatever_is_typed_is_kept_and_either_taken_or_complained_about(string?[]? values)
    {
        IReadOnlyList<string> posted = [.. (values ?? []).Select(value => value ?? "")];

        var entry = PageEntry.Read(Plain.Questions, _ => posted);

        Assert.All(Plain.Questions, question => Assert.True(entry.ErrorOf(question) is null ? entry.Answers.ContainsKey(question.Id) : entry.Answers.GetValueOrDefault(question.Id) is null));
        Assert.All(Plain.Questions, question => Assert.Equal(posted.Select(EntryText.Clean), entry.Typed[question.Id]));
        Assert.All(entry.Errors, error => Assert.NotEmpty(error.Message));
    }

    private static PageEntry Read(string question, string typed, Questionnaire? questionnaire = null) => Read([typed], question, questionnaire);

    private static PageEntry Read(string question) => Read([], question);

    private static PageEntry Read(IReadOnlyList<string> posted, string question, Questionnaire? questionnaire = null) => PageEntry.Read([(questionnaire ?? Plain).Find(question)!], _ => posted);
}
