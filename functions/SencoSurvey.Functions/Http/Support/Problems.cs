using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SencoSurvey.Core;
using SencoSurvey.Services.Storage;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>
/// What an HTTP function that threw answers, in both heads: a problem (RFC 9457). A refusal says what is wrong; storage that is away asks to come back;
/// anything else is ours, and answers no more than the id under which the log has it.
/// </summary>
public static partial class Problems
{
    /// <summary>Seconds. Short enough for a person who waits, long enough for storage that restarts.</summary>
    internal const string RetryAfter = "5";

    /// <summary>The problem to answer; null when the caller has gone and nobody is there to read it.</summary>
    public static IResult? Of(Exception exception, HttpContext http, ILogger logger)
    {
        switch (exception)
        {
            case Refusal refusal:
                return Problem(http, refusal.Status, refusal.Message, refusal.Advice, ("errors", refusal.Errors.ByField));
            case BadHttpRequestException bad when bad.StatusCode is >= 400 and < 500:
                return Problem(http, bad.StatusCode, "The request cannot be read.", "");
            case OperationCanceledException or IOException when http.RequestAborted.IsCancellationRequested:
            case ConnectionResetException or ConnectionAbortedException:
                http.Abort(); // Otherwise Kestrel looks for the rest of the request where a reader was cut off, and complains.
                return null;
            case var _ when StorageFaults.IsUnavailable(exception):
                LogUnavailable(logger, http.Request.Method, exception.GetType().Name);
                http.Response.Headers.RetryAfter = RetryAfter;
                return Problem(http, 503, "The service cannot reach its storage at the moment. Try again in a few seconds: sending the same again does no harm.", "What was saved before is safe.");
            default:
                var traceId = Activity.Current?.Id ?? http.TraceIdentifier;
                LogUnexpected(logger, exception, traceId);
                return Problem(http, 500, "Something went wrong on our side.", $"If it goes on, quote {traceId} to whoever runs the service.", ("traceId", traceId));
        }
    }

    /// <summary>What no function answered, such as an address that there is not: a page where a browser asks for one, else a problem.</summary>
    public static IResult OfStatus(HttpContext http, int status) =>
        IsPage(http.Request.Path) || IsBrowser(http.Request) ? Said(http.Request, PageWords.OfStatus(http.Request, status), status) : Results.Problem(statusCode: status);

    /// <param name="advice">For a person: at a page's address a page answers, not a problem document.</param>
    private static IResult Problem(HttpContext http, int status, string title, string advice, params (string Name, object? Value)[] extensions) => IsPage(http.Request.Path)
        ? Said(http.Request, PageWords.Of(http.Request, status, title, advice), status)
        : Results.Problem(statusCode: status, title: title, extensions: extensions.ToDictionary(extension => extension.Name, extension => extension.Value));

    private static IResult Said(HttpRequest request, PageWords words, int status) => Page.Of<MessagePage>(request, new { words.Title, words.Text, words.Next }, status);

    private static bool IsPage(PathString path) =>
        path.StartsWithSegments("/survey") || path.StartsWithSegments("/reports") || path.StartsWithSegments("/stop") || path.StartsWithSegments("/methodology");

    private static bool IsBrowser(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/admin")
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage cannot be reached: a {Method} was answered 503 ({Fault})")]
    private static partial void LogUnavailable(ILogger logger, string method, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "An HTTP function failed, trace {TraceId}")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string traceId);
}
