using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class SaveSurveyQuestions(SurveyVisits visits, SurveyQuestions questions)
{
    [Function(nameof(SaveSurveyQuestions))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "survey/{round}/questions/{page}")] HttpRequest request, string round, string page) =>
        visits.PostAsync(request, round, (visit, form) => questions.TakeAsync(request, visit, page, form));
}
