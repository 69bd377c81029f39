namespace SencoSurvey.Web.Reports;

/// <summary>The addresses of a report and of its data files. All of them open with the query of the link by which the report was opened.</summary>
/// <param name="query">Of that link, with or without its question mark.</param>
public sealed class ReportAddress(string round, string scope, string? query)
{
    private const string By = "by";

    /// <param name="extension">With its dot: ".xlsx".</param>
    /// <param name="by">The breakdown's id, or null.</param>
    public string Data(string extension, string? by = null) => $"/api/rounds/{round}/statistics/{scope}{extension}{Query(by)}";

    /// <summary>The report, with groups compared by another question.</summary>
    public string Compared(string by) => $"/reports/{round}/{scope}{Query(by)}#comparison";

    private string Query(string? by)
    {
        // As it came, but for the breakdown: a signature is not to be written anew.
        var kept = (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith($"{By}=", StringComparison.Ordinal));
        var parts = string.Join('&', by is null ? kept : kept.Append($"{By}={Uri.EscapeDataString(by)}"));
        return parts.Length == 0 ? "" : $"?{parts}";
    }
}
