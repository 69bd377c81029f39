using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Tests.Geography;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("england", "England", "england", true)]
    [InlineData("region/E12000003", "Yorkshire and The Humber", "region-E12000003", true)]
    [InlineData("la/813", "North Lincolnshire", "la-813", false)]
    [InlineData("trust/tr00001", "school group tr00001", "trust-tr00001", false)]
    public void A_scope_is_read_and_written_the_same(string id, string name, string key, bool isPublic)
    {
        var scope = Scope.Parse(id);
        Assert.Equal((id, id, name, key, isPublic), (scope.Id, scope.ToString(), scope.Name, scope.Key, scope.IsPublic));
        Assert.Equal(scope, Scope.Parse(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("England")]
    [InlineData("england/")]
    [InlineData("la")]
    [InlineData("la/")]
    [InlineData("la/0813")]
    [InlineData("la/999")]
    [InlineData("LA/813")]
    [InlineData("la/813/")]
    [InlineData("la/813 ")]
    [InlineData("la-813")]
    [InlineData("la/E06000013")]
    [InlineData("region/813")]
    [InlineData("region/E12000010")]
    [InlineData("region/e12000003")]
    [InlineData("../la/813")]
    [InlineData("trust")]
    [InlineData("trust/")]
    [InlineData("trust/TR00001")]
    [InlineData("trust/tr00001/813")]
    [InlineData("trust/tr 1")]
    [InlineData("trust/tr0000000000000000001")]
    public void Anything_else_is_no_scope(string? text)
    {
        Assert.False(Scope.TryParse(text, null, out var scope));
        Assert.Null(scope);
    }

    [Fact]
    public void Parsing_what_is_no_scope_says_what_would_be() =>
        Assert.Contains("use england, region/{code}, la/{code} or trust/{id}", Assert.Throws<FormatException>(() => Scope.Parse("wales")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_scope_is_the_same_by_whichever_name_it_goes()
    {
        var named = Scope.Of(new Trust("tr00001", "Synthetic Trust"));
        Assert.Equal(Scope.Parse("trust/tr00001"), named);
        Assert.Equal(Scope.Parse("trust/tr00001").GetHashCode(), named.GetHashCode());
        Assert.Equal("Synthetic Trust", named.Name);
        Assert.NotEqual(Scope.Parse("trust/tr00002"), named);
    }

    [Fact]
    public void An_authority_belongs_to_itself_its_region_and_england()
    {
        Assert.True(LocalAuthorities.TryGet("813", out var authority));
        Assert.Equal(
            ["england", "la/813", "region/E12000003"],
            LocalAuthorities.All.Select(Scope.Of).Concat(LocalAuthorities.Regions.Select(Scope.Of)).Append(Scope.England).Where(scope => scope.Includes(authority)).Select(scope => scope.Id).Order(StringComparer.Ordinal));
    }
}
