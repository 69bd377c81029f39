using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using SencoSurvey.Functions.Http.Support;

namespace SencoSurvey.Functions;

/// <summary>
/// Turns what an HTTP function threw into a problem: otherwise it would leave as a 500 with an empty body. For a queue or timer function it does nothing:
/// a swallowed exception would count the message as handled, and lose it.
/// </summary>
public sealed class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            await ExecuteAsync(context, http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            context.GetInvocationResult().Value = null;
            if (Problems.Of(exception, http, logger) is { } problem) await problem.ExecuteAsync(http);
        }
    }

    /// <summary>The result is written here rather than by the middleware outside, so that a failure to write it becomes a problem too.</summary>
    private static async Task ExecuteAsync(FunctionContext context, HttpContext http)
    {
        var invocation = context.GetInvocationResult();
        if (invocation.Value is not IResult result) return;
        invocation.Value = null;
        await result.ExecuteAsync(http);
    }
}
