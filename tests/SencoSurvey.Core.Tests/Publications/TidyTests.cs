using System.Globalization;
using CsvHelper;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications;

public sealed class TidyTests
{
    private static readonly string[] Indicators = ["value", "est_lower_ci", "est_upper_ci", "count", "base", "missing"];

    private static readonly Publication Publication = Example.Publish(
        Example.Times(12, "\"kind\": \"a\", \"hours\": 4, \"stays\": \"yes\""),
        Example.Times(11, "\"kind\": \"b\", \"hours\": 12.5, \"stays\": \"no\""));

    [Fact]
    public void Every_row_has_a_key_of_its_own()
    {
        var rows = TidyRows.Of(Publication.BrokenDownBy("kind")!).ToList();
        Assert.Equal(rows.Count, rows.Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public void A_row_carries_the_figure_with_its_count_base_and_interval()
    {
        var row = Assert.Single(TidyRows.Of(Publication), row => row is { Kind: "indicator", Measure: "leaving" });
        Assert.Equal((11L, 23L, 0L), (row.Count, row.Base, row.Missing));
        Assert.Equal(100.0 * 11 / 23, row.Value);
        Assert.True(row.Lower < row.Value && row.Value < row.Upper);
    }

    [Fact]
    public void A_hidden_value_has_a_symbol_and_a_shown_one_has_none()
    {
        Assert.All(TidyRows.Of(Publication), row => Assert.Equal(row.Value is null, row.Status is not null));
        Assert.Equal(Symbols.Confidential, Assert.Single(TidyRows.Of(Example.Publish(Example.Times(10, "\"kind\": \"a\""), Example.Times(1, "\"kind\": \"b\""))), row => row is { Kind: "choice", Measure: "kind", Option: "b" }).Status);
    }

    [Fact]
    public void A_breakdown_is_there_only_when_asked_for()
    {
        Assert.All(TidyRows.Of(Publication.BrokenDownBy(null)!).Where(row => row.Kind != "association"), row => Assert.Null(row.By));
        Assert.Contains(TidyRows.Of(Publication.BrokenDownBy("kind")!), row => row is { By: "kind", Group: "a", Measure: "hours", Statistic: "median", Value: 4 });
        Assert.Null(Publication.BrokenDownBy("stays"));
    }

    [Fact]
    public async Task The_file_has_the_place_in_the_standards_columns_and_a_symbol_for_every_gap()
    {
        await using var text = new StringWriter();
        await TidyCsv.WriteAsync(text, Publication.BrokenDownBy(null)!, Example.RoundWith().Definition);
        using var csv = new CsvReader(new StringReader(text.ToString()), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(TidyRows.Of(Publication.BrokenDownBy(null)!).Count(), rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Equal(("2026", "Local authority", "813", "E06000013", "E12000003"), ((string)row["time_period"], (string)row["geographic_level"], (string)row["old_la_code"], (string)row["new_la_code"], (string)row["region_code"]));
            Assert.All(Indicators, column => Assert.NotEmpty((string)row[column]));
        });
    }

    [Fact]
    public async Task The_metadata_file_says_of_every_filter_and_indicator_what_it_is()
    {
        await using var data = new StringWriter();
        await TidyCsv.WriteAsync(data, Publication, Example.RoundWith().Definition);
        await using var metadata = new StringWriter();
        await TidyCsv.WriteMetadataAsync(metadata);
        string[] place = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code", "new_la_code", "la_name"];
        var described = metadata.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]);
        Assert.Equal(data.ToString().Split('\n')[0].Trim().Split(',').Except(place), described);
    }

    [Theory]
    [InlineData("=cmd()", "'=cmd()")]
    [InlineData(" +1", "' +1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a\0b", "ab")]
    [InlineData("Hours = time", "Hours = time")]
    public async Task A_label_never_begins_a_formula(string label, string cell)
    {
        await using var text = new StringWriter();
        var labelled = Publication.BrokenDownBy(null)! with { Numbers = Publication.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value with { Label = label }) };
        await TidyCsv.WriteAsync(text, labelled, Example.RoundWith().Definition);
        using var csv = new CsvReader(new StringReader(text.ToString()), CultureInfo.InvariantCulture);
        var row = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().First(row => (string)row["kind"] == "number");
        Assert.Equal(cell, row["label"]);
    }
}
