using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SencoSurvey.Core.Geography;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Services;
using SencoSurvey.Services.Links;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>Who may read what: anyone, the holder of a link, the holder of the key.</summary>
[Collection(PublishedRoundsGroup.Name)]
public sealed class AccessTests(PublishedRounds published)
{
    private const string Api = $"/api/rounds/{PublishedRounds.Closed}/statistics";
    private const string Page = $"/reports/{PublishedRounds.Closed}";

    /// <summary>The query of the link in the report's mail, which is for la/813.</summary>
    private string Signed => published.Link.Split('?')[1];

    [Theory]
    [InlineData("/england")]
    [InlineData("/england.csv")]
    [InlineData("/england.meta.csv")]
    [InlineData("/england.xlsx")]
    [InlineData("/region/E12000003")]
    [InlineData("/region/E12000003.csv")]
    public async Task England_and_its_regions_are_for_anyone(string scope)
    {
        Assert.Equal(HttpStatusCode.OK, (await published.Host.Http.GetAsync(Api + scope)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await published.Host.SendAsync(HttpMethod.Get, Api + scope, key: "wrong")).StatusCode);
        if (!System.IO.Path.HasExtension(scope)) Assert.Equal(HttpStatusCode.OK, (await published.Host.Http.GetAsync(Page + scope)).StatusCode);
    }

