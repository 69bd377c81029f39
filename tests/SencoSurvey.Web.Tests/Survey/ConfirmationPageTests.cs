using AngleSharp.Dom;
using SencoSurvey.Core.Comparisons;

namespace SencoSurvey.Web.Tests.Survey;

public sealed class ConfirmationPageTests
{
    private static readonly OwnFigure Hours = new(
        "Hours a week", "hours a week", null, 6.5, null, 9.75, "1.5 days a week", [SurveyPages.Others("North Lincolnshire", 4), SurveyPages.Others("England", 10), SurveyPages.Hidden("Primary, in England")]);

    private static readonly OwnFigure Share = new("Little time", null, "Under 9.75 hours.", null, true, null, null, [SurveyPages.Others("England", 80)]);

    [Fact]
    public async Task It_says_the_reference_and_the_day_in_the_United_Kingdom()
    {
        var page = await SurveyPages.Confirmation();

        Assert.Equal("Your reference 7K3M-9QXD", string.Join(' ', page.QuerySelector(".govuk-panel__body")!.ChildNodes.Select(node => node.Words()).Where(words => words.Length > 0)));
        Assert.Contains("received on 6 October 2026", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_figures_there_is_no_comparison() => Assert.Null((await SurveyPages.Confirmation()).QuerySelector("table"));

    [Fact]
    public async Task Ones_own_figure_stands_first_then_what_is_recommended_then_the_others()
    {
        var table = await TableAsync(Hours);

        Assert.Equal(["You 6.5", "Recommended 9.75", "North Lincolnshire 4", "England 10", "Primary, in England –"], table.QuerySelectorAll("tbody tr").Select(row => $"{row.QuerySelector("th")!.FirstChild!.Words()} {row.QuerySelector("td")!.Words()}"));
        Assert.Equal("Yours is 66.7% of what is recommended.", table.QuerySelector(".own-figure__reading")!.Words());
        Assert.Equal("1.5 days a week.", Note(table, 1));
    }

    [Fact]
    public async Task Every_figure_of_others_says_how_many_answered_how_far_they_go_and_when_it_was_published_or_why_there_is_none()
    {
        var table = await TableAsync(Hours);

        Assert.Equal("The middle of 1,234 answers; the middle half of them goes from 2 to 5. Published on 6 October 2026.", Note(table, 2));
        Assert.Equal("Not published yet: it takes at least 10 responses.", Note(table, 4));
        Assert.Equal("Of 1,234 who answered; 95% interval from 40.0% to 100.0%. Published on 6 October 2026.", Note(await TableAsync(Share), 0));
    }

    [Fact]
    public async Task The_bars_are_as_long_as_the_figures_and_hidden_figures_have_none()
    {
        var rows = (await TableAsync(Hours)).QuerySelectorAll("tbody tr");

        // The longest is the upper end of England's middle half, 12.5.
        Assert.Equal(["52%", null, "32%", "80%", null], rows.Select(row => row.QuerySelector("rect:not(.chart-track)")?.GetAttribute("width")));
        Assert.Equal(["chart-yours", null, "chart-others", "chart-others"], rows.Take(4).Select(row => row.QuerySelector("rect:not(.chart-track)")?.ClassName));
        Assert.Equal(("40%", "100%"), (rows[3].QuerySelector(".chart-range")!.GetAttribute("x1"), rows[3].QuerySelector(".chart-range")!.GetAttribute("x2")));
        Assert.All(rows.Take(4), row => Assert.Equal(("78%", "78%"), (row.QuerySelector(".chart-recommended")!.GetAttribute("x1"), row.QuerySelector(".chart-recommended")!.GetAttribute("x2"))));
        Assert.All(rows.Take(4), row => Assert.Equal("true", row.QuerySelector("svg")!.GetAttribute("aria-hidden")));
    }

    [Fact]
    public async Task Whoever_did_not_give_the_numbers_is_told_so()
    {
        var table = await TableAsync(Hours with { Yours = null });

        Assert.Equal(("–", "You did not give the numbers that this takes."), (table.QuerySelector("tbody td")!.Words(), Note(table, 0)));
        Assert.Equal("", table.QuerySelector(".own-figure__reading")!.Words());
    }

    [Theory]
    [InlineData(true, "You are one of them.")]
    [InlineData(false, "You are not one of them.")]
    [InlineData(null, "")]
    public async Task A_share_has_no_row_of_ones_own_but_says_whether_one_is_part_of_it(bool? applies, string reading)
    {
        var table = await TableAsync(Share with { AppliesToYou = applies });

        Assert.Equal(reading, table.QuerySelector(".own-figure__reading")!.Words());
        Assert.Equal(["80.0%"], table.QuerySelectorAll("tbody td").Select(cell => cell.Words()));
        Assert.Equal("80%", table.QuerySelector("rect.chart-others")!.GetAttribute("width"));
    }

    [Fact]
    public async Task The_wording_of_a_share_is_there() => Assert.Contains("Under 9.75 hours.", (await TableAsync(Share)).Words(), StringComparison.Ordinal);

    [Fact]
    public async Task Figures_of_nought_have_bars_of_no_length()
    {
        var table = await TableAsync(Hours with { Yours = 0, Recommended = null, Others = [new OthersFigure("England", 0, 0, 0, 10, DateTimeOffset.UnixEpoch, null)] });

        Assert.All(table.QuerySelectorAll("rect:not(.chart-track)"), bar => Assert.Equal("0%", bar.GetAttribute("width")));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task While_the_survey_is_open_the_answers_can_be_changed_and_withdrawn(bool isOpen, bool canChange)
    {
        var page = await SurveyPages.Confirmation(isOpen: isOpen, hasUnsent: true);
        var addresses = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Contains("/survey/2026/copy", addresses);
        Assert.Equal(canChange, addresses.Contains("/survey/2026/answers"));
        Assert.Equal(canChange, addresses.Contains("/survey/2026/withdraw"));
        Assert.Equal(canChange, page.QuerySelector(".govuk-inset-text") is not null);
    }

    private static async Task<IElement> TableAsync(OwnFigure figure) => (await SurveyPages.Confirmation([figure])).QuerySelector("table.own-figure")!;

    private static string Note(IElement table, int row) => table.QuerySelectorAll("tbody tr")[row].QuerySelector(".own-figure__note")!.Words();
}
