using System.Security.Cryptography;
using System.Text;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>The keys that open functions: in the header <c>x-functions-key</c>, or as <c>code</c> in the query.</summary>
internal sealed class HostKeys(IConfiguration configuration)
{
    private readonly string function = configuration["Keys:Function"] ?? "";
    private readonly string master = configuration["Keys:Master"] ?? "";

    public bool Opens(AuthorizationLevel level, HttpRequest request) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => Is(function, request) || Is(master, request),
        _ => Is(master, request),
    };

    private static bool Is(string key, HttpRequest request)
    {
        var given = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        return key.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(given));
    }
}
