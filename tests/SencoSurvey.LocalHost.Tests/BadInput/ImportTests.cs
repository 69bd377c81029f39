using System.Text;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.BadInput;

/// <summary>A file that cannot be understood whole is refused whole, with the line: of its good lines nothing is stored either.</summary>
public sealed class ImportTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Csv = "text/csv";

    private const string Good = "localAuthority,hoursAllocated,comments\n813,3.25,\n";

    private const string Key = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    private static readonly Dictionary<string, BadBody> Files = new()
    {
        ["empty"] = new(400, "line 1", "", Csv),
        ["a byte order mark alone"] = new(400, "line 1", "\ufeff", Csv),
        ["empty lines alone"] = new(400, "line 1", "\n\n\r\n", Csv),
        ["a header alone"] = new(400, "line 2", "localAuthority,hoursAllocated\n", Csv),
        ["without a header"] = new(422, "line 1", "813,3.25\n812,4\n", Csv),
        ["JSON"] = new(400, "line 1", """{"answers":{"localAuthority":"813"}}""", Csv),
        ["with an unknown column"] = new(422, "line 1", "localAuthority,shoeSize\n813,44\n", Csv),
        ["with a column in other letters"] = new(422, "line 1", "localauthority\n813\n", Csv),
        ["with a column that has a space"] = new(422, "line 1", "localAuthority, hoursAllocated\n813,3\n", Csv),
        ["with a column twice"] = new(422, "line 1", "localAuthority,hoursAllocated,hoursAllocated\n813,1,2\n", Csv),
        ["with a column without a name"] = new(422, "line 1", "localAuthority,\n813,\n", Csv),
        ["without the authority"] = new(422, "line 1", "hoursAllocated\n3\n", Csv),
        ["separated by semicolons"] = new(422, "line 1", "localAuthority;hoursAllocated\n813;3,25\n", Csv),
        ["with a quotation mark that is never closed"] = new(400, "line 3", $"{Good}813,1,\"never closed", Csv),
        ["with a quotation mark in the middle"] = new(400, "line 3", $"{Good}813,1,5\" or so\n", Csv),
        ["with text after a quotation"] = new(400, "line 3", $"{Good}813,1,\"quoted\" not\n", Csv),
        ["with a line that is too long"] = new(400, "line 3", $"{Good}813,1,,\n", Csv),
        ["with a line that is too short"] = new(400, "line 3", $"{Good}813,1\n", Csv),
        ["with a key on two lines"] = new(400, "line 3", $"key,localAuthority\n{Key},813\n{Key.ToUpperInvariant()},812\n", Csv),
        ["in code page 1252"] = new(400, "line 3", Encoding.Latin1.GetBytes($"{Good}813,1,naïve\n"), Csv),
        ["in UTF-16"] = new(400, "line 1", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)], Csv),
        ["a workbook"] = new(400, "line 1", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff, 0xfe, 0x0a, 0x00], Csv),
        ["larger than 24 MiB"] = new(413, "body", Encoding.UTF8.GetBytes(Good.PadRight((24 * 1024 * 1024) + 1, '\n')), Csv),
        ["declared as JSON"] = new(415, "Content-Type", Good, "application/json"),
        ["declared as a workbook"] = new(415, "Content-Type", Good, "application/vnd.ms-excel"),
        ["declared as plain text"] = new(415, "Content-Type", Good, "text/plain"),
        ["declared as nothing"] = new(415, "Content-Type", Good, ""),
        ["declared as code page 1252"] = new(415, "Content-Type", Good, "text/csv; charset=windows-1252"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_refused_that_is(string name)
    {
        var bad = Files[name];
        await Problem.AssertAsync(await ImportAsync(ProductHost.Open, bad.Body, bad.ContentType), bad.Status, bad.Field);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task A_file_that_the_web_server_itself_finds_too_large_is_413()
    {
        await Problem.AssertAsync(await ImportAsync(ProductHost.Open, new byte[31_000_000], Csv), 413);
        await AssertUntouchedAsync();
    }

    [Theory]
    [InlineData("nosuch", 404, null)]
    [InlineData(ProductHost.Planned, 409, "round")]
    [InlineData(ProductHost.Closed, 409, "round")]
    public async Task A_good_file_is_refused_by_a_round_that_is_not_open(string round, int status, string? field)
    {
        await Problem.AssertAsync(await ImportAsync(round, Encoding.UTF8.GetBytes(Good), Csv), status, field);
        await AssertUntouchedAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_the_key_it_is_401(string? key)
    {
        await Problem.AssertAsync(await ImportAsync(ProductHost.Open, Encoding.UTF8.GetBytes(Good), Csv, key), 401, "x-functions-key");
        await AssertUntouchedAsync();
    }

    private async Task<HttpResponseMessage> ImportAsync(string round, byte[] file, string contentType, string? key = Testing.TestHost.FunctionKey)
    {
        using var content = new ByteArrayContent(file);
        if (contentType.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{round}/responses/import") { Content = content };
        if (key is not null) request.Headers.Add("x-functions-key", key);

        // So that the server may refuse before all of it is sent.
        request.Headers.ExpectContinue = true;
        return await product.Host.Http.SendAsync(request);
    }

    private async Task AssertUntouchedAsync()
    {
        await product.AssertNothingStoredAsync();
        product.AssertNoAlarm();
    }
}
