using System.Net.Http.Json;
using System.Text.Json;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>What every refusal looks like: RFC 9457, with <c>errors</c> by field where a field is to blame.</summary>
internal static class Problem
{
    /// <param name="field">The name that <c>errors</c> must have; null when nothing in the request is to blame.</param>
    public static async Task<JsonElement> AssertAsync(HttpResponseMessage response, int status, string? field = null)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"Answered {(int)response.StatusCode}, not {status}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(body);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        if (field is null) return problem;
        Assert.True(problem.TryGetProperty("errors", out var errors) && errors.TryGetProperty(field, out _), $"'{field}' is not among the errors: {body}");
        Assert.All(errors.GetProperty(field).EnumerateArray(), message => Assert.NotEqual("", message.GetString()));
        return problem;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();
}
