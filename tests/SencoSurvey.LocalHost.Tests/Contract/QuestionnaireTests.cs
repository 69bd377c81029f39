using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>Questionnaires and the schemas of their answers, for anyone.</summary>
public sealed class QuestionnaireTests(ProductHost product) : IClassFixture<ProductHost>
{
    [Theory]
    [InlineData("senco-workload-1")]
    [InlineData("north-lincolnshire-2016")]
    public async Task A_questionnaire_is_served_and_its_schema_has_the_same_questions(string id)
    {
        using var document = await product.Host.Http.GetAsync($"/api/questionnaires/{id}");
        Assert.Equal("application/json", document.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        var questionnaire = await document.JsonAsync();
        Assert.Equal(id, questionnaire.GetProperty("id").GetString());

        using var answer = await product.Host.Http.GetAsync($"/api/questionnaires/{id}/schema");
        Assert.Equal("application/schema+json", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        var schema = await answer.JsonAsync();
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        var asked = questionnaire.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("questions").EnumerateArray()).Select(question => question.GetProperty("id").GetString()!).ToList();
        var exact = questionnaire.GetProperty("derived").EnumerateArray().Where(derived => !derived.TryGetProperty("ratio", out _)).Select(derived => derived.GetProperty("id").GetString()!);
        Assert.Equal(asked.Concat(exact).Order(), schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
        Assert.Subset(asked.ToHashSet(), schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).ToHashSet());
    }

    [Theory]
    [InlineData("senco-workload-1")]
    [InlineData("north-lincolnshire-2016")]
    public async Task Its_codebook_has_a_line_for_every_question(string id)
    {
        using var response = await product.Host.Http.GetAsync($"/api/questionnaires/{id}/codebook.csv");
        Assert.Equal("text/csv; charset=utf-8", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.ToString());
        Assert.Equal($"senco-survey-{id}-codebook.csv", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var codebook = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("question,type,label,hint,unit,minimum,maximum,step,option,option_label,asked,indicators\r\n", codebook, StringComparison.Ordinal);
        var questionnaire = await product.Host.GetJsonAsync($"/api/questionnaires/{id}");
        var asked = questionnaire.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("questions").EnumerateArray()).Select(question => question.GetProperty("id").GetString()!);
        Assert.All(asked, question => Assert.Contains($"\n{question},", codebook, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_codebook_of_a_questionnaire_that_there_is_not_is_404() =>
        await Problem.AssertAsync(await product.Host.Http.GetAsync("/api/questionnaires/none/codebook.csv"), 404);

    /// <summary>The ids that others send and read: changing one breaks them.</summary>
    [Fact]
    public async Task The_annual_questionnaire_has_the_questions_and_indicators_of_the_contract()
    {
        string[] questions =
        [
            "localAuthority", "phase", "schoolPupils", "schoolsServed", "roles", "seniorLeadershipTeam", "yearsAsSenco", "qualification", "qualifiedTeacher", "senSupport", "ehcp", "hoursAllocated", "hoursWorked",
            "adminSupportHours", "nonContactFullTime", "enoughTimeForRole", "enoughTimeForSenSupport", "enoughTimeForEhcp", "manageableByOnePerson", "understoodByLeaders", "protectedTime", "pulledAway",
            "timeComparedWithLastYear", "inRoleInFiveYears", "leaveRoleWithin", "leaveProfession", "mainReasonForLeaving", "comments",
        ];
        string[] indicators =
        [
            "belowMinimumTime", "notEnoughTimeForRole", "notEnoughTimeForSenSupport", "onSeniorLeadershipTeam", "leavingRoleWithinFiveYears", "leavingMainlyForWorkload", "leavingProfession", "pulledAwayOften",
            "manageable", "understood", "wantsProtectedTime", "nineOrMoreExtraHours",
        ];
        var questionnaire = await product.Host.GetJsonAsync("/api/questionnaires/senco-workload-1");
        var asked = questionnaire.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("questions").EnumerateArray()).Select(question => question.GetProperty("id").GetString()!);
        Assert.Subset(asked.ToHashSet(), questions.ToHashSet());
        Assert.Subset(questionnaire.GetProperty("indicators").EnumerateArray().Select(indicator => indicator.GetProperty("id").GetString()!).ToHashSet(), indicators.ToHashSet());
        Assert.Contains("totalSend", questionnaire.GetProperty("derived").EnumerateArray().Select(derived => derived.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_sum_may_be_sent_along_when_it_is_right()
    {
        using var response = await product.Host.SubmitAsync(ProductHost.Open, Guid.NewGuid().ToString(), new { localAuthority = "813", senSupport = 2, ehcp = 1, totalSend = 3 });
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
    }
}
