using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Survey.Support;

namespace SencoSurvey.Functions.Http.Survey;

/// <summary>The start page; a link with a code in it leads on to the address without.</summary>
public sealed class GetSurvey(SurveyStart start)
{
    [Function(nameof(GetSurvey))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "survey/{round}")] HttpRequest request, string round) =>
        request.Query["invitation"].Concat(request.Query["return"]).FirstOrDefault() is { Length: > 0 } code ? start.LetInAsync(request, round, code) : start.ShowAsync(request, round);
}
