using Microsoft.AspNetCore.Http;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>The key to a response stands in a header: addresses end up in logs and telemetry.</summary>
internal static class ResponseKeyHeader
{
    public static string? ResponseKey(this HttpRequest request) => request.Headers.TryGetValue("Response-Key", out var values) ? values.ToString() : null;
}
