using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SencoSurvey.Core.Geography;
using SencoSurvey.Testing.National;

namespace SencoSurvey.LocalHost.Tests.National;

/// <summary>1,940 synthetic responses with the margins that were published of 2018, from the import to every door: the same figures, each beside the published one in its own words.</summary>
public sealed class NationalRoundTests(NationalPublication published) : IClassFixture<NationalPublication>
{
    public static TheoryData<NationalFigure> Figures => [.. NationalFigure.All];

    /// <summary>Those of the five figures that lead the page.</summary>
    public static TheoryData<NationalFigure> Leading => [NationalFigure.TimeForRole, NationalFigure.Leaving];

    /// <summary>Those of the five figures of an officer's mail.</summary>
    public static TheoryData<NationalFigure> Mailed => [NationalFigure.TimeForRole, NationalFigure.Leaving, NationalFigure.ForWorkload];

    [Fact]
    public void England_has_every_response_of_every_authority()
    {
        Assert.True(published.Json.GetProperty("final").GetBoolean());
        Assert.Equal((NationalRound.Responses, LocalAuthorities.All.Count), (published.Json.GetProperty("base").GetProperty("responses").GetInt32(), published.Json.GetProperty("base").GetProperty("authorities").GetInt32()));
    }

    [Fact]
    public void It_is_called_synthetic_wherever_it_is_shown()
    {
        using var workbook = new Core.Tests.Publications.Workbooks.ReadWorkbook(published.Workbook);
        Assert.All(
            [published.Json.GetProperty("title").GetString()!, published.Page, published.Mail.GetProperty("html").GetString()!, published.Mail.GetProperty("text").GetString()!, string.Join(' ', workbook.Rows(workbook.SheetNames[0]).SelectMany(row => row))],
            text => Assert.Contains(NationalRound.Title, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void JSON_has_the_margin_unrounded_and_the_published_figure_beside(NationalFigure figure)
    {
        var shown = published.Json.GetProperty("indicators").GetProperty(figure.Indicator);
        Assert.Equal((figure.Count, figure.Base, 0), (shown.GetProperty("count").GetInt32(), shown.GetProperty("base").GetInt32(), shown.GetProperty("missing").GetInt32()));
        Assert.Equal(100.0 * figure.Count / figure.Base, shown.GetProperty("percent").GetDouble(), 9);
        Assert.Equal((figure.Percent, figure.Lower, figure.Upper), (Percent(shown, "percent"), Percent(shown, "lower"), Percent(shown, "upper")));
        var beside = Assert.Single(shown.GetProperty("benchmarks").EnumerateArray(), one => one.GetProperty("wording").GetString() == figure.Wording);
        Assert.Equal(figure.Published, beside.GetProperty("percent").GetDouble().ToString(CultureInfo.InvariantCulture));
        Assert.Equal("September to October 2018", beside.GetProperty("wave").GetString());
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_workbook_has_them_in_one_row(NationalFigure figure)
    {
        var row = published.SheetRow(figure.Label);
        Assert.Equal(($"{figure.Count}", $"{figure.Base}", "0"), (row["Count"], row["Base"], row["Missing"]));
        Assert.Equal((figure.Percent, figure.Lower, figure.Upper), (Rounded(row["Per cent"]), Rounded(row["Lower 95% bound"]), Rounded(row["Upper 95% bound"])));
        Assert.Contains(row["Published figures"].Split('\n'), line => line.Contains($"{figure.Published}% of ", StringComparison.Ordinal) && line.Contains($"“{figure.Wording}”", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_tidy_table_has_the_margin(NationalFigure figure)
    {
        var row = Assert.Single(published.Csv, row => row["kind"] == "indicator" && row["measure"] == figure.Indicator);
        Assert.Equal(($"{figure.Count}", $"{figure.Base}", "0"), (row["count"], row["base"], row["missing"]));
        Assert.Equal((figure.Percent, figure.Lower, figure.Upper), (Rounded(row["percent"]), Rounded(row["est_lower_ci"]), Rounded(row["est_upper_ci"])));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_report_page_has_it_with_the_published_figure_and_its_wording_in_the_same_place(NationalFigure figure)
    {
        var page = new HtmlParser().ParseDocument(published.Page);
        var told = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=published] .full"), part => part.QuerySelector("strong")!.TextContent == figure.Label);
        Assert.Contains($"{figure.Percent}% here ({figure.Count:#,0} of {figure.Base:#,0})", told.TextContent, StringComparison.Ordinal);
        Assert.Contains(told.QuerySelectorAll("li"), line => line.TextContent.StartsWith($"{figure.Published}%, September to October 2018", StringComparison.Ordinal) && line.TextContent.Contains($"“{figure.Wording}”", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Leading))]
    public void It_is_among_those_that_lead_the_page_with_its_interval_and_the_published_figure(NationalFigure figure)
    {
        var page = new HtmlParser().ParseDocument(published.Page);
        var card = Words(Assert.Single(page.QuerySelectorAll(".finding"), card => card.QuerySelector("h3")!.TextContent == figure.Label));
        Assert.Contains($"{figure.Label} {figure.Percent}% ", card, StringComparison.Ordinal);
        Assert.Contains($"{figure.Count:#,0} of the {figure.Base:#,0} who answered. 95% interval from {figure.Lower}% to {figure.Upper}%; none missing.", card, StringComparison.Ordinal);
        Assert.Matches($@"Nationally, 2018 [^.]*\b{figure.Published}%", card);
    }

    [Theory]
    [MemberData(nameof(Mailed))]
    public void The_mail_has_it_as_HTML_and_as_text_with_the_published_figure_and_its_wording(NationalFigure figure)
    {
        var html = Words(new HtmlParser().ParseDocument(published.Mail.GetProperty("html").GetString()!).Body!);
        var text = string.Join(' ', published.Mail.GetProperty("text").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var mail in new[] { html, text })
        {
            Assert.Contains($"{figure.Label} {figure.Percent}%", mail, StringComparison.Ordinal);
            Assert.Contains($"95% interval from {figure.Lower}% to {figure.Upper}%", mail, StringComparison.Ordinal);
            Assert.Contains($"{figure.Count:#,0} of {figure.Base:#,0}", mail, StringComparison.Ordinal);
            Assert.Matches($@"\b{figure.Published}% of [^.]*September to October 2018, on “{figure.Wording}”", mail);
        }
    }

    private static string Words(IElement element) => string.Join(' ', string.Join(' ', element.GetDescendants().OfType<IText>().Select(text => text.Data)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Percent(JsonElement figure, string field) => NationalFigure.Rounded(figure.GetProperty(field).GetDouble());

    private static string Rounded(string number) => NationalFigure.Rounded(double.Parse(number, CultureInfo.InvariantCulture));
}
