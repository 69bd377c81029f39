using System.Text;
using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Workbooks;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>What of a scope's statistics is asked for, and in which form: by the ending of the address, or else by the Accept header.</summary>
internal sealed record StatisticsRequest(Scope Scope, StatisticsRequest.Form As, string? By, bool Live)
{
    internal enum Form
    {
        Json,
        Csv,
        Metadata,
        Workbook,
    }

    /// <summary>Whether the figures of several authorities are asked for.</summary>
    public bool IsByAuthority => By == AnswerSet.LocalAuthorityId;

    /// <exception cref="Refusal">404: no such scope. 400: a query value is not understood.</exception>
    public static StatisticsRequest Of(HttpRequest request)
    {
        var path = Path(request);
        var (scopeText, form) = path switch
        {
            _ when path.EndsWith(".meta.csv", StringComparison.Ordinal) => (path[..^9], Form.Metadata),
            _ when path.EndsWith(".csv", StringComparison.Ordinal) => (path[..^4], Form.Csv),
            _ when path.EndsWith(".json", StringComparison.Ordinal) => (path[..^5], Form.Json),
            _ when path.EndsWith(".xlsx", StringComparison.Ordinal) => (path[..^5], Form.Workbook),
            _ => (path, Accepted(request)),
        };
        var scope = Parse(scopeText);
        var by = request.Query["by"].ToString();
        return new StatisticsRequest(scope, form, by.Length > 0 ? by : null, request.Flag("live"));
    }

    /// <exception cref="Refusal">404: no such scope.</exception>
    public static Scope ScopeOf(HttpRequest request) => Parse(Path(request));

    public Task<IResult> AnswerAsync(Publication publication, RoundDefinition round, SiteOptions site) => As switch
    {
        Form.Csv => TextAsync(publication, ".csv", csv => TidyCsv.WriteAsync(csv, publication, round)),
        Form.Metadata => TextAsync(publication, ".meta.csv", csv => TidyCsv.WriteMetadataAsync(csv, publication)),
        Form.Workbook => Task.FromResult(Results.File(
            PublicationWorkbook.Write(publication, round, new WorkbookPublisher(site.Organiser, site.Contact, new Uri(site.BaseAddress))), PublicationWorkbook.MediaType, Name(publication, ".xlsx"))),
        _ => Task.FromResult(Results.Text(Encoding.UTF8.GetString(PublicationJson.Write(publication)), "application/json", Encoding.UTF8)),
    };

    private async Task<IResult> TextAsync(Publication publication, string ending, Func<TextWriter, Task> write)
    {
        await using var csv = new StringWriter();
        await write(csv);
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", Name(publication, ending));
    }

    /// <summary>In small letters, digits and hyphens alone: the "explore education statistics" platform takes no other.</summary>
    private string Name(Publication publication, string ending) =>
        $"senco-survey-{publication.Round}-{Scope.Key}{(By is null ? "" : $"-by-{By.Replace(",", "-and-", StringComparison.Ordinal)}")}{(Live ? "-live" : "")}".ToLowerInvariant() + ending;

    /// <summary>From the route alone: a platform may fill a missing parameter from the query.</summary>
    private static string Path(HttpRequest request) => request.RouteValues["scope"] as string ?? "";

    private static Scope Parse(string text) =>
        Scope.TryParse(text, null, out var scope) ? scope : throw Refusal.NotFound($"There is no such scope: use {Scope.Rule}.");

    private static Form Accepted(HttpRequest request)
    {
        var best = request.GetTypedHeaders().Accept.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).FirstOrDefault();
        return best switch
        {
            not null when best.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) => Form.Csv,
            not null when best.MediaType.Equals(PublicationWorkbook.MediaType, StringComparison.OrdinalIgnoreCase) => Form.Workbook,
            _ => Form.Json,
        };
    }
}
