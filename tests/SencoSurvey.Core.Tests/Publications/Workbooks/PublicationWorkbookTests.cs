using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Spreadsheet;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Workbooks;

namespace SencoSurvey.Core.Tests.Publications.Workbooks;

public sealed class PublicationWorkbookTests
{
    private static readonly WorkbookPublisher Publisher = new("An organiser made up for tests", "survey@example.org", new Uri("https://survey.example.org"));

    private static readonly Publication Of2016 = SamplePublications.All["2016"];

    [Theory]
    [MemberData(nameof(SamplePublications.Names), MemberType = typeof(SamplePublications))]
    public void Every_publication_makes_a_file_without_a_fault(string name)
    {
        using var workbook = Read(SamplePublications.All[name]);
        Assert.Empty(workbook.Faults);
    }

    [Theory]
    [InlineData("2016")]
    [InlineData("400 in England, by phase")]
    public void The_same_publication_makes_the_same_bytes(string name)
    {
        var first = Write(SamplePublications.All[name]);
        // Two files made within two seconds have the same time in them: ZIP counts no finer. So this looks at the time itself, which is 1 January 1980.
        Assert.Equal([0, 0, 0x21, 0], first[10..14]);
        Assert.Equal(first, Write(PublicationJson.Read(PublicationJson.Write(SamplePublications.All[name]))));
    }

    [Theory]
    [InlineData("2016", "Cover,Contents,Notes,Indicators,Numbers,Bands,Choices,Relationships")]
    [InlineData("2016, region", "Cover,Contents,Notes,Indicators,Numbers,Bands,Relationships")]
    [InlineData("400 in England, by phase", "Cover,Contents,Notes,Indicators,Numbers,Bands,Choices,Relationships,Associations,Association_tables,Groups,Indicators_by_group,Numbers_by_group,Choices_by_group,Differences_by_group")]
    [InlineData("1,500 in England, by seniorLeadershipTeam,yearsAsSenco", "Cover,Contents,Notes,Indicators,Numbers,Bands,Choices,Relationships,Associations,Association_tables,Crossed_groups")]
    [InlineData("400 beside others", "Cover,Contents,Notes,Indicators,Numbers,Bands,Choices,Relationships,Associations,Association_tables,Weighted_indicators,Differences,Representation")]
    [InlineData("400 beside the round before", "Cover,Contents,Notes,Indicators,Numbers,Bands,Choices,Relationships,Associations,Association_tables,Since_round_before,Same_schools")]
    public void A_table_has_a_worksheet_and_the_contents_link_to_each(string name, string expected)
    {
        using var workbook = Read(SamplePublications.All[name]);
        Assert.Equal(expected.Split(','), workbook.SheetNames);
        Assert.Equal(workbook.SheetNames.Skip(2), workbook.Rows("Contents").Skip(3).Select(row => row[0]));
        Assert.Equal(workbook.SheetNames.Skip(2).Select(sheet => $"'{sheet}'!A1"), Links(workbook, "Contents").Select(link => link.Location?.Value));
    }

    [Theory]
    [MemberData(nameof(SamplePublications.Names), MemberType = typeof(SamplePublications))]
    public void Every_worksheet_can_be_read_from_its_first_cell_on(string name)
    {
        using var workbook = Read(SamplePublications.All[name]);
        var tables = new List<string>();
        foreach (var sheet in workbook.SheetNames)
        {
            var worksheet = workbook.Part(sheet).Worksheet!;
            Assert.Empty(worksheet.Descendants<MergeCell>());
            Assert.Empty(worksheet.Descendants<CellFormula>());
            Assert.DoesNotContain(workbook.Cells(sheet), cell => workbook.Text(cell).Length == 0);
            var rows = worksheet.Descendants<Row>().ToList();
            Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => (uint)number), rows.Select(row => row.RowIndex!.Value));
            Assert.All(rows, row => Assert.Equal($"A{row.RowIndex}", row.Elements<Cell>().First().CellReference!.Value));
            Assert.All(worksheet.Descendants<Column>(), column => Assert.InRange(column.Width!.Value, 10, 100));
            if (sheet == "Cover") continue;

