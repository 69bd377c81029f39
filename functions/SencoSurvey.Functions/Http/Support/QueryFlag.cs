using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>A yes or no in the query; no where it is absent.</summary>
internal static class QueryFlag
{
    /// <exception cref="Refusal">400: it is neither true nor false.</exception>
    public static bool Flag(this HttpRequest request, string name) => (request.Query.ContainsKey(name), request.Query[name].ToString()) switch
    {
        (false, _) or (_, "false") => false,
        (_, "true") => true,
        _ => throw Refusal.Field(400, "The address is not understood.", name, "Must be true or false."),
    };
}
