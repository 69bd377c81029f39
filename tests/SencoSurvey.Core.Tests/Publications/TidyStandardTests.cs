using System.Globalization;
using System.Text.RegularExpressions;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>
/// Plays the screener of the "explore education statistics" data standard over the files of both questionnaires. The rules are those of
/// https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html and of https://github.com/dfe-analytical-services/eesyscreener (2026).
/// </summary>
public sealed partial class TidyStandardTests
{
    private static readonly string[] Required = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"];
    private static readonly string[] Place = ["region_code", "region_name", "old_la_code", "new_la_code", "la_name"];
    private static readonly string[] RequiredOfMeta = ["col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint", "filter_grouping_column"];
    private static readonly string[] Units = ["", "%", "pp", "£", "£m", "numberstring"];
    private static readonly string[] SymbolsOfTheStandard = ["z", "x", "c", "low", "k", "u"];
    private static readonly string[] Nulls = ["NULL", "Null", "null", "NA", "na", "N/A", "n/a", ".", "..", "-", "~", ":"];

    private static readonly Lazy<Task<TidyFile[]>> Files =
        new(() => Task.WhenAll(SamplePublications.All.Append(new("England, by authority", SamplePublications.SideBySide())).Select(sample => TidyFile.OfAsync(sample.Key, sample.Value, SamplePublications.Round))
            .Append(TidyFile.OfAsync("A school group, by phase", SamplePublications.SchoolGroup().Publication, SamplePublications.SchoolGroup().Round))));

    [Fact]
    public Task The_required_columns_are_there() => EachAsync(file => Assert.Subset(file.Columns.ToHashSet(), Required.ToHashSet()));

    [Fact]
    public Task Column_names_are_snake_case_and_begin_with_a_letter_and_are_there_once() => EachAsync(file =>
    {
        Assert.All(file.Columns, column => Assert.Matches(SnakeCase(), column));
        Assert.Equal(file.Columns.Count, file.Columns.Distinct().Count());
    });

    [Fact]
    public Task A_calendar_year_has_four_digits_and_is_the_only_period() => EachAsync(file =>
    {
        Assert.Equal("Calendar year", Assert.Single(file.Items("time_identifier")));
        Assert.Matches("^[0-9]{4}$", Assert.Single(file.Items("time_period")));
    });

    [Fact]
    public Task The_columns_of_a_place_are_filled_down_to_its_level_and_blank_below() => EachAsync(file =>
    {
        Assert.All(file.Rows, row =>
        {
            var filled = row["geographic_level"] switch { "Local authority" => 5, "Regional" => 2, "National" or "MAT" => 0, _ => -1 };
            Assert.Equal(("E92000001", "England"), (row["country_code"], row["country_name"]));
            Assert.Equal(Place.Select((_, index) => index < filled), Place.Select(column => row[column].Length > 0));
            Assert.Equal(row["geographic_level"] == "MAT", row.ContainsKey("trust_id"));
        });
    });

    [Fact]
    public async Task A_school_group_has_the_columns_that_the_standard_has_for_trusts()
    {
        var file = (await Files.Value)[^1];
        Assert.Equal("MAT", Assert.Single(file.Items("geographic_level")));
        Assert.Equal(("tr00001", "'=Synthetic Trust"), (Assert.Single(file.Items("trust_id")), Assert.Single(file.Items("trust_name"))));
        Assert.Empty(file.Meta.Select(row => row["col_name"]).Intersect(["trust_id", "trust_name"]));
    }

    [Fact]
    public Task The_metadata_have_the_columns_of_the_standard_and_no_other() => EachAsync(file => Assert.Equal([.. RequiredOfMeta, "filter_default"], file.MetaColumns));

    [Fact]
    public Task The_metadata_have_a_row_for_each_column_that_has_something_to_choose_from_and_none_for_time_and_place() => EachAsync(file =>
    {
        var described = file.Meta.Select(row => row["col_name"]).ToList();
        Assert.Equal(described.Count, described.Distinct().Count());
        Assert.Empty(described.Intersect([.. Required, .. Place]));
        Assert.Empty(described.Except(file.Columns));
        Assert.Subset(described.ToHashSet(), file.Columns.Except([.. Required, .. Place]).Where(column => file.Items(column).Count > 1).ToHashSet());
    });

    /// <summary>It is the same in every row: as a filter of one item the screener fails it, and without a row it passes.</summary>
    [Fact]
    public Task The_standing_has_no_row_in_the_metadata_as_it_has_one_value() => EachAsync(file =>
    {
        Assert.Single(file.Items("standing"));
        Assert.DoesNotContain(file.Meta, row => row["col_name"] == "standing");
    });

    [Fact]
    public Task Schools_are_not_found_among_responses() => EachAsync(file => Assert.Equal("Schools", file.Meta.Single(row => row["col_name"] == "schools")["indicator_grouping"]));

