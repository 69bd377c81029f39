using System.Text.Json;

namespace SencoSurvey.LocalHost.Platform;

/// <summary><c>POST /admin/functions/{name}</c> with the master key: runs a timer or queue function now, beside its trigger.</summary>
internal static class AdminEndpoint
{
    /// <param name="Input">The message of a queue function; a timer needs none.</param>
    private sealed record Body(string? Input);

    public static void MapAdmin(this WebApplication app) => app.MapPost("/admin/functions/{name}", RunAsync);

    private static async Task<IResult> RunAsync(HttpRequest request, string name, HostKeys keys, FunctionCatalogue functions, ManualRuns runs)
    {
        if (!keys.Opens(AuthorizationLevel.Admin, request)) return HttpFunctions.Unauthorized();
        if (functions.Find(name) is not { Trigger: not HttpTriggerAttribute } function) return Results.Problem(statusCode: 404, title: "There is no timer or queue function of this name.");
        var input = "";
        if (request.ContentLength is not 0)
        {
            try
            {
                input = (await JsonSerializer.DeserializeAsync<Body>(request.Body, JsonSerializerOptions.Web, request.HttpContext.RequestAborted))?.Input ?? "";
            }
            catch (JsonException)
            {
                return Results.Problem(statusCode: 400, title: "The body must be JSON like {\"input\": \"\"}.");
            }
        }

        runs.Start(function, input);
        return Results.Accepted();
    }
}
