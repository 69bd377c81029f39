using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>A page with the headers that every page has: it loads and runs nothing but our own files, and tells nobody where its reader came from.</summary>
public static class Page
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Of<TComponent>(HttpRequest request, object parameters, int statusCode = 200)
        where TComponent : IComponent
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return new RazorComponentResult<TComponent>(parameters) { StatusCode = statusCode };
    }
}
