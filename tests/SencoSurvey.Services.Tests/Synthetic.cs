using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Services.Tests;

/// <summary>Made-up answers, to questions that both questionnaires ask.</summary>
internal static class Synthetic
{
    /// <summary>The short one.</summary>
    public const string Questionnaire = "north-lincolnshire-2016";

    public static string NewKey() => Guid.NewGuid().ToString("D");

    public static JsonElement Answers(string la = "813", decimal hours = 6) =>
        JsonSerializer.SerializeToElement(new { localAuthority = la, senSupport = 20, ehcp = 4, hoursAllocated = hours });

    public static AnswerSet Read(Questionnaire questionnaire, string la = "813", decimal hours = 6) =>
        AnswerReader.FromJson(questionnaire, Answers(la, hours), new Errors())!;
}