    [Theory]
    [InlineData("/la/813")]
    [InlineData("/la/813.csv")]
    [InlineData("/la/813.meta.csv")]
    [InlineData("/la/813.xlsx")]
    [InlineData("/la/813.json")]
    public async Task An_authoritys_figures_take_the_key_or_a_link(string scope)
    {
        await Problem.AssertAsync(await published.Host.Http.GetAsync(Api + scope), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, Api + scope, key: "wrong"), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}{scope}?code=wrong"), 401, "x-functions-key");
        Assert.Equal(HttpStatusCode.OK, (await published.Host.SendAsync(HttpMethod.Get, Api + scope)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await published.Host.Http.GetAsync($"{Api}{scope}?code={TestHost.FunctionKey}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await published.Host.Http.GetAsync($"{Api}{scope}?{Signed}")).StatusCode);
    }

    [Fact]
    public async Task An_authoritys_report_takes_the_key_or_a_link_and_says_so_on_a_page()
    {
        await AssertPageAsync($"{Page}/la/813", HttpStatusCode.Unauthorized, "own readers");
        await AssertPageAsync($"{Page}/la/813?code=wrong", HttpStatusCode.Unauthorized, "own readers");
        await AssertPageAsync($"{Page}/la/813?code={TestHost.FunctionKey}", HttpStatusCode.OK, "North Lincolnshire");
        await AssertPageAsync(published.Link, HttpStatusCode.OK, "North Lincolnshire");
        await AssertPageAsync($"{Page}/la/812?{Signed}", HttpStatusCode.Forbidden, "does not work any more");
        await AssertPageAsync($"{Page}/la/812?code={TestHost.FunctionKey}", HttpStatusCode.NotFound, "Nothing is published of North East Lincolnshire yet.");
        await AssertPageAsync("/reports/nosuch/england", HttpStatusCode.NotFound, "no such round");
        await AssertPageAsync($"{Page}/wales", HttpStatusCode.NotFound, "Reports are of England, a region, a local authority or a school group.");
        await AssertPageAsync($"{Page}/england", HttpStatusCode.OK, "England");
    }

    [Fact]
    public async Task A_report_compares_groups_by_what_it_is_asked_and_refuses_what_it_does_not_know()
    {
        var open = $"/reports/{PublishedRounds.Open}/england";
        await AssertPageAsync($"{open}?by=schoolPupils", HttpStatusCode.OK, "Size of the school");
        await AssertPageAsync($"{open}?by=hoursAllocated", HttpStatusCode.BadRequest, "cannot compare these groups");
        await AssertPageAsync($"{Page}/england?by=phase", HttpStatusCode.BadRequest, "cannot compare these groups");
    }

    [Fact]
    public async Task A_public_report_leads_to_the_parts_that_have_figures()
    {
        await AssertPageAsync($"{Page}/england", HttpStatusCode.OK, $"href=\"{Page}/region/E12000003\"");
        await AssertPageAsync($"{Page}/region/E12000003", HttpStatusCode.OK, $"href=\"{Page}/la/813\"");
        Assert.DoesNotContain("la/812", await published.Host.Http.GetStringAsync($"{Page}/region/E12000003"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorities_side_by_side_take_the_key_or_a_link_of_the_scope_that_they_are_in()
    {
        await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/england?by=localAuthority"), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/region/E12000003.csv?by=localAuthority"), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/england?by=localAuthority&{Signed}"), 403, "signature");
        using var found = JsonDocument.Parse(await (await published.Host.SendAsync(HttpMethod.Get, $"{Api}/england?by=localAuthority")).Content.ReadAsStringAsync());
        var group = Assert.Single(found.RootElement.GetProperty("by").GetProperty("groups").EnumerateArray());
        Assert.Equal(("813", "North Lincolnshire", 21, 15), (group.GetProperty("id").GetString(), group.GetProperty("label").GetString(), group.GetProperty("responses").GetInt32(), group.GetProperty("indicators").GetProperty("belowMinimumTime").GetProperty("count").GetInt32()));
        Assert.Contains("813", await (await published.Host.SendAsync(HttpMethod.Get, $"{Api}/england.csv?by=localAuthority")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await published.Host.SendAsync(HttpMethod.Get, $"{Api}/england.xlsx?by=localAuthority")).StatusCode);
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Api}/la/813?by=localAuthority"), 400, "by");
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Api}/england?by=localAuthority&live=true"), 400, "by");
    }

    [Fact]
    public async Task A_link_opens_its_own_scope_alone()
    {
        foreach (var scope in new[] { "la/812", "la/810", "la/812.csv" }) await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/{scope}?{Signed}"), 403, "signature");
    }

    [Fact]
    public async Task A_link_opens_its_scope_in_every_round_for_publications_come_and_go_by_year() =>
        Assert.Equal(HttpStatusCode.OK, (await published.Host.Http.GetAsync($"/api/rounds/{PublishedRounds.Open}/statistics/la/813?{Signed}")).StatusCode);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_link_that_was_tampered_with_is_403(int way)
    {
        var query = Signed.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var (expires, signature) = (query["expires"], query["signature"]);
        var tampered = way switch
        {
            0 => $"expires={long.Parse(expires, CultureInfo.InvariantCulture) + 1}&signature={signature}",
            1 => $"expires={expires}&signature={(signature[0] == 'A' ? 'B' : 'A')}{signature[1..]}",
            2 => $"signature={signature}",
            3 => $"expires=+{expires}&signature={signature}",
            _ => $"expires={expires}&signature={signature}&signature={signature}",
        };
        await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/la/813?{tampered}"), 403, "signature");
        await AssertPageAsync($"{Page}/la/813?{tampered}", HttpStatusCode.Forbidden, "does not work any more");
    }

    [Fact]
    public async Task A_link_that_has_expired_or_was_signed_with_another_key_is_403()
    {
        var settings = published.Host.Services.GetRequiredService<IConfiguration>();
        await AssertRefusedAsync(settings["Links:SigningKey"]!, TimeSpan.FromDays(-61));
        await AssertRefusedAsync("another-key-0123456789-abcdefghijkl", TimeSpan.Zero);

        async Task AssertRefusedAsync(string signingKey, TimeSpan ago)
        {
            var signer = new LinkSigner(Options.Create(new LinkOptions { SigningKey = signingKey, ValidDays = 60 }), new UkClock(new ShiftedTime(ago)));
            await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/la/813?{signer.Sign(Scope.Parse("la/813")).Query}"), 403, "signature");
        }
    }

    [Theory]
    [InlineData("england")]
    [InlineData("region/E12000003")]
    [InlineData("la/813")]
    [InlineData("la/813.csv")]
    [InlineData("la/813.xlsx")]
    public async Task Live_figures_take_the_key_and_no_link_will_do(string scope)
    {
        await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/{scope}?live=true"), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Api}/{scope}?live=true", key: "wrong"), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.Http.GetAsync($"{Api}/{scope}?live=true&{Signed}"), 401, "x-functions-key");
        Assert.Equal(HttpStatusCode.OK, (await published.Host.SendAsync(HttpMethod.Get, $"{Api}/{scope}?live=true")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await published.Host.Http.GetAsync($"{Api}/{scope}?live=true&code={TestHost.FunctionKey}")).StatusCode);
    }

    [Theory]
    [InlineData("live=true")]
    [InlineData("live=maybe")]
    public async Task The_report_page_is_never_of_live_figures(string query)
    {
        using var response = await published.Host.Http.GetAsync($"{Page}/england?{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("21", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_load_nothing_from_elsewhere_and_are_kept_by_nobody()
    {
        using var response = await published.Host.Http.GetAsync(published.Link);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private async Task AssertPageAsync(string address, HttpStatusCode status, string text)
    {
        using var response = await published.Host.Http.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
