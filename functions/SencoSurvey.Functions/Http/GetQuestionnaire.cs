using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Functions.Http;

public sealed class GetQuestionnaire(IQuestionnaires questionnaires)
{
    [Function(nameof(GetQuestionnaire))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/questionnaires/{id}")] HttpRequest request, string id) =>
        Results.Text(QuestionnaireDocument.Write(questionnaires.Find(id) ?? throw Refusal.NotFound("There is no such questionnaire.")), "application/json");
}
