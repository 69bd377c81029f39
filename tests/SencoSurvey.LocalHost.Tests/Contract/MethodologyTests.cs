using SencoSurvey.Core.PublishedFigures;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.Contract;

public sealed class MethodologyTests(ProductHost product) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task How_figures_are_made_is_for_anyone_with_every_figure_that_others_published()
    {
        using var response = await product.Host.Http.GetAsync("/methodology");
        Assert.Equal("text/html", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("id=\"disclosure\"", page, StringComparison.Ordinal);
        Assert.Equal(PublishedFigureLibrary.Indicators.Count(), page.Split("<table").Length - 1);
    }
}
