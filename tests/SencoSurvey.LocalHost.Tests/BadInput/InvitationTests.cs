using System.Text;
using SencoSurvey.Core.Invitations;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>A list of schools that has anything wrong with it invites nobody; a code that is none opens nothing.</summary>
public sealed class InvitationTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Csv = "text/csv";

    private const string Good = "urn,localAuthority,phase,schoolPupils\n123456,813,primary,210\n";

    private static readonly Dictionary<string, BadBody> Files = new()
    {
        ["empty"] = new(400, "line 1", "", Csv),
        ["a byte order mark alone"] = new(400, "line 1", "\ufeff", Csv),
        ["a header alone"] = new(400, "line 2", "urn,localAuthority\n", Csv),
        ["without a header"] = new(422, "line 1", "123456,813\n", Csv),
        ["JSON"] = new(400, "line 1", """[{"urn":"123456","localAuthority":"813"}]""", Csv),
        ["with addresses"] = new(422, "line 1", "urn,localAuthority,email\n123456,813,senco@example.org\n", Csv),
        ["with names"] = new(422, "line 1", "urn,localAuthority,EstablishmentName\n123456,813,A school\n", Csv),
        ["with codes of its own"] = new(422, "line 1", "urn,localAuthority,code\n123456,813,3467-9CDF-GHJK-MNPQ-RTVW-XY34\n", Csv),
        ["without URNs"] = new(422, "line 1", "localAuthority\n813\n", Csv),
        ["without authorities"] = new(422, "line 1", "urn\n123456\n", Csv),
        ["separated by semicolons"] = new(422, "line 1", "urn;localAuthority\n123456;813\n", Csv),
        ["with a column twice"] = new(422, "line 1", "urn,localAuthority,localAuthority\n123456,813,812\n", Csv),
        ["with a line that is too long"] = new(400, "line 3", $"{Good}123457,813,,,\n", Csv),
        ["with a quotation mark that is never closed"] = new(400, "line 3", $"{Good}123457,813,\"primary", Csv),
        ["in code page 1252"] = new(400, "line 3", Encoding.Latin1.GetBytes($"{Good}123457,813,naïve,\n"), Csv),
        ["in UTF-16"] = new(400, "line 1", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)], Csv),
        ["a workbook"] = new(400, "line 1", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff, 0xfe, 0x0a, 0x00], Csv),
        ["with a URN of five digits"] = Line("12345,813,,"),
        ["with a URN of seven digits"] = Line("1234567,813,,"),
        ["with a URN that begins with 0"] = Line("012345,813,,"),
        ["with a URN that is a formula"] = Line("=HYPERLINK(1),813,,"),
        ["with a URN on two lines"] = Line("123456,813,,"),
        ["with no URN"] = Line(",813,,"),
        ["with no authority"] = Line("123457,,,"),
        ["with an authority that there is not"] = Line("123457,999,,"),
        ["with a phase that there is not"] = Line("123457,813,Primary,"),
        ["with a phase that is a formula"] = Line("123457,813,\"=cmd|' /C calc'!A0\","),
        ["with half a pupil"] = Line("123457,813,,0.5"),
        ["with fewer than no pupils"] = Line("123457,813,,-1"),
        ["with a number of pupils of 300 digits"] = Line($"123457,813,,{new string('9', 300)}"),
        ["larger than 24 MiB"] = new(413, "body", Encoding.UTF8.GetBytes(Good.PadRight((24 * 1024 * 1024) + 1, '\n')), Csv),
        ["declared as JSON"] = new(415, "Content-Type", Good, "application/json"),
        ["declared as nothing"] = new(415, "Content-Type", Good, ""),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_refused_that_is(string name)
    {
        var bad = Files[name];
        await Problem.AssertAsync(await InviteAsync(ProductHost.Invited, bad.Body, bad.ContentType), bad.Status, bad.Field);
        await AssertNobodyInvitedAsync();
    }

    [Theory]
    [InlineData("?reissue=yes", "reissue")]
    [InlineData("?reissue=TRUE", "reissue")]
    [InlineData("?reissue=", "reissue")]
    [InlineData("?reissue=true&reissue=true", "reissue")]
    [InlineData("?dryRun=1", "dryRun")]
    [InlineData("?dryRun", "dryRun")]
    [InlineData("?reissue=true&dryRun=maybe", "dryRun")]
    public async Task A_query_is_refused_that_is_not_understood(string query, string field)
    {
        await Problem.AssertAsync(await InviteAsync(ProductHost.Invited, Encoding.UTF8.GetBytes(Good), Csv, query: query), 400, field);
        await AssertNobodyInvitedAsync();
    }

    [Theory]
    [InlineData("nosuch", 404, null)]
    [InlineData(ProductHost.Open, 409, "access")]
    [InlineData(ProductHost.Planned, 409, "access")]
    [InlineData(ProductHost.Closed, 409, "access")]
    public async Task A_good_file_is_refused_by_a_round_that_is_not_for_the_invited(string round, int status, string? field)
    {
        await Problem.AssertAsync(await InviteAsync(round, Encoding.UTF8.GetBytes(Good), Csv), status, field);
        await AssertNobodyInvitedAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_the_key_it_is_401(string? key)
    {
        await Problem.AssertAsync(await InviteAsync(ProductHost.Invited, Encoding.UTF8.GetBytes(Good), Csv, key), 401, "x-functions-key");
        await AssertNobodyInvitedAsync();
    }

    /// <summary>No answer tells a code that is nearly right from nonsense.</summary>
    [Theory]
    [InlineData("secret")]
    [InlineData("123456")]
    [InlineData("3467-9CDF-GHJK-MNPQ-RTVW-XY34")]
    [InlineData("3467-9CDF-GHJK-MNPQ-RTVW-XY3")]
    [InlineData("3467-9CDF-GHJK-MNPQ-RTVW-XY34, 3467-9CDF-GHJK-MNPQ-RTVW-XY34")]
    [InlineData("' or RowKey ge '")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    public async Task A_code_opens_nothing_that_is(string code)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            var problem = await Problem.AssertAsync(await product.Host.SendAsync(method, $"/api/rounds/{ProductHost.Invited}/response", key: null, responseKey: code), 403, "Response-Key");
            Assert.Equal("There is no such invitation.", problem.GetProperty("errors").GetProperty("Response-Key")[0].GetString());
        }

        await Problem.AssertAsync(await product.Host.SubmitAsync(ProductHost.Invited, code, new { hoursAllocated = 3 }), 403, "Response-Key");
        await product.AssertNothingStoredAsync();
        product.AssertNoAlarm();
    }

    [Fact]
    public async Task Without_a_code_it_is_401()
    {
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{ProductHost.Invited}/response"), 401, "Response-Key");
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{ProductHost.Open}/response", key: null, responseKey: InvitationCode.New().Reveal()), 403, "Response-Key");
    }

    private static BadBody Line(string line) => new(422, "line 3", $"{Good}{line}\n", Csv);

    private async Task<HttpResponseMessage> InviteAsync(string round, byte[] file, string contentType, string? key = TestHost.FunctionKey, string query = "")
    {
        using var content = new ByteArrayContent(file);
        if (contentType.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{round}/invitations{query}") { Content = content };
        if (key is not null) request.Headers.Add("x-functions-key", key);

        // So that the server may refuse before all of it is sent.
        request.Headers.ExpectContinue = true;
        return await product.Host.Http.SendAsync(request);
    }

    private async Task AssertNobodyInvitedAsync()
    {
        Assert.Empty(await product.Storage.Invitations.QueryAsync<Azure.Data.Tables.TableEntity>().Select(row => row.RowKey).ToListAsync());
        product.AssertNoAlarm();
    }
}
