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

    public static JsonElement Answers(string la = "813", decimal hours = 6, int support = 20, int plans = 4) =>
        JsonSerializer.SerializeToElement(new { localAuthority = la, senSupport = support, ehcp = plans, hoursAllocated = hours });

    public static AnswerSet Read(Questionnaire questionnaire, decimal hours = 6, int support = 20, int plans = 4) =>
        AnswerReader.FromJson(questionnaire, Answers("813", hours, support, plans), new Errors())!;
}
