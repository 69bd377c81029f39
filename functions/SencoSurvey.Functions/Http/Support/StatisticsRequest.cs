using System.Text;
using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>What of a scope's statistics is asked for, and in which form: by the ending of the address, or else by the Accept header.</summary>
internal sealed record StatisticsRequest(Scope Scope, StatisticsRequest.Form As, string? By, bool Live)
{
    internal enum Form
    {
        Json,
        Csv,
        Metadata,
    }

    /// <exception cref="Refusal">404: no such scope. 400: a query value is not understood. 406: a form that there is not.</exception>
    public static StatisticsRequest Of(HttpRequest request)
    {
        var path = Path(request);
        var (scopeText, form) = path switch
        {
            _ when path.EndsWith(".meta.csv", StringComparison.Ordinal) => (path[..^9], Form.Metadata),
            _ when path.EndsWith(".csv", StringComparison.Ordinal) => (path[..^4], Form.Csv),
            _ when path.EndsWith(".json", StringComparison.Ordinal) => (path[..^5], Form.Json),
            _ when path.EndsWith(".xlsx", StringComparison.Ordinal) => throw new Refusal(406, "There is no workbook yet: take .csv, which Excel opens, or .json."),
            _ => (path, AcceptsCsv(request) ? Form.Csv : Form.Json),
        };
        var scope = Parse(scopeText);
        var by = request.Query["by"].ToString();
        return new StatisticsRequest(scope, form, by.Length > 0 ? by : null, request.Flag("live"));
    }

    /// <exception cref="Refusal">404: no such scope.</exception>
    public static Scope ScopeOf(HttpRequest request) => Parse(Path(request));

    public async Task<IResult> AnswerAsync(Publication publication, RoundDefinition round)
    {
        if (As == Form.Json) return Results.Text(Encoding.UTF8.GetString(PublicationJson.Write(publication)), "application/json", Encoding.UTF8);
        await using var csv = new StringWriter();
        if (As == Form.Csv) await TidyCsv.WriteAsync(csv, publication, round);
        else await TidyCsv.WriteMetadataAsync(csv);
        var name = $"senco-survey-{publication.Round}-{Scope.Key}{(By is null ? "" : $"-by-{By}")}{(Live ? "-live" : "")}{(As == Form.Csv ? "" : ".meta")}.csv";
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", name);
    }

    /// <summary>From the route alone: a platform may fill a missing parameter from the query.</summary>
    private static string Path(HttpRequest request) => request.RouteValues["scope"] as string ?? "";

    private static Scope Parse(string text) =>
        Scope.TryParse(text, null, out var scope) ? scope : throw Refusal.NotFound("There is no such scope: use england, region/{code} or la/{code}.");

    private static bool AcceptsCsv(HttpRequest request)
    {
        var best = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault();
        return best is not null && best.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase);
    }
}