    [Fact]
    public Task A_row_of_the_metadata_is_a_filter_or_an_indicator() => EachAsync(file => Assert.All(file.Meta, row => Assert.Contains(row["col_type"], (string[])["Filter", "Indicator"])));

    [Fact]
    public Task A_filter_has_more_than_one_item() => EachAsync(file => Assert.All(file.Filters, filter => Assert.True(file.Items(filter["col_name"]).Count > 1, filter["col_name"])));

    [Fact]
    public Task No_cell_of_a_filter_is_blank_or_has_white_space_at_its_ends() => EachAsync(file =>
        Assert.All(file.Filters.SelectMany(filter => file.Items(filter["col_name"])), item => Assert.True(item.Length > 0 && item == item.Trim(), $"'{item}'")));

    [Fact]
    public Task A_filter_has_a_Total_or_says_which_of_its_items_is_chosen_before_anyone_chooses() => EachAsync(file => Assert.All(file.Filters, filter =>
        Assert.Contains(filter["filter_default"].Length > 0 ? filter["filter_default"] : "Total", file.Items(filter["col_name"]))));

    [Fact]
    public Task No_two_rows_of_a_place_have_the_same_filters() => EachAsync(file =>
        Assert.Equal(file.Rows.Count, file.Rows.Select(row => string.Join('\u001f', file.Filters.Select(filter => row[filter["col_name"]]).Append(row["old_la_code"]))).Distinct().Count()));

    [Fact]
    public Task A_cell_of_an_indicator_is_a_number_or_a_symbol() => EachAsync(file =>
        Assert.All(file.Indicators.SelectMany(indicator => file.Items(indicator["col_name"])), cell => Assert.True(SymbolsOfTheStandard.Contains(cell) || IsNumber(cell), $"'{cell}'")));

    [Fact]
    public Task No_cell_says_null_or_uses_a_symbol_of_the_past() => EachAsync(file =>
    {
        Assert.All(file.Columns.SelectMany(file.Items), cell => Assert.DoesNotContain(cell, Nulls));
        Assert.All(file.Meta.SelectMany(row => row.Values), cell => Assert.DoesNotContain(cell, Nulls));
    });

    [Fact]
    public Task Names_have_at_most_50_characters_labels_100_and_items_120() => EachAsync(file =>
    {
        Assert.All(file.Columns, column => Assert.True(column.Length <= 50, column));
        Assert.All(file.Meta, row => Assert.True(row["label"].Length is > 0 and <= 100, row["label"]));
        Assert.All(file.Filters.SelectMany(filter => file.Items(filter["col_name"])), item => Assert.True(item.Length <= 120, item));
    });

    [Fact]
    public Task Labels_are_there_once() => EachAsync(file => Assert.Equal(file.Meta.Count, file.Meta.Select(row => row["label"]).Distinct().Count()));

    [Fact]
    public Task An_indicator_has_a_unit_of_the_standard_and_decimals_and_a_heading_but_no_hint() => EachAsync(file => Assert.All(file.Indicators, indicator =>
    {
        Assert.Contains(indicator["indicator_unit"], Units);
        Assert.Matches("^[0-9]$", indicator["indicator_dp"]);
        Assert.NotEmpty(indicator["indicator_grouping"]);
        Assert.Equal(("", "", ""), (indicator["filter_hint"], indicator["filter_grouping_column"], indicator["filter_default"]));
    }));

    [Fact]
    public Task A_filter_has_a_hint_that_is_not_its_name_but_no_unit_decimals_or_heading() => EachAsync(file => Assert.All(file.Filters, filter =>
    {
        Assert.NotEmpty(filter["filter_hint"]);
        Assert.NotEqual(filter["label"], filter["filter_hint"]);
        Assert.Equal(("", "", ""), (filter["indicator_unit"], filter["indicator_dp"], filter["indicator_grouping"]));
    }));

    [Fact]
    public Task No_filter_looks_like_a_place() => EachAsync(file => Assert.All(file.Filters, filter => Assert.DoesNotMatch(PlaceLike(), filter["col_name"])));

    [Fact]
    public Task No_sign_of_a_unit_stands_in_a_cell_of_an_indicator() => EachAsync(file =>
        Assert.All(file.Indicators.SelectMany(indicator => file.Items(indicator["col_name"])), cell => Assert.DoesNotMatch("[%£,]", cell)));

    /// <summary>Every sample, so that a rule holds of all or the message names the file that breaks it.</summary>
    private static async Task EachAsync(Action<TidyFile> check)
    {
        foreach (var file in await Files.Value)
        {
            Assert.NotEmpty(file.Rows);
            if (Record.Exception(() => check(file)) is { } broken) Assert.Fail($"{file.Name}: {broken.Message}");
        }
    }

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex SnakeCase();

    [GeneratedRegex("^((country|sch|prov|inst|estab|reg|la|local|rsc|pfa|pcon|lep|mca|oa|ward|mat).*(name|code|urn|ukprn|number|upin|id)|name|code|number|id|region|la|school|ward)$")]
    private static partial Regex PlaceLike();
}
