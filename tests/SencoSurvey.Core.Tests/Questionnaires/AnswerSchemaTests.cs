using System.Text.Json.Nodes;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Questionnaires;

public sealed class AnswerSchemaTests
{
    private static readonly JsonObject Schema = AnswerSchema.Of(Example.Questionnaire);

    [Fact]
    public void It_is_a_closed_object_of_the_questions_and_the_sums() =>
        Assert.Equal(
            ("https://json-schema.org/draft/2020-12/schema", "object", false, "localAuthority,kind,hours,support,plans,roles,stays,why,comments,months,pupils", """["localAuthority"]"""),
            ((string?)Schema["$schema"], (string?)Schema["type"], (bool)Schema["additionalProperties"]!, string.Join(',', Schema["properties"]!.AsObject().Select(property => property.Key)), Schema["required"]!.ToJsonString()));

    [Theory]
    [InlineData("hours", """{"type":"number","minimum":0,"maximum":60,"multipleOf":0.25,"title":"How many hours?"}""")]
    [InlineData("stays", """{"type":"string","enum":["yes","no","notSure"],"title":"Staying?"}""")]
    [InlineData("why", """{"type":"string","enum":["workload","pay","other"],"title":"Why not?","description":"Only after a fitting answer to stays."}""")]
    [InlineData("roles", """{"type":"array","items":{"type":"string","enum":["teacher","leader","helper"]},"minItems":1,"uniqueItems":true,"title":"Which roles?"}""")]
    [InlineData("comments", """{"type":"string","maxLength":2000,"title":"Anything else?"}""")]
    public void Each_question_says_what_its_answer_must_be(string question, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Schema["properties"]![question]), Schema["properties"]![question]!.ToJsonString());

    [Fact]
    public void Authorities_are_the_153_codes() =>
        Assert.Equal(153, Schema["properties"]!["localAuthority"]!["enum"]!.AsArray().Count);
}
