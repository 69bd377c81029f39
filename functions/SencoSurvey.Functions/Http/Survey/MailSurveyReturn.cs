using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

public sealed class MailSurveyReturn(SurveyVisits visits, SurveyReturn links)
{
    [Function(nameof(MailSurveyReturn))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "survey/{round}/return")] HttpRequest request, string round) =>
        visits.PostAsync(request, round, (visit, form) => links.MailAsync(request, visit, form), withSent: true);
}
