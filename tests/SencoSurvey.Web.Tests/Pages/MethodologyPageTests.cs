using AngleSharp.Html.Dom;
using SencoSurvey.Core.PublishedFigures;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Web.Pages;

namespace SencoSurvey.Web.Tests.Pages;

public sealed class MethodologyPageTests
{
    private static readonly IReadOnlyList<Indicator> Indicators = QuestionnaireLibrary.Load().Find("senco-workload-1")!.Indicators;

    internal static Task<IHtmlDocument> PageAsync() => Render.Page<MethodologyPage>(new() { [nameof(MethodologyPage.Indicators)] = Indicators });

    [Fact]
    public async Task Its_contents_are_its_sections()
    {
        var page = await PageAsync();
        Assert.Equal(page.QuerySelectorAll("main h2").Select(heading => ($"#{heading.Id}", heading.Words())), page.QuerySelectorAll("nav a").Select(link => (link.GetAttribute("href")!, link.Words())));
        Assert.NotNull(page.GetElementById("disclosure"));
    }

    [Fact]
    public async Task Every_published_figure_stands_with_its_wave_base_wording_difference_and_source_beside_what_is_asked_here()
    {
        var page = await PageAsync();
        foreach (var indicator in Indicators.Where(indicator => PublishedFigureLibrary.Indicators.Contains(indicator.Id)))
        {
            var table = Assert.Single(page.QuerySelectorAll("table.published"), table => table.QuerySelector("caption")!.Words() == $"Published beside: {indicator.Label}");
            Assert.Equal($"Here: {indicator.Wording}", table.PreviousElementSibling!.Words());
            Assert.Equal(
                PublishedFigureLibrary.For(indicator.Id).Select(figure => $"{figure.Percent:0}%, {figure.Wave}|{figure.Base}|{figure.Wording}|{figure.Differs}|{figure.Source}"),
                table.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.Words()))));
        }

        Assert.Equal(PublishedFigureLibrary.Indicators.Count(), page.QuerySelectorAll("table.published").Length);
    }

    /// <summary>What a statistic's code names as its source, the page names too.</summary>
    [Theory]
    [InlineData("https://doi.org/10.1080/14786440009463897")]
    [InlineData("https://doi.org/10.2307/3001616")]
    [InlineData("https://doi.org/10.1093/biomet/33.3.239")]
    [InlineData("https://doi.org/10.1002/0471722162")]
    [InlineData("https://doi.org/10.2307/2344652")]
    [InlineData("https://doi.org/10.48550/arXiv.2109.12464")]
    [InlineData("https://fingertips.phe.org.uk/static-reports/public-health-technical-guidance/")]
    [InlineData("https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html")]
    public async Task A_formula_has_its_source(string address) => Assert.NotNull((await PageAsync()).QuerySelector($"a[href='{address}']"));

    [Fact]
    public async Task Links_elsewhere_are_links_alone_and_say_where_they_lead() =>
        Assert.All((await PageAsync()).QuerySelectorAll("[href^='https://']"), link => Assert.Equal(("A", link.GetAttribute("href")!["https://".Length..]), (link.TagName, link.Words())));
}
