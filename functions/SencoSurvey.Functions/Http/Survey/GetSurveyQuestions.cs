using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class GetSurveyQuestions(SurveyVisits visits, SurveyQuestions questions)
{
    [Function(nameof(GetSurveyQuestions))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}/questions/{page}")] HttpRequest request, string round, string page) =>
        visits.GetAsync(request, round, visit => Task.FromResult(questions.Show(request, visit, page)));
}
