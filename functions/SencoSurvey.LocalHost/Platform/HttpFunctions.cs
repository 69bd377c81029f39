using SencoSurvey.Functions.Http.Support;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>Serves the HTTP functions at their routes.</summary>
internal static class HttpFunctions
{
    public static void MapHttpFunctions(this WebApplication app)
    {
        var prefix = app.Services.GetRequiredService<HostJson>().RoutePrefix;
        foreach (var (function, trigger) in app.Services.GetRequiredService<FunctionCatalogue>().With<HttpTriggerAttribute>())
        {
            var route = $"/{prefix}/{trigger.Route ?? function.Name}".Replace("//", "/", StringComparison.Ordinal);
            app.MapMethods(route, trigger.Methods.Select(method => method.ToUpperInvariant()), http => ServeAsync(function, trigger, http));
        }
    }

    private static async Task ServeAsync(FunctionEntry function, HttpTriggerAttribute trigger, HttpContext http)
    {
        if (!http.RequestServices.GetRequiredService<HostKeys>().Opens(trigger.AuthLevel, http.Request))
        {
            await Unauthorized().ExecuteAsync(http);
            return;
        }

        if (await http.RequestServices.GetRequiredService<FunctionInvoker>().InvokeAsync(function, http.Request) is IResult result) await result.ExecuteAsync(http);
    }

    /// <summary>As the Azure head's middleware does: what was thrown is answered as a problem.</summary>
    public static void UseProblems(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(Problems));
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (Exception exception) when (!http.Response.HasStarted)
            {
                if (Problems.Of(exception, http, logger) is { } problem) await problem.ExecuteAsync(http);
            }
        });
    }

    public static IResult Unauthorized() => Results.Problem(
        statusCode: 401,
        title: "A key is needed for this.",
        extensions: new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["x-functions-key"] = ["Send the key in this header, or as code in the query."] } });
}
