using System.Text;
using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Tallies;

public sealed class TallyJsonTests
{
    [Property(MaxTest = 50, Arbitrary = [typeof(Responses)])]
    public void Reading_gives_back_the_tally(IReadOnlyList<AnswerSet> responses)
    {
        var bytes = TallyJson.Write(Tally.Of(Example.Workload, responses));
        Assert.Equal(bytes, TallyJson.Write(TallyJson.Read(Example.Workload, bytes)));
    }

    [Fact]
    public void One_response_more_or_less_changes_the_hash()
    {
        var hashes = Enumerable.Range(0, 4).Select(count => TallyJson.Hash(Tally.Of(Example.Questionnaire, Example.Times(count, ""))));
        Assert.Equal(4, hashes.Distinct().Count());
    }

    [Fact]
    public void A_hash_says_how_it_was_made() =>
        Assert.Matches("^sha256:[0-9a-f]{64}$", TallyJson.Hash(new Tally(Example.Questionnaire)));

    [Fact]
    public void Ratios_and_quarter_hours_are_stored_exactly()
    {
        var json = Encoding.UTF8.GetString(TallyJson.Write(Tally.Of(Example.Questionnaire, Example.Times(2, """  "support": 6, "plans": 1, "hours": 3.25 """))));
        Assert.Contains("""
            "hours":{"values":{"13/4":2}}
            """, json, StringComparison.Ordinal);
        Assert.Contains("""
            "minutes":{"values":{"195/7":2}}
            """, json, StringComparison.Ordinal);
        Assert.Contains("""
            "relationships":[{"7;13/4":2}]
            """, json, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_without_responses_take_no_room()
    {
        var json = Encoding.UTF8.GetString(TallyJson.Write(new Tally(Example.Questionnaire)));
        Assert.EndsWith("""
            "groups":{"kind":{}}}
            """, json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nought_takes_no_room()
    {
        var json = Encoding.UTF8.GetString(TallyJson.Write(Tally.Of(Example.Questionnaire, [Example.Read("""  "stays": "yes" """)])));
        Assert.Contains("""
            "stays":{"answered":1,"options":[1,0,0]},"why":{"notAsked":1}}
            """, json, StringComparison.Ordinal);
        Assert.DoesNotContain(":0", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_for_the_same_questions_are_no_other_version()
    {
        var tally = Tally.Of(Example.Questionnaire, [Example.Read("""  "kind": "d", "hours": 5 """)]);
        var reworded = QuestionnaireDocument.Read("example.json", Example.Json.Replace("How many hours?", "How many hours a week?", StringComparison.Ordinal));
        Assert.Equal(TallyJson.Write(tally), TallyJson.Write(TallyJson.Read(reworded, TallyJson.Write(tally))));
    }

    [Fact]
    public void A_tally_that_was_spelt_otherwise_is_refused() =>
        Assert.Throws<InvalidDataException>(() => TallyJson.Read(Example.Questionnaire, Encoding.UTF8.GetBytes("""{"responses":0,"authorities":{},"groups":{}}""")));

    [Theory]
    [InlineData("\"plans\"", "\"planned\"")]
    [InlineData("\"id\": \"d\"", "\"id\": \"e\"")]
    [InlineData("{ \"id\": \"helper\"", "{ \"id\": \"assistant\"")]
    [InlineData("{ \"type\": \"text\"", "{ \"type\": \"number\", \"id\": \"more\", \"label\": \"More?\", \"minimum\": 0, \"maximum\": 9, \"step\": 1, \"unit\": \"things\" }, { \"type\": \"text\"")]
    [InlineData("[ { \"x\": \"pupils\", \"y\": \"hours\" } ]", "[]")]
    [InlineData("\"counts\": { \"question\": \"hours\", \"below\": 9.75 }", "\"counts\": { \"question\": \"hours\", \"below\": 10 }")]
    [InlineData("\"options\": [ { \"id\": \"yes\", \"label\": \"Yes\" }, { \"id\": \"no\", \"label\": \"No\" }", "\"options\": [ { \"id\": \"no\", \"label\": \"No\" }, { \"id\": \"yes\", \"label\": \"Yes\" }")]
    public void A_tally_of_another_version_of_the_questionnaire_is_refused(string before, string after)
    {
        var bytes = TallyJson.Write(Tally.Of(Example.Questionnaire, [Example.Read("""  "kind": "d", "support": 3, "plans": 4, "hours": 5 """)]));
        var changed = QuestionnaireDocument.Read("example.json", Example.Json.Replace(before, after, StringComparison.Ordinal));
        Assert.Throws<InvalidDataException>(() => TallyJson.Read(changed, bytes));
    }
}
