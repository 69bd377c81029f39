using System.Text;
using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Functions.Http;

public sealed class GetCodebook(IQuestionnaires questionnaires)
{
    [Function(nameof(GetCodebook))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/questionnaires/{id}/codebook.csv")] HttpRequest request, string id) =>
        Results.File(Encoding.UTF8.GetBytes(Codebook.Csv(questionnaires.Find(id) ?? throw Refusal.NotFound("There is no such questionnaire."))), "text/csv; charset=utf-8", $"senco-survey-{id}-codebook.csv");
}
