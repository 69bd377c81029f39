using System.Text;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>A register that has anything wrong with it is not taken at all; a rate of nothing is not answered.</summary>
public sealed class SchoolsTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Csv = "text/csv";

    private static readonly string Good = SyntheticRegister.Text(SyntheticRegister.Many(2));

    private static readonly Dictionary<string, BadBody> Files = new()
    {
        ["empty"] = new(400, "line 1", "", Csv),
        ["a byte order mark alone"] = new(400, "line 1", "\ufeff", Csv),
        ["a header alone"] = new(400, "line 2", SyntheticRegister.Text([]), Csv),
        ["without a header"] = new(400, "line 1", Good[(Good.IndexOf('\n', StringComparison.Ordinal) + 1)..], Csv),
        ["without a column"] = new(400, "line 1", Good.Replace("PhaseOfEducation (name)", "Phase", StringComparison.Ordinal), Csv),
        ["separated by semicolons"] = new(400, "line 1", Good.Replace(',', ';'), Csv),
        ["a list of invitations"] = new(400, "line 1", "urn,localAuthority\n900000,813\n", Csv),
        ["with a line that is too short"] = new(400, "line 4", $"{Good}900009,813\n", Csv),
        ["with a school on two lines"] = new(400, "line 4", Good + Good.Split("\r\n")[1], Csv),
        ["with a quotation mark that is never closed"] = new(400, "line 4", $"{Good}900009,\"", Csv),
        ["with closed schools alone"] = new(400, "file", SyntheticRegister.Text(SyntheticRegister.Many(2, change: line => line with { Status = "Closed" })), Csv),
        ["in UTF-16"] = new(400, "line 1", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)], Csv),
        ["a workbook"] = new(400, "line 1", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff, 0xfe, 0x0a, 0x00], Csv),
        ["larger than 100 MiB"] = new(413, "body", new byte[(100 * 1024 * 1024) + 1], Csv),
        ["declared as JSON"] = new(415, "Content-Type", Good, "application/json"),
        ["declared as a workbook's archive"] = new(415, "Content-Type", Good, "application/zip"),
        ["declared as in another encoding"] = new(415, "Content-Type", Good, "text/csv; charset=utf-16"),
        ["declared as nothing"] = new(415, "Content-Type", Good, ""),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_refused_that_is(string name)
    {
        var bad = Files[name];
        await Problem.AssertAsync(await BringAsync(ProductHost.Open, bad.Body, bad.ContentType), bad.Status, bad.Field);
        await AssertNothingStoredAsync();
    }

    /// <summary>Without a length it shows only on the way.</summary>
    [Fact]
    public async Task A_file_is_refused_that_turns_out_to_be_too_large()
    {
        using var response = await BringAsync(ProductHost.Open, new byte[(100 * 1024 * 1024) + 1], Csv, chunked: true);
        await Problem.AssertAsync(response, 413, "body");
        await AssertNothingStoredAsync();
    }

    [Fact]
    public async Task There_is_no_register_of_a_round_that_there_is_not()
    {
        await Problem.AssertAsync(await BringAsync("nosuch", Encoding.UTF8.GetBytes(Good), Csv), 404);
        await AssertNothingStoredAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_the_key_both_are_401(string? key)
    {
        await Problem.AssertAsync(await BringAsync(ProductHost.Open, Encoding.UTF8.GetBytes(Good), Csv, key), 401, "x-functions-key");
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{ProductHost.Open}/response-rate/england", key: key), 401, "x-functions-key");
        await AssertNothingStoredAsync();
    }

    [Theory]
    [InlineData("open/response-rate/wales", 404, null)]
    [InlineData("open/response-rate/la/999", 404, null)]
    [InlineData("open/response-rate/la", 404, null)]
    [InlineData("open/response-rate/LA/813", 404, null)]
    [InlineData("open/response-rate/region/813", 404, null)]
    [InlineData("open/response-rate/england/", 404, null)]
    [InlineData("open/response-rate/england.csv", 404, null)]
    [InlineData("open/response-rate/?scope=england", 404, null)]
    [InlineData("nosuch/response-rate/england", 404, null)]
    [InlineData("NO SUCH/response-rate/england", 404, null)]
    public async Task There_is_no_rate_of(string address, int status, string? field)
    {
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{address}"), status, field);
        product.AssertNoAlarm();
    }

    private async Task<HttpResponseMessage> BringAsync(string round, byte[] file, string contentType, string? key = TestHost.FunctionKey, bool chunked = false)
    {
        using var content = new ByteArrayContent(file);
        if (contentType.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{round}/schools") { Content = content };
        if (key is not null) request.Headers.Add("x-functions-key", key);

        // So that the server may refuse before all of it is sent.
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = chunked;
        return await product.Host.Http.SendAsync(request);
    }

    private async Task AssertNothingStoredAsync()
    {
        Assert.Empty(await product.Storage.Populations.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync());
        product.AssertNoAlarm();
    }
}
