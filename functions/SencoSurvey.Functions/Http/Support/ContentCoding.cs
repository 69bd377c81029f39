using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>How an answer that is at hand in every coding is to be coded, by the request's Accept-Encoding (RFC 9110, section 12.5.3).</summary>
internal static class ContentCoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";
    public const string Identity = "identity";

    /// <summary>What the client likes best, and of what it likes equally the smallest. A client that refuses all gets the plain bytes, rather than nothing.</summary>
    public static string Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)) return Identity;
        string[] smallestFirst = [Brotli, Gzip, Identity];
        var best = smallestFirst.MaxBy(coding => Quality(accepted, coding))!;
        return Quality(accepted, best) > 0 ? best : Identity;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        (Find(accepted, coding) ?? Find(accepted, "*")) is { } found ? found.Quality ?? 1 : 0;

    private static StringWithQualityHeaderValue? Find(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));
}