            Assert.StartsWith("This worksheet contains one table", workbook.Text(workbook.Cell(sheet, "A2")), StringComparison.Ordinal);
            var table = Assert.Single(workbook.Part(sheet).TableDefinitionParts).Table!;
            tables.Add(table.Name!.Value!);
            var heading = int.Parse(table.Reference!.Value!.Split(':')[0][1..], CultureInfo.InvariantCulture);
            Assert.Equal(rows.Count, int.Parse(table.Reference.Value!.Split(':')[1][1..], CultureInfo.InvariantCulture));
            Assert.True(rows.Count > heading);
            Assert.Equal(rows[heading - 1].Elements<Cell>().Select(workbook.Text), table.Descendants<TableColumn>().Select(column => column.Name!.Value));
            Assert.All(rows.Skip(heading), row => Assert.Equal(table.TableColumns!.Count!.Value, (uint)row.Elements<Cell>().Count()));
            var pane = Assert.Single(worksheet.Descendants<Pane>());
            Assert.Equal((PaneStateValues.Frozen, heading, $"A{heading + 1}"), (pane.State!.Value, (int)pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        }

        Assert.Equal(tables.Count, tables.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void The_cover_says_what_it_is_who_published_it_when_and_on_what_it_rests()
    {
        using var workbook = Read(Of2016);
        var cover = workbook.Rows("Cover").Select(row => Assert.Single(row)).ToList();
        Assert.Equal("SENCO time in North Lincolnshire, 2016: North Lincolnshire", cover[0]);
        Assert.Contains("Final figures, 21 responses, published on 1 January 1970.", cover);
        Assert.Contains("21 responses from 1 local authority.", cover);
        Assert.Contains("An organiser made up for tests", cover);
        Assert.Equal(
            ["mailto:survey@example.org", "https://survey.example.org/methodology", "https://survey.example.org/survey/2016"],
            Links(workbook, "Cover").Where(link => link.Id is not null).Select(link => workbook.Part("Cover").HyperlinkRelationships.Single(relation => relation.Id == link.Id).Uri.ToString()));
    }

    [Fact]
    public void Live_figures_are_marked_as_not_for_publication()
    {
        using var workbook = Read(SamplePublications.All["none, live"]);
        Assert.Contains(workbook.Rows("Cover"), row => row[0].Contains("not for publication", StringComparison.Ordinal));
        Assert.Contains(workbook.Rows("Notes"), row => row[0] == "Live figures");
    }

    [Fact]
    public void That_answers_wait_is_said_where_a_figure_is_of_fewer_than_there_are()
    {
        using var all = Read(Of2016);
        using var waiting = Read(Of2016 with { Base = Of2016.Base with { Responses = Of2016.Base.Responses + 1 } });
        Assert.DoesNotContain(all.Rows("Notes"), row => row[0] == "Answers that wait");
        Assert.Contains(waiting.Rows("Notes"), row => row[0] == "Answers that wait");
    }

    [Fact]
    public void The_notes_explain_every_symbol_that_stands_in_a_table()
    {
        var used = new HashSet<string>();
        foreach (var publication in SamplePublications.All.Values)
        {
            using var workbook = Read(publication);
            var explained = workbook.Rows("Notes").Select(row => row[0]).ToHashSet();
            var symbols = workbook.SheetNames.Skip(3).SelectMany(workbook.Cells).Select(workbook.Text).Where(text => text is ['[', .., ']']).ToHashSet();
            Assert.Subset(explained, symbols);
            used.UnionWith(symbols);
        }

        Assert.Equal(["[c]", "[z]"], used.Order());
    }

    [Fact]
    public void An_indicator_is_numbers_with_formats_beside_its_wording()
    {
        using var workbook = Read(Of2016);
        var row = workbook.Row("Indicators", "Less than 1.5 days a week for the role");
        Assert.Equal(("15", "21", "0"), (workbook.Text(row["Count"]), workbook.Text(row["Base"]), workbook.Text(row["Missing"])));
        Assert.Equal(100.0 * 15 / 21, double.Parse(workbook.Text(row["Per cent"]), CultureInfo.InvariantCulture));
        Assert.All((string[])["Count", "Base", "Missing", "Per cent", "Lower 95% bound", "Upper 95% bound"], heading => Assert.Null(row[heading].DataType));
        Assert.Equal((3u, 164u), (workbook.Format(row["Count"]).NumberFormatId!.Value, workbook.Format(row["Per cent"]).NumberFormatId!.Value));
        Assert.StartsWith("Hours a week given for the SENCO role are under 9.75", workbook.Text(row["Wording"]), StringComparison.Ordinal);
        Assert.True(workbook.Format(row["Wording"]).Alignment!.WrapText!.Value);
        Assert.Equal("None", workbook.Text(row["Published figures"]));
    }

    [Fact]
    public void Published_figures_stand_beside_the_indicator_with_their_wording_and_source()
    {
        var elsewhere = JsonSerializer.Deserialize<PublishedFigure>("""{"wave":"2018","percent":74,"base":"a base made up for tests","wording":"In other words","source":"A source made up for tests","differs":"Asked otherwise"}""", JsonSerializerOptions.Web)!;
        using var workbook = Read(Of2016 with { Indicators = Of2016.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Benchmarks = [elsewhere] }) });
        var text = workbook.Text(workbook.Row("Indicators", "Less than 1.5 days a week for the role")["Published figures"]);
        Assert.All((string[])["74", "In other words", "A source made up for tests"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_choices_and_relationships_are_those_of_the_publication()
    {
        using var workbook = Read(Of2016);
        var hours = workbook.Row("Numbers", "Hours a week given for the SENCO role");
        Assert.Equal(("hours a week", "21", "143", "3.25", "24"), (workbook.Text(hours["Unit"]), workbook.Text(hours["Answered"]), workbook.Text(hours["Total"]), workbook.Text(hours["Median"]), workbook.Text(hours["Largest"])));
        var team = workbook.Rows("Choices").Single(row => row.Count > 1 && row[1] == "Yes");
        Assert.Equal(("13", "21", "From The council's page on SENCO time; not joined to the responses."), (team[2], team[3], team[^1]));
        Assert.Equal(Of2016.Relationships.Select(figure => figure.Reading.Replace("from -", "from −", StringComparison.Ordinal)), workbook.Rows("Relationships").Skip(4).Select(row => row[^1]));
    }

    [Fact]
    public void The_bands_of_a_number_have_a_worksheet()
    {
        var publication = SamplePublications.All["400 in England"];
        using var workbook = Read(publication);
        var expected = publication.Numbers.Values.SelectMany(figure => (figure.Bands ?? []).Select(band => $"{figure.Label}|{band.Label}|{band.Count}|{figure.N}|{figure.Missing}|{Text(band.Percent)}|{Text(band.Lower)}|{Text(band.Upper)}")).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(["Number", "Band", "Count", "Base", "Missing", "Per cent", "Lower 95% bound", "Upper 95% bound"], workbook.Rows("Bands")[3]);
        Assert.Equal(expected, workbook.Rows("Bands").Skip(4).Select(row => string.Join('|', row)));

        static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_whole_number_has_no_decimals()
    {
        using var workbook = Read(Of2016);
        var pupils = workbook.Row("Numbers", "Pupils with SEND");
        Assert.Equal((3u, 4u), (workbook.Format(pupils["Total"]).NumberFormatId!.Value, workbook.Format(pupils["Mean"]).NumberFormatId!.Value));
    }

    [Fact]
    public void Hidden_bounds_of_a_median_are_marked_as_hidden()
    {
        using var workbook = Read(Of2016 with { Numbers = Of2016.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value with { MedianLower = null, MedianUpper = null }) });
        Assert.Equal("[c]", workbook.Text(workbook.Row("Numbers", "Pupils with SEND")["Median, lower 95% bound"]));
    }

    [Fact]
    public void A_worksheet_prints_across_the_page_and_is_one_page_wide()
    {
        using var workbook = Read(SamplePublications.All["400 in England, by phase"]);
        Assert.All(workbook.SheetNames.Select(name => workbook.Part(name).Worksheet!), worksheet =>
        {
            var page = Assert.Single(worksheet.Elements<PageSetup>());
            Assert.Equal((OrientationValues.Landscape, 1u, 0u), (page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
            Assert.True(worksheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
        });
    }

    [Fact]
    public void The_notes_say_of_breakdowns_what_the_methodology_says()
    {
        using var workbook = Read(Of2016);
        Assert.Contains("A breakdown shows its largest groups of 10 responses or more, and all others together", workbook.Rows("Notes").Single(row => row[0] == "What is hidden")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_breakdown_has_the_group_in_its_first_column()
    {
        var publication = SamplePublications.All["400 in England, by phase"];
        using var workbook = Read(publication);
        Assert.Equal(publication.By!.All.Select(group => group.Label), workbook.Rows("Groups").Skip(4).Select(row => row[0]));
        Assert.Equal(publication.By.All.Count() * publication.Indicators.Count, workbook.Rows("Indicators_by_group").Count - 4);
        Assert.Equal(publication.By.All.Count() * publication.Numbers.Count, workbook.Rows("Numbers_by_group").Count - 4);
        var group = publication.By.Groups.First(group => group.Numbers["hoursAllocated"].Median is not null);
        var hours = publication.By.Groups.First(one => one == group).Numbers["hoursAllocated"];
        Assert.Contains(workbook.Rows("Numbers_by_group"), row => row[0] == group.Label && row.Count > 1 && row[1] == hours.Label && row.Contains(hours.Median!.Value.ToString("R", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_round_before_and_the_same_schools_have_worksheets_of_their_own()
    {
        var publication = SamplePublications.All["400 beside the round before"];
        using var workbook = Read(publication);
        var (figure, broken) = (publication.Indicators["manageable"], publication.Indicators["pulledAwayOften"]);
        var since = workbook.Row("Since_round_before", figure.Label);
        Assert.Equal(("2025", Text(figure.Previous!.Percent!.Value), Text(figure.Previous.Difference!.Value)), (workbook.Text(since["Round before"]), workbook.Text(since["Round before, per cent"]), workbook.Text(since["Change in percentage points"])));
        var line = workbook.Row("Since_round_before", broken.Label);
        Assert.Equal(("[z]", broken.Previous!.Reading), (workbook.Text(line["Change in percentage points"]), workbook.Text(line["Reading"])));
        var same = workbook.Row("Same_schools", figure.Label);
        Assert.Equal((Text(figure.Previous.Paired!.Pairs), Text(figure.Previous.Paired.Difference), figure.Previous.Paired.Reading), (workbook.Text(same["Schools"]), workbook.Text(same["Change in percentage points"]), workbook.Text(same["Reading"])));
        Assert.DoesNotContain(workbook.Rows("Same_schools"), row => row[0] == broken.Label);

        static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void What_stands_beside_an_indicator_has_worksheets_of_its_own()
    {
        var publication = SamplePublications.All["400 beside others, by phase"];
        using var workbook = Read(publication);
        var figure = publication.Indicators["manageable"];
        var weighted = workbook.Row("Weighted_indicators", figure.Label);
        Assert.Equal((Text(figure.Weighted!.Percent), Text(figure.Weighted.EffectiveBase), "kind of school"), (workbook.Text(weighted["Weighted per cent"]), workbook.Text(weighted["Effective base"]), workbook.Text(weighted["Weighted by"])));
        var beside = workbook.Row("Differences", figure.Label);
        Assert.Equal(("the rest of England", Text(figure.Others!.Difference), figure.Others.Reading), (workbook.Text(beside["Others"]), workbook.Text(beside["Difference in percentage points"]), workbook.Text(beside["Reading"])));
        Assert.Contains(workbook.Rows("Differences_by_group"), row => row[0] == publication.By!.Groups[0].Label && row.Contains("all others in North Lincolnshire"));
        Assert.Equal(publication.Representation!.Groups.Count, workbook.Rows("Representation").Count - 4);
        Assert.Contains(workbook.Rows("Notes"), row => row[0] == "How like all schools" && row[1] == publication.Representation.Reading);

        static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_table_of_two_questions_has_its_test_and_its_reading_and_only_the_test_where_it_is_hidden()
    {
        var publication = SamplePublications.All["400 beside others"];
        using var workbook = Read(publication);
        var shown = publication.Associations!.First(association => association.Rows.Count > 0);
        Assert.Equal((shown.Reading, shown.DegreesOfFreedom?.ToString(CultureInfo.InvariantCulture)), (workbook.Text(workbook.Row("Associations", shown.Label)["Reading"]), workbook.Text(workbook.Row("Associations", shown.Label)["Degrees of freedom"])));
        Assert.Equal(publication.Associations!.Sum(association => association.Rows.Sum(row => row.Options.Count)), workbook.Rows("Association_tables").Count - 4);

        using var hidden = Read(SamplePublications.All["12 in an authority"]);
        Assert.DoesNotContain("Association_tables", hidden.SheetNames);
        Assert.Equal("[c]", hidden.Text(hidden.Row("Associations", shown.Label)["p"]));
    }

    [Theory]
    [InlineData("=cmd()", "=cmd()", true)]
    [InlineData("=HYPERLINK(\"https://example.org\",\"x\")", "=HYPERLINK(\"https://example.org\",\"x\")", true)]
    [InlineData("+1", "+1", true)]
    [InlineData(" @SUM(A1)", " @SUM(A1)", true)]
    [InlineData("-2", "-2", true)]
    [InlineData("12", "12", false)]
    [InlineData("<c><f>1+1</f></c>", "<c><f>1+1</f></c>", false)]
    [InlineData("a\0\u0001\uFFFEb", "ab", false)]
    [InlineData("_x003D_cmd()", "_x005F_x003D_cmd()", false)]
    public void A_hostile_label_stays_text(string label, string stored, bool guarded)
    {
        using var workbook = Read(Of2016 with { Title = label, ScopeName = label, Choices = Of2016.Choices.ToDictionary(pair => pair.Key, pair => pair.Value with { Label = label, Source = label }) });
        Assert.Empty(workbook.Faults);
        var cell = workbook.Cell("Choices", "A5");
        Assert.Equal((stored, CellValues.SharedString), (workbook.Text(cell), cell.DataType!.Value));
        Assert.Equal(guarded, workbook.Format(cell).QuotePrefix?.Value ?? false);
        Assert.Empty(workbook.SheetNames.SelectMany(sheet => workbook.Part(sheet).Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public void A_text_longer_than_a_cell_holds_is_cut()
    {
        using var workbook = Read(Of2016 with { Choices = Of2016.Choices.ToDictionary(pair => pair.Key, pair => pair.Value with { Label = new string('a', 40_000) }) });
        Assert.Equal(32_767, workbook.Text(workbook.Cell("Choices", "A5")).Length);
    }

    [Fact]
    public void It_says_its_title_and_its_language()
    {
        using var workbook = Read(Of2016);
        var properties = workbook.Document.PackageProperties;
        Assert.Equal(("SENCO time in North Lincolnshire, 2016: North Lincolnshire", "en-GB", Publisher.Name), (properties.Title, properties.Language, properties.Creator));
        Assert.Equal(DateTime.UnixEpoch, properties.Created!.Value.ToUniversalTime());
    }

    private static IEnumerable<Hyperlink> Links(ReadWorkbook workbook, string sheet) => workbook.Part(sheet).Worksheet!.Descendants<Hyperlink>();

    private static byte[] Write(Publication publication) => PublicationWorkbook.Write(publication, SamplePublications.Round, Publisher);

    private static ReadWorkbook Read(Publication publication) => new(Write(publication));
}
