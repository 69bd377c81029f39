using Microsoft.AspNetCore.Http;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Invitations;

namespace SencoSurvey.Functions.Http;

public sealed class CreateInvitations(InvitationService invitations, InvitationCsv csv)
{
    /// <param name="Invitations">How many would be made.</param>
    public sealed record Checked(int Invitations);

    [Function(nameof(CreateInvitations))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/rounds/{round}/invitations")] HttpRequest request, string round)
    {
        var (reissue, dryRun) = (request.Flag("reissue"), request.Flag("dryRun"));
        var file = await RequestBody.ReadCsvAsync(request);

        // Once read, it is carried through: codes that are half made are of use to nobody.
        var result = await invitations.CreateAsync(round, file, reissue, dryRun, CancellationToken.None);
        if (dryRun) return Results.Json(new Checked(result.Invitations));
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.File(csv.Write(round, result.Issued), "text/csv; charset=utf-8", $"invitations-{round}.csv");
    }
}
