using System.Globalization;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications;

public sealed class TidyTests
{
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

    [Theory]
    [InlineData(false, "total=z")]
    [InlineData(true, "total=c mean=c sd=c")]
    public void What_is_hidden_of_a_number_has_another_symbol_than_a_total_that_means_nothing(bool hidesMoments, string expected)
    {
        var hours = Publication.Numbers["hours"] with { Total = null };
        var rows = TidyRows.Of(Publication with { Numbers = new Dictionary<string, NumberFigure> { ["hours"] = hidesMoments ? hours with { Mean = null, Sd = null } : hours } });
        Assert.Equal(expected, string.Join(' ', rows.Where(row => row is { Kind: "number", Statistic: "total" or "mean" or "sd", Value: null }).Select(row => $"{row.Statistic}={row.Status}")));
    }

    [Theory]
    [InlineData(23, "c")]
    [InlineData(5, "z")]
    public async Task Bounds_of_a_median_are_hidden_where_there_are_enough_answers_for_them(int n, string expected)
    {
        var publication = Publication.BrokenDownBy(null)! with { Numbers = Publication.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value with { N = n, MedianLower = null, MedianUpper = null }) };
        var row = Assert.Single((await TidyFile.OfAsync("example", publication, Example.RoundWith().Definition)).Rows, row => row["kind"] == "number" && row["measure"] == "hours");
        Assert.Equal(("4", expected, expected), (row["median"], row["median_lower_ci"], row["median_upper_ci"]));
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
        var file = await TidyFile.OfAsync("example", Publication.BrokenDownBy(null)!, Example.RoundWith().Definition);
        Assert.All(file.Rows, row =>
        {
            Assert.Equal(("2026", "Local authority", "813", "E06000013", "E12000003", "so far"), (row["time_period"], row["geographic_level"], row["old_la_code"], row["new_la_code"], row["region_code"], row["standing"]));
            Assert.All(file.Indicators, indicator => Assert.NotEmpty(row[indicator["col_name"]]));
        });
    }

    [Fact]
    public async Task An_authority_beside_others_is_a_place_and_no_group()
    {
        var publication = SamplePublications.SideBySide();
        var file = await TidyFile.OfAsync("England, by authority", publication, SamplePublications.Round);
        var rows = file.Rows.Where(row => row["measure"] == "manageable").ToList();

        Assert.Equal(
            [("National", "", "", "", ""), ("Local authority", "370", "E08000038", "Barnsley", "E12000003"), ("Local authority", "813", "E06000013", "North Lincolnshire", "E12000003")],
            rows.Select(row => (row["geographic_level"], row["old_la_code"], row["new_la_code"], row["la_name"], row["region_code"])));
        Assert.All(rows, row => Assert.Equal(("Total", "Total"), (row["breakdown"], row["breakdown_group"])));
        Assert.Equal(publication.By!.Groups.Select(group => group.Indicators["manageable"].Percent), rows.Skip(1).Select(row => Cells(row, "percent").Single()));
        Assert.Contains(file.Rows, row => row["geographic_level"] == "National" && row["breakdown"] != "Total"); // Tables of two questions have groups as ever.
    }

    [Fact]
    public async Task What_stands_beside_a_percentage_has_columns_of_its_own()
    {
        var publication = SamplePublications.All["400 beside others, by phase"];
        var file = await TidyFile.OfAsync("beside", publication, SamplePublications.Round);
        var whole = Assert.Single(file.Rows, row => row["measure"] == "manageable" && row["breakdown"] == "Total");
        var figure = publication.Indicators["manageable"];
        Assert.Equal(
            [figure.Count, figure.Base, figure.Percent, figure.Weighted!.Percent, figure.Weighted.Lower, figure.Weighted.Upper, figure.Weighted.EffectiveBase, figure.Others!.Count, figure.Others.Base, figure.Others.Percent, figure.Others.Difference, figure.Others.DifferenceLower, figure.Others.DifferenceUpper],
            Cells(whole, "count", "base", "percent", "weighted_percent", "weighted_percent_lower_ci", "weighted_percent_upper_ci", "effective_base", "others_count", "others_base", "others_percent", "difference", "difference_lower_ci", "difference_upper_ci"));
        var primary = Assert.Single(file.Rows, row => row["measure"] == "manageable" && row["breakdown_group"] == "primary");
        Assert.Equal(("z", publication.By!.Groups[0].Indicators["manageable"].Others!.Difference), (primary["weighted_percent"], Cells(primary, "difference").Single()));
        Assert.Equal([270, 30], file.Rows.Where(row => row["kind"] == "base").Take(2).SelectMany(row => Cells(row, "schools")));
    }

    [Fact]
    public async Task So_has_what_the_round_before_and_the_same_schools_say()
    {
        var publication = SamplePublications.All["400 beside the round before"];
        var file = await TidyFile.OfAsync("before", publication, SamplePublications.Round);
        var previous = publication.Indicators["manageable"].Previous!;
        Assert.Equal(
            [previous.Count, previous.Base, previous.Percent, previous.Difference, previous.DifferenceLower, previous.DifferenceUpper, previous.Paired!.Pairs, previous.Paired.Difference, previous.Paired.DifferenceLower, previous.Paired.DifferenceUpper],
            Cells(Assert.Single(file.Rows, row => row["measure"] == "manageable"), "previous_count", "previous_base", "previous_percent", "change", "change_lower_ci", "change_upper_ci", "paired_schools", "paired_change", "paired_change_lower_ci", "paired_change_upper_ci"));
        var broken = Assert.Single(file.Rows, row => row["kind"] == "indicator" && row["measure"] == "pulledAwayOften");
        Assert.Equal(("z", "z"), (broken["change"], broken["paired_change"]));
    }

    /// <summary>A new statistic needs a column, or nobody who takes the table away sees it.</summary>
    [Theory]
    [MemberData(nameof(SamplePublications.Names), MemberType = typeof(SamplePublications))]
    public async Task Every_value_of_every_row_has_its_cell_in_the_file(string name)
    {
        var publication = SamplePublications.All[name];
        var file = await TidyFile.OfAsync(name, publication, SamplePublications.Round);
        Assert.Contains(TidyRows.Of(publication), row => row.Value is not null);
        foreach (var row in TidyRows.Of(publication))
        {
            var found = Assert.Single(file.Rows, one => one["kind"] == row.Kind && one["measure"] == row.Measure && one["option"] == (row.Option ?? "Total") && one["breakdown"] == (row.By ?? "Total") && one["breakdown_group"] == (row.Group ?? "Total"));
            Assert.Equal(Text(row.Value, row.Status), found[row.Statistic]);
            if (row.Lower is not null) Assert.Equal((Text(row.Lower, null), Text(row.Upper, null)), (found[$"{Interval(row)}_lower_ci"], found[$"{Interval(row)}_upper_ci"]));
            Assert.Equal((Text(row.Base, row.Status), Text(row.Missing, row.Status)), (found["base"], found["missing"]));
        }

        static string Interval(TidyRow row) => row.Statistic == "percent" ? "est" : row.Statistic;

        static string Text(double? value, string? status) => value?.ToString("R", CultureInfo.InvariantCulture) ?? status ?? "z";
    }

    [Fact]
    public async Task A_percentage_and_a_number_stand_in_columns_of_their_own()
    {
        var file = await TidyFile.OfAsync("example", Publication, Example.RoundWith().Definition);
        var (hours, leaving) = (Assert.Single(file.Rows, row => row["kind"] == "number" && row["measure"] == "hours"), Assert.Single(file.Rows, row => row["measure"] == "leaving"));
        Assert.Equal(("z", "4"), (hours["percent"], hours["median"]));
        Assert.Equal(("47.82608695652174", "z", "11", "23"), (leaving["percent"], leaving["median"], leaving["count"], leaving["base"]));
    }

    [Fact]
    public async Task A_hidden_figure_is_its_symbol_in_the_file()
    {
        var hidden = Publication with { Indicators = Publication.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Count = null, Base = null, Missing = null, Percent = null, Lower = null, Upper = null, Status = Symbols.Confidential }) };
        var file = await TidyFile.OfAsync("example", hidden, Example.RoundWith().Definition);
        var leaving = Assert.Single(file.Rows, row => row["measure"] == "leaving");
        Assert.All((string[])["percent", "est_lower_ci", "est_upper_ci", "count", "base", "missing"], column => Assert.Equal("c", leaving[column]));
    }

    [Theory]
    [InlineData("=cmd()", "'=cmd()")]
    [InlineData(" +1", "' +1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a\0b", "ab")]
    [InlineData("Hours = time", "Hours = time")]
    [InlineData("  Hours ", "Hours")]
    [InlineData("\0", "z")]
    [InlineData("a,\"b\"\nc", "a,\"b\"\nc")]
    public async Task A_label_never_begins_a_formula(string label, string cell)
    {
        var labelled = Publication.BrokenDownBy(null)! with { Numbers = Publication.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value with { Label = label }) };
        var file = await TidyFile.OfAsync("hostile", labelled, Example.RoundWith().Definition);
        Assert.Equal(cell, file.Rows.First(row => row["kind"] == "number")["label"]);
    }

    private static IEnumerable<double?> Cells(IReadOnlyDictionary<string, string> row, params IEnumerable<string> columns) => columns.Select(column => (double?)double.Parse(row[column], CultureInfo.InvariantCulture));
}
