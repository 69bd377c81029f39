using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Tests.Geography;

public sealed class LocalAuthoritiesTests
{
    [Fact]
    public void There_are_153_and_no_two_share_a_code_or_name()
    {
        Assert.Equal(153, LocalAuthorities.All.Count);
        Assert.Equal(153, LocalAuthorities.All.DistinctBy(authority => authority.Code).Count());
        Assert.Equal(153, LocalAuthorities.All.DistinctBy(authority => authority.Gss).Count());
        Assert.Equal(153, LocalAuthorities.All.DistinctBy(authority => authority.Name).Count());
    }

    [Fact]
    public void Codes_have_three_digits_and_nine_characters() =>
        Assert.All(LocalAuthorities.All, authority =>
        {
            Assert.Matches("^[0-9]{3}$", authority.Code);
            Assert.Matches("^E(06|08|09|10)[0-9]{6}$", authority.Gss);
            Assert.Equal(authority.Name.Trim(), authority.Name);
        });

    [Fact]
    public void Nine_regions_share_them_out()
    {
        Assert.Equal(Enumerable.Range(1, 9).Select(number => $"E1200000{number}"), LocalAuthorities.Regions.Select(region => region.Code));
        Assert.Equal(153, LocalAuthorities.Regions.Sum(region => LocalAuthorities.In(region).Count()));
        Assert.All(LocalAuthorities.Regions, region => Assert.NotEmpty(LocalAuthorities.In(region)));
    }

    [Theory]
    [InlineData("813", "E06000013", "North Lincolnshire", "E12000003", "Yorkshire and The Humber")]
    [InlineData("812", "E06000012", "North East Lincolnshire", "E12000003", "Yorkshire and The Humber")]
    [InlineData("925", "E10000019", "Lincolnshire", "E12000004", "East Midlands")]
    [InlineData("370", "E08000038", "Barnsley", "E12000003", "Yorkshire and The Humber")]
    [InlineData("373", "E08000039", "Sheffield", "E12000003", "Yorkshire and The Humber")]
    public void Known_authorities_are_where_they_are(string code, string gss, string name, string region, string regionName)
    {
        Assert.True(LocalAuthorities.TryGet(code, out var authority));
        Assert.Equal(new LocalAuthority(code, gss, name, new Region(region, regionName)), authority);
    }

    [Theory]
    [InlineData("")]
    [InlineData("000")]
    [InlineData("81")]
    [InlineData("0813")]
    [InlineData("E06000013")]
    public void Other_codes_are_unknown(string code) => Assert.False(LocalAuthorities.TryGet(code, out _));
}
