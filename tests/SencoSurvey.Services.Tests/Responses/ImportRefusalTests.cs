using System.Text;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Responses;

/// <summary>Files that are broken as files: refused whole, with the line, and nothing of them is stored. So all tests share one empty round.</summary>
public sealed class ImportRefusalTests(ImportRefusalTests.EmptyRound shared) : IClassFixture<ImportRefusalTests.EmptyRound>
{
    private const string Header = "localAuthority,hoursAllocated";
    private const string Key = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    [Theory]
    [InlineData("", "line 1", "empty")]
    [InlineData("\n\n", "line 1", "empty")]
    [InlineData(Header, "line 2", "no lines")]
    [InlineData(Header + "\r\n\r\n", "line 2", "no lines")]
    [InlineData(Header + "\n813,6\n813,\"7\n813,8\n", "line 3", "quotation mark")]
    [InlineData(Header + "\n813,6\n813,7\n813,\"8", "line 4", "quotation mark")]
    [InlineData(Header + "\n813,6\n813,7\"8\n", "line 3", "quotation mark")]
    [InlineData(Header + "\n813,6\n813,\"7\"8\n", "line 3", "quotation mark")]
    [InlineData(Header + "\n813,6\n813\n", "line 3", "1 columns, but the header has 2")]
    [InlineData(Header + "\n813,6,\n", "line 2", "3 columns, but the header has 2")]
    [InlineData("key," + Header + "\n" + Key + ",813,6\n,813,7\n3F2504E0-4F89-41D3-9A0C-0305E82C3301,813,8\n", "line 4", "the same key as line 2")]
    public async Task A_broken_file_is_refused_with_its_line(string file, string field, string message)
    {
        var (wrong, why) = (await RefusedAsync(400, Encoding.UTF8.GetBytes(file))).Only();
        Assert.Equal(field, wrong);
        Assert.Contains(message, why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("813,6\n813,7\n", "'813'")]
    [InlineData("localAuthority,hours\n813,7\n", "'hours'")]
    [InlineData("localAuthority;hoursAllocated\n813;7\n", "'localAuthority;hoursAllocated'")]
    [InlineData("localAuthority,HoursAllocated\n813,7\n", "'HoursAllocated'")]
    [InlineData("localAuthority,hoursAllocated,hoursAllocated\n813,7,8\n", "'hoursAllocated' twice")]
    [InlineData("localAuthority,hoursAllocated,\n813,7,\n", "''")]
    [InlineData("hoursAllocated\n7\n", "Lacks the column 'localAuthority'")]
    public async Task Columns_that_do_not_fit_the_questionnaire_are_named(string file, string message)
    {
        var refusal = await RefusedAsync(422, Encoding.UTF8.GetBytes(file));
        var (field, messages) = Assert.Single(refusal.Errors.ByField);
        Assert.Equal("line 1", field);
        Assert.Contains(messages, text => text.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5000)]
    public async Task A_file_in_another_encoding_is_refused_with_the_line_that_shows_it(int line)
    {
        // Windows-1252 writes é as one byte, E9.
        var lines = new List<byte[]> { "localAuthority,comments\r\n"u8.ToArray() };
        while (lines.Count < line - 1) lines.Add("813,Résumé 🙂 of the week\r\n"u8.ToArray());
        lines.Add([.. "813,Caf"u8, 0xE9, .. "\r\n"u8]);
        lines.Add([.. "813,na"u8, 0xEF, .. "ve\r\n"u8]);
        var (field, message) = (await RefusedAsync(400, [.. lines.SelectMany(bytes => bytes)])).Only();
        Assert.Equal($"line {line}", field);
        Assert.Contains("UTF-8", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_with_far_too_many_columns_is_refused()
    {
        var header = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 501)));
        Assert.Contains("501 columns", (await RefusedAsync(400, header)).Only().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_UTF_16_is_refused()
    {
        byte[] file = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"{Header}\n813,6\n")];
        Assert.Equal("line 1", (await RefusedAsync(400, file)).Only().Field);
    }

    private async Task<Core.Refusal> RefusedAsync(int status, byte[] file)
    {
        var refusal = await Refused.WithAsync(status, () => shared.Survey.Get<ImportService>().ImportAsync("r", new MemoryStream(file), CancellationToken.None));
        Assert.Empty(await shared.Survey.RowsAsync("r"));
        return refusal;
    }

    public sealed class EmptyRound(AzuriteFixture azurite) : IAsyncLifetime
    {
        internal TestSurvey Survey { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Survey = await TestSurvey.StartAsync(azurite);
            await Survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1" });
        }

        public ValueTask DisposeAsync() => Survey.DisposeAsync();
    }
}
