using System.Globalization;
using CsvHelper;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Publications;

/// <summary>
/// The tidy table as a file, in the column order of the "explore education statistics" data standard:
/// https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html
/// </summary>
public static class TidyCsv
{
    private const string England = "E92000001";

    /// <summary>The measure columns: name in the file, and what it holds.</summary>
    private static readonly (string Name, string Label, Func<TidyRow, object?> Value)[] Indicators =
    [
        ("value", "Value", row => row.Value),
        ("est_lower_ci", "Lower bound of the 95% confidence interval", row => row.Lower),
        ("est_upper_ci", "Upper bound of the 95% confidence interval", row => row.Upper),
        ("count", "Number of responses counted", row => row.Count),
        ("base", "Number of responses that the figure rests on", row => row.Base),
        ("missing", "Number of responses without an answer", row => row.Missing),
    ];

    private static readonly (string Name, string Label, Func<Publication, TidyRow, string?> Value)[] Filters =
    [
        ("standing", "Whether the figures are final, so far, or live and not for publication", (publication, _) => publication.Live ? "live" : publication.Final ? "final" : "so far"),
        ("kind", "Kind of figure", (_, row) => row.Kind),
        ("measure", "Measure", (_, row) => row.Measure),
        ("option", "Option", (_, row) => row.Option),
        ("breakdown", "Broken down by", (_, row) => row.By),
        ("breakdown_group", "Group", (_, row) => row.Group),
        ("statistic", "Statistic", (_, row) => row.Statistic),
        ("label", "Label", (_, row) => row.Label),
        ("status", "Symbol of a hidden value", (_, row) => row.Status),
    ];

    public static async Task WriteAsync(TextWriter writer, Publication publication, RoundDefinition round)
    {
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        var place = Place(Scope.Parse(publication.Scope), round);
        foreach (var (name, _) in place) csv.WriteField(name);
        foreach (var filter in Filters) csv.WriteField(filter.Name);
        foreach (var indicator in Indicators) csv.WriteField(indicator.Name);
        await csv.NextRecordAsync();
        foreach (var row in TidyRows.Of(publication))
        {
            foreach (var (_, value) in place) csv.WriteField(value);
            foreach (var filter in Filters) csv.WriteField(filter.Value(publication, row) is { } text ? CellText.Of(text) : filter.Name == "status" ? "" : "Total");
            foreach (var indicator in Indicators) csv.WriteField(indicator.Value(row) ?? row.Status ?? Symbols.NotApplicable);
            await csv.NextRecordAsync();
        }
    }

    /// <summary>The file that says what the columns are.</summary>
    public static async Task WriteMetadataAsync(TextWriter writer)
    {
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        string[] header = ["col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint", "filter_grouping_column"];
        foreach (var name in header) csv.WriteField(name);
        await csv.NextRecordAsync();
        foreach (var (name, type, label) in Filters.Select(filter => (filter.Name, "Filter", filter.Label)).Concat(Indicators.Select(indicator => (indicator.Name, "Indicator", indicator.Label))))
        {
            foreach (var field in new[] { name, type, label, "", "", "", "", "" }) csv.WriteField(field);
            await csv.NextRecordAsync();
        }
    }

    private static (string Name, string Value)[] Place(Scope scope, RoundDefinition round)
    {
        var authority = LocalAuthorities.All.FirstOrDefault(authority => Scope.Of(authority) == scope);
        var region = authority?.Region ?? LocalAuthorities.Regions.FirstOrDefault(region => Scope.Of(region) == scope);
        return
        [
            ("time_period", round.OpensOn.Year.ToString(CultureInfo.InvariantCulture)),
            ("time_identifier", "Calendar year"),
            ("geographic_level", authority is not null ? "Local authority" : region is not null ? "Regional" : "National"),
            ("country_code", England),
            ("country_name", "England"),
            ("region_code", region?.Code ?? ""),
            ("region_name", region?.Name ?? ""),
            ("old_la_code", authority?.Code ?? ""),
            ("new_la_code", authority?.Gss ?? ""),
            ("la_name", authority?.Name ?? ""),
        ];
    }
}
