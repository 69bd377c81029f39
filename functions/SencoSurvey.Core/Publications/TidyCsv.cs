using System.Globalization;
using CsvHelper;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Publications;

/// <summary>
/// The tidy table as a file, after the "explore education statistics" data standard:
/// https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html
/// A row is a measure, option or group; a column a statistic, with a symbol wherever there is no number.
/// </summary>
public static class TidyCsv
{
    private const string England = "E92000001";

    /// <summary>The standard's word for all: what a filter says that does not narrow a row down.</summary>
    private const string Total = "Total";

    private static readonly string[] MetadataHeader =
        ["col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint", "filter_grouping_column", "filter_default"];

    public static async Task WriteAsync(TextWriter writer, Publication publication, RoundDefinition round)
    {
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        var whole = Scope.Parse(publication.Scope);
        foreach (var (name, _) in Shared(whole)) csv.WriteField(name);
        foreach (var filter in TidyColumns.Filters) csv.WriteField(filter.Name);
        foreach (var indicator in TidyColumns.Indicators) csv.WriteField(indicator.Name);
        await csv.NextRecordAsync();
        foreach (var figure in TidyFigure.Of(publication))
        {
            foreach (var (_, value) in Shared(ByAuthority.PlaceOf(figure.Shared) ?? whole)) csv.WriteField(value);
            foreach (var filter in TidyColumns.Filters) csv.WriteField(Item(filter, figure));
            foreach (var indicator in TidyColumns.Indicators)
            {
                var (value, symbol) = indicator.Value(figure);
                if (value is { } number) csv.WriteField(number);
                else csv.WriteField(symbol ?? Symbols.NotApplicable);
            }

            await csv.NextRecordAsync();
        }

        (string Name, string Value)[] Shared(Scope place) => [.. Place(place, publication, round), ("standing", Standing(publication))];
    }

    /// <summary>
    /// The file that says what the columns are: a row for each filter that has something to choose from in this table, and for each indicator. Time and place have
    /// none; nor has a column that says the same in every row, as the standing does: the standard fails a filter of one item, and passes a column of one item without a row.
    /// </summary>
    public static async Task WriteMetadataAsync(TextWriter writer, Publication publication)
    {
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        var figures = TidyFigure.Of(publication).ToList();
        await WriteAsync(MetadataHeader);
        foreach (var filter in TidyColumns.Filters)
        {
            var items = figures.Select(figure => Item(filter, figure)).Distinct().ToList();
            if (items.Count > 1) await WriteAsync(filter.Name, "Filter", filter.Label, "", "", "", filter.Hint, "", items.Contains(Total) ? "" : items[0]);
        }

        foreach (var indicator in TidyColumns.Indicators)
            await WriteAsync(indicator.Name, "Indicator", indicator.Label, indicator.Grouping, indicator.Unit, indicator.Decimals.ToString(CultureInfo.InvariantCulture), "", "", "");

        Task WriteAsync(params IEnumerable<string> fields)
        {
            foreach (var field in fields) csv.WriteField(field);
            return csv.NextRecordAsync();
        }
    }

    /// <summary>Never blank, as the standard wants it; white space at its ends would make another item of it. An authority is a place and no group: the standard has columns for it.</summary>
    private static string Item(TidyFilter filter, TidyFigure figure)
    {
        var row = ByAuthority.PlaceOf(figure.Shared) is null ? figure.Shared : figure.Shared with { By = null, Group = null };
        if (filter.Value(row) is not { } text) return Total;
        var item = CellText.Of(text).Trim();
        return item.Length > 0 ? item : Symbols.NotApplicable;
    }

    private static string Standing(Publication publication) => publication.Live ? "live" : publication.Final ? "final" : "so far";

    private static (string Name, string Value)[] Place(Scope scope, Publication publication, RoundDefinition round)
    {
        var authority = LocalAuthorities.All.FirstOrDefault(authority => Scope.Of(authority) == scope);
        var region = authority?.Region ?? LocalAuthorities.Regions.FirstOrDefault(region => Scope.Of(region) == scope);
        return
        [
            ("time_period", round.OpensOn.Year.ToString(CultureInfo.InvariantCulture)),
            ("time_identifier", "Calendar year"),
            ("geographic_level", authority is not null ? "Local authority" : region is not null ? "Regional" : round.Trust is not null ? "MAT" : "National"),
            ("country_code", England),
            ("country_name", "England"),
            ("region_code", region?.Code ?? ""),
            ("region_name", region?.Name ?? ""),
            ("old_la_code", authority?.Code ?? ""),
            ("new_la_code", authority?.Gss ?? ""),
            ("la_name", authority?.Name ?? ""),
            .. round.Trust is { } trust ? new[] { ("trust_id", trust.Id), ("trust_name", CellText.Of(publication.ScopeName)) } : [],
        ];
    }
}
