using Microsoft.AspNetCore.Http;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Web.Pages;

namespace SencoSurvey.Functions.Http;

public sealed class GetMethodology(IQuestionnaires questionnaires)
{
    [Function(nameof(GetMethodology))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "methodology")] HttpRequest request) =>
        Page.Of<MethodologyPage>(request, new { Indicators = questionnaires.Ids.SelectMany(id => questionnaires.Find(id)!.Indicators).DistinctBy(indicator => indicator.Id).ToList() });
}
