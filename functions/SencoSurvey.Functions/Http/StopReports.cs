using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Recipients;

namespace SencoSurvey.Functions.Http;

/// <summary>
/// What the page's button sends, and what mail programs send by themselves (RFC 8058). They send no cookie and have seen no page, so there is no antiforgery
/// token to ask for; none is needed, because the signature is the right to stop, and no other site knows it. The body says nothing that the address does not.
/// </summary>
public sealed class StopReports(StopService stops)
{
    [Function(nameof(StopReports))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "stop/{recipient}")] HttpRequest request, string recipient)
    {
        await stops.StopAsync(recipient, request.Query["signature"].ToString(), CancellationToken.None);

        // No redirect: RFC 8058 forbids it.
        return StoppedPage.Of(request);
    }
}
