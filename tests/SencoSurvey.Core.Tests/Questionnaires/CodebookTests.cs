using System.Globalization;
using CsvHelper;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Questionnaires;

public sealed class CodebookTests
{
    private static readonly List<CodebookRow> Rows = [.. Codebook.Rows(Example.Questionnaire)];

    [Fact]
    public void It_has_a_line_for_each_option_each_other_question_each_derived_number_and_each_group_in_order() => Assert.Equal(
        [
            "localAuthority", "kind a", "kind b", "kind c", "kind d", "hours", "support", "plans", "roles teacher", "roles leader", "roles helper", "stays yes", "stays no", "stays notSure",
            "why workload", "why pay", "why other", "comments", "months", "pupils", "minutes", "hours few", "hours many",
        ],
        Rows.Select(row => row.Option is null ? row.Question : $"{row.Question} {row.Option}"));

    [Fact]
    public void A_number_has_its_unit_and_bounds()
    {
        var hours = Row("hours");
        Assert.Equal(("number", "How many hours?", "hours a week", 0m, 60m, 0.25m), (hours.Type, hours.Label, hours.Unit, hours.Minimum, hours.Maximum, hours.Step));
    }

    [Fact]
    public void An_option_has_its_label_and_says_whether_others_may_be_chosen_too()
    {
        Assert.Equal(("choices", "Leader"), (Row("roles", "leader").Type, Row("roles", "leader").OptionLabel));
        Assert.Equal(("choice", "Not sure"), (Row("stays", "notSure").Type, Row("stays", "notSure").OptionLabel));
    }

    [Fact]
    public void Text_has_its_longest_length() => Assert.Equal(("text", 2000m), (Row("comments").Type, Row("comments").Maximum));

    [Theory]
    [InlineData("localAuthority", "Of everyone; must be answered.")]
    [InlineData("hours", "Of everyone; may be left out.")]
    [InlineData("months", "Only where the answer to \"Staying?\" (stays) is \"No\"; may be left out.")]
    [InlineData("pupils", "Not asked: the sum of \"How many at SEN Support?\" (support) and \"How many with plans?\" (plans).")]
    [InlineData("minutes", "Not asked: 60 times \"How many hours?\" (hours), divided by \"Pupils with SEND\" (pupils); it does not apply where that is 0.")]
    public void It_says_in_words_when_a_question_is_asked(string question, string asked) => Assert.Equal(asked, Row(question).Asked);

    [Theory]
    [InlineData("hours", null, "little: Under 9.75 hours, of all who gave hours.")]
    [InlineData("stays", "yes", "leaving: Not staying, of all who answered.\nleavingForWorkload: Workload, of those not staying who said why.")]
    [InlineData("why", "pay", "leavingForWorkload: Workload, of those not staying who said why.")]
    [InlineData("support", null, "")]
    public void It_names_the_indicators_that_rest_on_a_question_with_their_wording(string question, string? option, string indicators) =>
        Assert.Equal(indicators, Row(question, option).Indicators);

    [Fact]
    public void An_indicator_that_counts_by_a_derived_number_rests_on_what_that_is_worked_out_from()
    {
        var changed = Example.Questionnaire with { Indicators = [Example.Questionnaire.Indicators[0] with { Counts = new Condition { Question = "pupils", AtLeast = 20 } }] };
        Assert.Equal(["support", "plans", "pupils"], Codebook.Rows(changed).Where(row => row.Indicators.Length > 0).Select(row => row.Question));
    }

    [Fact]
    public void A_group_says_in_words_who_belongs_to_it()
    {
        var (few, many) = (Row("hours", "few"), Row("hours", "many"));
        Assert.Equal(("group", "Hours", "Few", "Not asked: where the answer to \"How many hours?\" (hours) is below 9.75."), (few.Type, few.Label, few.OptionLabel, few.Asked));
        Assert.Equal("Not asked: where the answer to \"How many hours?\" (hours) is at least 9.75, and none of the groups before fits.", many.Asked);
    }

    [Fact]
    public void A_condition_on_two_numbers_is_said_with_its_bounds()
    {
        var months = Example.Questionnaire.Find("months")! with { AppliesWhen = new Condition { Question = "plans", Minus = "support", AtLeast = 1, Below = 2.5m } };
        var changed = Example.Questionnaire with { Sections = [Example.Questionnaire.Sections[0] with { Questions = [.. Example.Questionnaire.Questions.Where(question => question.Id != "months"), months] }] };
        Assert.Equal(
            "Only where \"How many with plans?\" (plans) less \"How many at SEN Support?\" (support) is at least 1 and below 2.5; may be left out.",
            Assert.Single(Codebook.Rows(changed), row => row.Question == "months").Asked);
    }

    [Theory]
    [InlineData("senco-workload-1")]
    [InlineData("north-lincolnshire-2016")]
    public void The_file_of_every_questionnaire_reads_back_as_its_lines(string id)
    {
        var questionnaire = QuestionnaireLibrary.Load().Find(id)!;
        using var csv = new CsvReader(new StringReader(Codebook.Csv(questionnaire)), CultureInfo.InvariantCulture);
        var lines = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(CodebookRow.Columns, lines[0].Keys);
        Assert.Equal(Codebook.Rows(questionnaire).Select(row => string.Join('|', row.Fields)), lines.Select(line => string.Join('|', line.Values)));
        Assert.Equal(questionnaire.Indicators.Select(indicator => indicator.Id).Order(), lines.SelectMany(line => ((string)line["indicators"]).Split('\n')).Where(text => text.Length > 0).Select(text => text.Split(':')[0]).Distinct().Order());
    }

    [Fact]
    public void A_hostile_label_begins_no_formula_but_a_number_may_be_negative()
    {
        var hostile = (NumberQuestion)Example.Questionnaire.Find("hours")! with { Label = "=cmd()", Minimum = -5 };
        var text = Codebook.Csv(new Questionnaire { Id = "hostile", Title = "Hostile", About = "Made for tests.", Sections = [new Section("all", "All", [hostile])] });
        Assert.Contains("hours,number,'=cmd(),,hours a week,-5,60,0.25,", text, StringComparison.Ordinal);
    }

    private static CodebookRow Row(string question, string? option = null) => Assert.Single(Rows, row => row.Question == question && row.Option == option);
}
