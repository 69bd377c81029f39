using System.Text.Json;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Tests.Answers;

public sealed class AnswerReaderTests
{
    [Fact]
    public void Only_the_authority_has_to_be_answered()
    {
        Assert.Equal("North Lincolnshire", Example.Read("").LocalAuthority.Name);
        Assert.Equal("Must be answered.", ErrorWithoutAuthority("""{ "hours": 3 }"""));
    }

    [Fact]
    public void Null_leaves_a_question_unanswered()
    {
        Assert.Null(Example.Read("""  "hours": null """).Find("hours"));
        Assert.Equal("Must be answered.", ErrorWithoutAuthority("""{ "localAuthority": null }"""));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("60")]
    [InlineData("3.25")]
    [InlineData("3.250")]
    [InlineData("1.2e1")]
    [InlineData("1200E-2")]
    [InlineData("-0")]
    public void Hours_in_quarters_are_accepted(string hours) =>
        Assert.Equal(decimal.Parse(hours, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture), Example.Read($"\"hours\": {hours}").Number("hours")!.Value.ToDecimal());

    [Theory]
    [InlineData("3.3")]
    [InlineData("0.125")]
    [InlineData("-0.25")]
    [InlineData("60.25")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-30")]
    [InlineData("1e-400")]
    [InlineData("0.2500000000000000000000000000000000001")]
    [InlineData("\"3\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("[3]")]
    [InlineData("{}")]
    public void Other_hours_are_refused_with_the_rule(string hours) =>
        Assert.Equal("Must be a number from 0 to 60, in steps of 0.25.", Example.ErrorAt("hours", $"\"hours\": {hours}"));

    [Fact]
    public void A_number_of_300_digits_is_refused() =>
        Assert.Equal("Must be a number from 0 to 60, in steps of 0.25.", Example.ErrorAt("hours", $"\"hours\": {new string('9', 300)}"));

    [Theory]
    [InlineData("12.5")]
    [InlineData("2001")]
    [InlineData("-1")]
    public void Pupils_are_whole_numbers_in_range(string pupils) =>
        Assert.Equal("Must be a number from 0 to 2000, without decimals.", Example.ErrorAt("support", $"\"support\": {pupils}"));

    [Theory]
    [InlineData("\"z\"")]
    [InlineData("\"A\"")]
    [InlineData("\"\"")]
    [InlineData("\"a;b\"")]
    [InlineData("[\"a\"]")]
    [InlineData("1")]
    [InlineData("\"\\ud800\"")]
    public void A_choice_is_one_of_the_options(string kind) =>
        Assert.Equal("Must be one of: a, b, c, d.", Example.ErrorAt("kind", $"\"kind\": {kind}"));

    [Fact]
    public void Several_options_are_kept_in_the_order_of_the_questionnaire() =>
        Assert.Equal(["teacher", "helper"], Example.Read("""  "roles": ["helper", "teacher"] """).Choice("roles")!.Options);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"teacher\"")]
    [InlineData("[\"teacher\", \"teacher\"]")]
    [InlineData("[\"teacher\", \"cook\"]")]
    [InlineData("[\"teacher\", null]")]
    [InlineData("[\"teacher\", 1]")]
    [InlineData("[\"\\udc00\"]")]
    [InlineData("[[\"teacher\"]]")]
    public void Several_options_are_a_list_of_different_options(string roles) =>
        Assert.Equal("Must be a list of one or more of: teacher, leader, helper.", Example.ErrorAt("roles", $"\"roles\": {roles}"));

    [Theory]
    [InlineData("813")]
    [InlineData("\"0813\"")]
    [InlineData("\"North Lincolnshire\"")]
    [InlineData("\"999\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"813\"]")]
    public void An_authority_is_named_by_its_code_as_text(string authority) =>
        Assert.StartsWith("Must be the 3-digit code of a local authority", ErrorWithoutAuthority($$"""{ "localAuthority": {{authority}} }"""), StringComparison.Ordinal);

    [Fact]
    public void Text_is_measured_in_characters_so_that_2000_emoji_fit()
    {
        Assert.Equal(string.Concat(Enumerable.Repeat("🙂", 2000)), ((TextAnswer)Example.Read(Comments(2000)).Find("comments")!).Text);
        Assert.Equal("Must be text of at most 2,000 characters.", Example.ErrorAt("comments", Comments(2001)));

        static string Comments(int count) => $"\"comments\": \"{string.Concat(Enumerable.Repeat("🙂", count))}\"";
    }

    [Theory]
    [InlineData("\"half a \\ud800 pair\"")]
    [InlineData("5")]
    [InlineData("[\"text\"]")]
    public void Text_is_text(string comments) =>
        Assert.Equal("Must be text of at most 2,000 characters.", Example.ErrorAt("comments", $"\"comments\": {comments}"));

    [Fact]
    public void Unknown_questions_are_refused_by_name() =>
        Assert.Equal("The questionnaire example has no such question.", Example.ErrorAt("hour", """  "hour": 3 """));

    [Fact]
    public void A_long_unknown_name_is_cut_between_characters()
    {
        var errors = new Errors();
        Assert.Null(Example.TryRead($"\"x{string.Concat(Enumerable.Repeat("🙂", 200))}\": 1", errors));
        var name = Assert.Single(errors.ByField.Keys);
        Assert.InRange(name.Length, 1, 100);
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name)));
    }

    [Theory]
    [InlineData("""{ "localAuthority": "813", "hours": 3, "hours": 4 }""")]
    [InlineData("""{ "localAuthority": "813", "\ud800": 3 }""")]
    [InlineData("""[ 1 ]""")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void Answers_that_are_no_proper_object_are_refused_and_do_not_throw(string answers)
    {
        using var document = JsonDocument.Parse(answers);
        var errors = new Errors();
        Assert.Null(AnswerReader.FromJson(Example.Questionnaire, document.RootElement, errors));
        Assert.NotEmpty(errors.ByField);
    }

    [Fact]
    public void A_question_that_does_not_apply_is_to_be_left_out()
    {
        const string Message = "Does not apply after the answer to stays: leave it out.";
        Assert.Equal(Message, Example.ErrorAt("why", """  "stays": "yes", "why": "pay" """));
        Assert.Equal(Message, Example.ErrorAt("why", """  "why": "pay" """));
        Assert.Equal(["pay"], Example.Read("""  "why": "pay", "stays": "no" """).Choice("why")!.Options);
        Assert.Null(Example.Read("""  "stays": "no" """).Choice("why"));
    }

    [Theory]
    [InlineData("84")]
    [InlineData("84.0")]
    public void A_derived_sum_is_accepted_when_it_is_right(string sum) =>
        Assert.Equal(84, Example.Read($"\"support\": 76, \"plans\": 8, \"pupils\": {sum}").Number("pupils"));

    [Theory]
    [InlineData("\"support\": 76, \"plans\": 8, \"pupils\": 85")]
    [InlineData("\"support\": 76, \"plans\": 8, \"pupils\": \"84\"")]
    [InlineData("\"support\": 76, \"pupils\": 76")]
    [InlineData("\"pupils\": 84")]
    [InlineData("\"support\": 0, \"plans\": 0, \"pupils\": 1e-30")]
    public void A_derived_sum_is_refused_when_it_is_not_what_follows(string members) =>
        Assert.StartsWith("Is worked out from other answers", Example.ErrorAt("pupils", members), StringComparison.Ordinal);

    [Fact]
    public void A_ratio_is_missing_where_the_divisor_is_0_or_unknown()
    {
        Assert.Equal(new Rational(60 * 3, 90), Example.Read("""  "support": 80, "plans": 10, "hours": 3 """).Number("minutes"));
        Assert.Null(Example.Read("""  "support": 0, "plans": 0, "hours": 3 """).Number("minutes"));
        Assert.Null(Example.Read("""  "support": 80, "hours": 3 """).Number("minutes"));
        Assert.Null(Example.Read("""  "support": 80, "plans": 10 """).Number("minutes"));
    }

    [Fact]
    public void Every_wrong_answer_is_named_at_once()
    {
        var errors = new Errors();
        Assert.Null(Example.TryRead("""  "hours": 61, "kind": "z", "hour": 1 """, errors));
        Assert.Equal(["hour", "hours", "kind"], errors.ByField.Keys.Order());
    }

    [Fact]
    public void Soft_checks_are_set_off_and_refuse_nothing()
    {
        Assert.Equal("manyPlans", Assert.Single(Example.Read("""  "support": 3, "plans": 4 """).SoftChecks).Id);
        Assert.Empty(Example.Read("""  "support": 4, "plans": 4 """).SoftChecks);
        Assert.Empty(Example.Read("""  "plans": 4 """).SoftChecks);
    }

    private static string ErrorWithoutAuthority(string answers)
    {
        using var document = JsonDocument.Parse(answers);
        var errors = new Errors();
        Assert.Null(AnswerReader.FromJson(Example.Questionnaire, document.RootElement, errors));
        var (field, messages) = Assert.Single(errors.ByField);
        Assert.Equal(AnswerSet.LocalAuthorityId, field);
        return Assert.Single(messages);
    }
}
