using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>Kinds a and b, crossed with few hours (5) and many (12).</summary>
public sealed class CrossedFiguresTests
{
    [Fact]
    public void A_cell_counts_who_is_in_both_groups_and_its_indicators()
    {
        var published = Publish(England(Cell("a", 5, 60, 20), Cell("a", 12, 70, 30), Cell("b", 5, 80, 15), Cell("b", 12, 90, 45)));
        var by = published.BrokenDownBy("hours,kind")!.By!;
        Assert.Equal(("kind,hours", true), (by.Question, by.IsCrossing));
        Assert.Equal([("b,many", 135), ("b,few", 95), ("a,many", 100), ("a,few", 80)], by.Groups.Select(cell => (cell.Id, cell.Responses!.Value)));
        var figure = by.Groups[0].Indicators["leaving"];
        Assert.Equal((45, 135, 0, 100.0 / 3, null), (figure.Count, figure.Base, figure.Missing, figure.Percent, figure.Status));
        Assert.True(figure.Lower < figure.Percent && figure.Percent < figure.Upper);
        Assert.Equal([("kind", "b", "B"), ("hours", "many", "Many")], by.Groups[0].Parts!.Select(part => (part.Question, part.Id, part.Label)));
    }

    [Fact]
    public void Small_groups_of_England_and_those_in_none_are_one_row()
    {
        var published = Publish(England(Cell("a", 5, 60, 20), Cell("a", 12, 70, 30), Cell("b", 5, 12, 12), Cell("b", 12, 14, 12), Cell("c", 5, 15, 15), Cell("c", 12, 20, 14)));
        Assert.Equal(["a,few", "a,many", "rest,few", "rest,many"], published.BrokenDownBy("kind,hours")!.By!.Groups.Select(cell => cell.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_is_hidden_whole_where_one_cell_is_too_small_for_an_indicator()
    {
        var table = Publish(England(Cell("a", 5, 60, 20), Cell("a", 12, 70, 30), Cell("b", 5, 80, 2), Cell("b", 12, 90, 45))).BrokenDownBy("kind,hours")!.By!;
        Assert.All(table.Groups, cell => Assert.NotNull(cell.Responses));
        Assert.All(table.Groups, cell => Assert.Equal((null, "c"), (cell.Indicators["leaving"].Count, cell.Indicators["leaving"].Status)));
    }

    [Fact]
    public void Where_there_are_too_few_for_any_table_every_cell_is_hidden()
    {
        var table = Publish(England(Cell("a", 5, 10, 10), Cell("b", 12, 10, 10))).BrokenDownBy("kind,hours")!.By!;
        Assert.Equal(4 * 2, table.Groups.Count);
        Assert.All(table.Groups, cell => Assert.Equal((null, "c", 0), (cell.Responses, cell.Status, cell.Indicators.Count)));
    }

    [Fact]
    public void A_part_in_which_nobody_is_of_a_kind_hides_nothing_of_the_others()
    {
        // Barnsley has none of kind a, which is published of it. So the region's are Doncaster's; and its few of kind b with few hours are all with few hours less those.
        Tally barnsley = TallyOf(Cell("b", 5, 40, 20), Cell("b", 12, 40, 20)), doncaster = TallyOf(Cell("a", 5, 30, 20), Cell("a", 12, 30, 20), Cell("b", 5, 3, 0), Cell("b", 12, 4, 4));
        Assert.Null(Region(barnsley, doncaster).Responses);
        Assert.NotNull(Region(barnsley, TallyOf(Cell("a", 5, 30, 20), Cell("a", 12, 30, 20), Cell("b", 5, 13, 10), Cell("b", 12, 14, 14))).Responses);
    }

    [Fact]
    public void Live_figures_hide_nothing_and_merge_nothing()
    {
        var live = PublicationBuilder.Live(Example.RoundWith(), Example.Crossed, Scope.England, TallyOf(Cell("a", 5, 1, 0), Cell("c", 12, 0, 1), Cell("c", null, 2, 0)), DateTimeOffset.UnixEpoch);
        var cells = live.BrokenDownBy("kind,hours")!.By!.Groups;
        Assert.Equal(4 * 3, cells.Count);
        Assert.Equal([("a,few", 1, 0L), ("c,many", 1, 1L), ("c,rest", 2, 0L)], cells.Where(cell => cell.Responses > 0).Select(cell => (cell.Id, cell.Responses!.Value, cell.Indicators["leaving"].Count!.Value)));
    }

    [Fact]
    public void A_publication_that_is_served_has_only_the_crossing_asked_for()
    {
        var published = Publish(England(Cell("a", 5, 60, 20), Cell("a", 12, 70, 30), Cell("b", 5, 80, 15), Cell("b", 12, 90, 45)));
        Assert.Null(published.BrokenDownBy(null)!.Crossings);
        Assert.Null(published.BrokenDownBy("kind,hours")!.Crossings);
        Assert.Null(published.BrokenDownBy("kind,kind"));
        Assert.Equal(PublicationJson.Write(published), PublicationJson.Write(PublicationJson.Read(PublicationJson.Write(published))));
    }

    [Fact]
    public void What_is_shown_of_crossings_is_packed_and_unpacked()
    {
        var tree = England(Cell("a", 5, 60, 20), Cell("a", 12, 70, 30), Cell("b", 5, 80, 15), Cell("b", 12, 90, 45));
        var shown = DisclosurePlan.Of(Example.Crossed, 10, 3, tree).ShownIn(Scope.England);
        Assert.Contains("kind,hours[b+a/many+few]:indicator:leaving", shown);
        Assert.Equal(shown.Order(StringComparer.Ordinal), ShownFigures.Unpack(Example.Crossed, ShownFigures.Pack(Example.Crossed, shown)).Order(StringComparer.Ordinal));
    }

    private static CrossedFigures Region(Tally barnsley, Tally doncaster)
    {
        var tree = ScopeTree.Of(Example.Crossed, LocalAuthorities.All.Where(authority => authority.Code is "370" or "371").ToDictionary(authority => authority, authority => authority.Code == "370" ? barnsley : doncaster));
        var region = tree.Parts[0];
        var plan = DisclosurePlan.Of(Example.Crossed, 10, 3, tree);
        return Assert.Single(PublicationBuilder.Publish(Example.RoundWith(), Example.Crossed, region.Scope, region.Tally, DateTimeOffset.UnixEpoch, final: true, plan).Crossings!);
    }

    private static ScopeTree England(params IEnumerable<AnswerSet>[] cells) => new(Scope.England, TallyOf(cells), []);

    private static Publication Publish(ScopeTree england) =>
        PublicationBuilder.Publish(Example.RoundWith(), Example.Crossed, england.Scope, england.Tally, DateTimeOffset.UnixEpoch, final: true, DisclosurePlan.Of(Example.Crossed, 10, 3, england));

    private static Tally TallyOf(params IEnumerable<AnswerSet>[] cells) => Tally.Of(Example.Crossed, cells.SelectMany(cell => cell));

    private static IEnumerable<AnswerSet> Cell(string kind, int? hours, int stay, int leave) =>
    [
        .. Enumerable.Repeat(Example.Read($"\"kind\": \"{kind}\", \"stays\": \"yes\"{Hours(hours)}", Example.Crossed), stay),
        .. Enumerable.Repeat(Example.Read($"\"kind\": \"{kind}\", \"stays\": \"no\"{Hours(hours)}", Example.Crossed), leave),
    ];

    private static string Hours(int? hours) => hours is null ? "" : $", \"hours\": {hours}";
}
