using Microsoft.AspNetCore.Http;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>After a form: go and get the next page. A refresh then asks for the page again and does not send the form twice.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
