using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Functions.Http;

public sealed class GetQuestionnaireSchema(IQuestionnaires questionnaires)
{
    [Function(nameof(GetQuestionnaireSchema))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/questionnaires/{id}/schema")] HttpRequest request, string id) =>
        Results.Json(AnswerSchema.Of(questionnaires.Find(id) ?? throw Refusal.NotFound("There is no such questionnaire.")), contentType: "application/schema+json");
}
