using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>The forms in which a publication is served, and the live figures beside it.</summary>
[Collection(PublishedRoundsGroup.Name)]
public sealed class StatisticsTests(PublishedRounds published)
{
    private const string Closed = $"/api/rounds/{PublishedRounds.Closed}/statistics";
    private const string Open = $"/api/rounds/{PublishedRounds.Open}/statistics";

    [Theory]
    [InlineData("england", "england")]
    [InlineData("england.json", "england")]
    [InlineData("region/E12000003", "region/E12000003")]
    [InlineData("la/813", "la/813")]
    [InlineData("la/813.json?live=false", "la/813")]
    public async Task A_publication_is_JSON_with_the_fields_of_the_contract(string address, string scope)
    {
        using var response = await published.Host.SendAsync(HttpMethod.Get, $"{Closed}/{address}");
        Assert.Equal("application/json", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        var publication = await response.JsonAsync();
        Assert.Equal(PublishedRounds.Closed, publication.GetProperty("round").GetString());
        Assert.Equal(scope, publication.GetProperty("scope").GetString());
        Assert.Equal("Time in 2016", publication.GetProperty("title").GetString());
        Assert.False(publication.GetProperty("live").GetBoolean());
        Assert.Equal(21, publication.GetProperty("build").GetProperty("responses").GetInt32());
        Assert.StartsWith("sha256:", publication.GetProperty("build").GetProperty("tallyHash").GetString(), StringComparison.Ordinal);
        Assert.Equal(10, publication.GetProperty("base").GetProperty("minimumBase").GetInt32());
        Assert.Equal(3.25, publication.GetProperty("numbers").GetProperty("hoursAllocated").GetProperty("median").GetDouble());
        Assert.Equal(15, publication.GetProperty("indicators").GetProperty("belowMinimumTime").GetProperty("count").GetInt32());
        Assert.Equal(JsonValueKind.Object, publication.GetProperty("choices").ValueKind);
        Assert.Contains(publication.GetProperty("relationships").EnumerateArray(), pair => pair.GetProperty("x").GetString() == "totalSend" && pair.GetProperty("y").GetString() == "hoursAllocated");
        Assert.False(publication.TryGetProperty("breakdowns", out _));
        Assert.False(publication.TryGetProperty("by", out _));
    }

    [Theory]
    [InlineData("england.csv", "*/*", "senco-survey-nl-2016-england.csv")]
    [InlineData("england.csv", "application/json", "senco-survey-nl-2016-england.csv")]
    [InlineData("england", "text/csv", "senco-survey-nl-2016-england.csv")]
    [InlineData("la/813", "text/csv, application/json;q=0.5", "senco-survey-nl-2016-la-813.csv")]
    public async Task It_is_a_tidy_table_by_its_ending_or_by_the_Accept_header(string address, string accept, string name)
    {
        using var response = await GetAsync($"{Closed}/{address}", accept);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("time_period,time_identifier,geographic_level,country_code,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",percent,est_lower_ci,est_upper_ci,", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 10);
        Assert.Contains(lines, line => line.Contains("belowMinimumTime", StringComparison.Ordinal) && line.Contains("71.4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv;q=0.5, application/json")]
    [InlineData("text/html")]
    public async Task Otherwise_it_is_JSON(string accept)
    {
        using var response = await GetAsync($"{Closed}/england", accept);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("england.xlsx", "*/*", "senco-survey-nl-2016-england.xlsx")]
    [InlineData("england.xlsx", "text/csv", "senco-survey-nl-2016-england.xlsx")]
    [InlineData("la/813.xlsx?live=true", "*/*", "senco-survey-nl-2016-la-813-live.xlsx")]
    [InlineData("la/813", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/json;q=0.5", "senco-survey-nl-2016-la-813.xlsx")]
    public async Task It_is_a_workbook_by_its_ending_or_by_the_Accept_header(string address, string accept, string name)
    {
        using var response = await GetAsync($"{Closed}/{address}", accept);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var workbook = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var texts = new StreamReader(workbook.GetEntry("xl/sharedStrings.xml")!.Open());
        Assert.Contains("Less than 1.5 days a week for the role", await texts.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_can_be_broken_down_too()
    {
        using var response = await GetAsync($"{Open}/la/813.xlsx?by=phase", "*/*");
        Assert.Equal("senco-survey-workload-la-813-by-phase.xlsx", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var workbook = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var sheets = new StreamReader(workbook.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains("Indicators_by_group", await sheets.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_of_a_scope_that_there_is_not_or_of_which_nothing_is_published_is_404()
    {
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Closed}/la/999.xlsx"), 404);
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Closed}/la/812.xlsx"), 404);
    }

    [Fact]
    public async Task Its_metadata_describe_every_column_of_the_table_that_is_not_about_time_or_place_and_has_something_to_choose_from()
    {
        using var table = await GetAsync($"{Closed}/england.csv", "*/*");
        using var metadata = await GetAsync($"{Closed}/england.meta.csv", "*/*");
        Assert.Equal("senco-survey-nl-2016-england.meta.csv", metadata.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var columns = (await table.Content.ReadAsStringAsync()).Split("\r\n")[0].Split(',');
        var described = (await metadata.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]).ToList();
        Assert.Equal("col_name", described[0]);
        string[] same = ["standing", "breakdown", "breakdown_group"];
        Assert.Equal(columns.SkipWhile(column => column != "la_name").Skip(1).Except(same), described.Skip(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&live=true")]
    public async Task It_is_broken_down_by_the_question_that_is_asked_for(string more)
    {
        using var response = await published.Host.SendAsync(HttpMethod.Get, $"{Open}/la/813?by=phase{more}");
        var by = (await response.EnsureSuccessStatusCode().JsonAsync()).GetProperty("by");
        Assert.Equal("phase", by.GetProperty("question").GetString());
        Assert.Contains(by.GetProperty("groups").EnumerateArray(), group => group.GetProperty("id").GetString() == "primary");
    }

    [Fact]
    public async Task A_broken_down_table_says_so_in_its_name()
    {
        using var response = await GetAsync($"{Open}/la/813.csv?by=phase", "*/*");
        Assert.Equal("senco-survey-workload-la-813-by-phase.csv", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Contains("primary", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = await GetAsync($"{Open}/la/813.csv?by=yearsAsSenco", "*/*");
        Assert.Equal("senco-survey-workload-la-813-by-yearsassenco.csv", other.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    [Fact]
    public async Task A_breakdown_that_there_is_not_is_400() =>
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Open}/england?by=comments"), 400, "by");

    [Fact]
    public async Task What_is_not_published_is_404_and_says_how_many_responses_it_takes()
    {
        var problem = await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Closed}/la/812"), 404);
        Assert.Contains("10", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_figures_are_marked_as_such_and_may_be_of_a_scope_that_is_not_published()
    {
        var live = await published.Host.GetJsonAsync($"{Closed}/la/813?live=true");
        Assert.True(live.GetProperty("live").GetBoolean());
        Assert.Equal(21, live.GetProperty("base").GetProperty("responses").GetInt32());
        Assert.Equal(0, (await published.Host.GetJsonAsync($"{Closed}/la/812?live=true")).GetProperty("base").GetProperty("responses").GetInt32());
        using var csv = await GetAsync($"{Closed}/la/813.csv?live=true", "*/*");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_receipt_sets_ones_own_numbers_beside_the_authoritys_publication()
    {
        var receipt = await (await published.Host.SubmitAsync(PublishedRounds.Open, "3f2504e0-4f89-41d3-9a0c-0305e82c3301", new { localAuthority = "813", hoursAllocated = 8 })).JsonAsync();
        var benchmark = receipt.GetProperty("benchmark");
        Assert.Equal("la/813", benchmark.GetProperty("scope").GetString());
        Assert.Equal(4, benchmark.GetProperty("responses").GetInt32());
        Assert.Contains(benchmark.GetProperty("numbers").EnumerateArray(), number => number.GetProperty("id").GetString() == "hoursAllocated" && number.GetProperty("yours").GetDouble() == 8);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "x-functions-key", Testing.TestHost.FunctionKey } } };
        request.Headers.Accept.Clear();
        foreach (var type in accept.Split(',')) request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type));
        return (await published.Host.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
