using SencoSurvey.Core.Rounds;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

/// <summary>A file with anything wrong in it is refused whole. Nothing is stored, so all tests share a round.</summary>
public sealed class BadFileTests(BadFileTests.EmptyRound shared) : IClassFixture<BadFileTests.EmptyRound>
{
    [Theory]
    [InlineData("12345,813,,", "urn: Must be six digits")]
    [InlineData("1234567,813,,", "urn: Must be six digits")]
    [InlineData("012345,813,,", "urn: Must be six digits")]
    [InlineData("+12345,813,,", "urn: Must be six digits")]
    [InlineData("=12345,813,,", "urn: Must be six digits")]
    [InlineData("12345a,813,,", "urn: Must be six digits")]
    [InlineData("१२३४५६,813,,", "urn: Must be six digits")]
    [InlineData("\"123456\n\"\"\",813,,", "urn: Must be six digits")]
    [InlineData(",813,,", "urn: Must be six digits")]
    [InlineData("123456,,,", "localAuthority: Must be there.")]
    [InlineData("123456,999,,", "localAuthority: Must be the 3-digit code")]
    [InlineData("123456,North Lincolnshire,,", "localAuthority: Must be the 3-digit code")]
    [InlineData("123456,813,Primary,", "phase: Must be one of: primary, ")]
    [InlineData("123456,813,=1+1,", "phase: Must be one of: primary, ")]
    [InlineData("123456,813,,-1", "schoolPupils: Must be a number from 0 to 20000")]
    [InlineData("123456,813,,20001", "schoolPupils: Must be a number from 0 to 20000")]
    [InlineData("123456,813,,210.5", "schoolPupils: Must be a number from 0 to 20000")]
    [InlineData("123456,813,,many", "schoolPupils: Must be a number from 0 to 20000")]
    [InlineData("100001,813,,", "Has the same urn as line 2.")]
    [InlineData(" 100001 ,370,,", "Has the same urn as line 2.")]
    public async Task A_line_is_refused_with_its_number(string line, string message)
    {
        var (field, why) = (await RefusedAsync(422, $"{Inviting.Header}\n100001,813,primary,210\n{line}\n100002,813,,")).Only();
        Assert.Equal("line 3", field);
        Assert.StartsWith(message, why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var refusal = await RefusedAsync(422, $"{Inviting.Header}\n1,999,x,y\n100001,813,,\n100001,813,,\n");
        Assert.Equal(["line 2", "line 4"], refusal.Errors.ByField.Keys);
        Assert.Equal(4, refusal.Errors.ByField["line 2"].Length);
    }

    [Fact]
    public async Task Of_many_wrong_lines_the_first_hundred_are_named_and_the_others_counted()
    {
        var refusal = await RefusedAsync(422, $"{Inviting.Header}\n{string.Concat(Enumerable.Repeat("1,813,,\n", 1234))}");
        Assert.Equal(Enumerable.Range(2, 100).Select(line => $"line {line}").Append("file").Order(StringComparer.Ordinal), refusal.Errors.ByField.Keys);
        Assert.Equal("There are 1,134 more lines with errors.", Assert.Single(refusal.Errors.ByField["file"]));
        Assert.Equal(100, (await RefusedAsync(422, $"{Inviting.Header}\n{string.Concat(Enumerable.Repeat("1,813,,\n", 100))}")).Errors.ByField.Count);
    }

    [Theory]
    [InlineData("urn,localAuthority,email\n123456,813,a@example.org", "Has the column 'email', but invitations are not mailed from here")]
    [InlineData("urn,localAuthority,name\n123456,813,School", "Has the column 'name', which is none of urn, localAuthority, phase, schoolPupils.")]
    [InlineData("URN,localAuthority\n123456,813", "Lacks the column 'urn'.")]
    [InlineData("urn,phase\n123456,primary", "Lacks the column 'localAuthority'.")]
    [InlineData("urn,localAuthority,urn\n123456,813,123456", "Has the column 'urn' twice.")]
    [InlineData("123456,813\n123457,813", "Is the header missing?")]
    [InlineData("urn;localAuthority\n123456;813", "Has the column 'urn;localAuthority', ")]
    public async Task A_file_is_refused_for_its_columns(string file, string message)
    {
        var (field, messages) = Assert.Single((await RefusedAsync(422, file)).Errors.ByField);
        Assert.Equal("line 1", field);
        Assert.Contains(messages, text => text.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_column_that_the_rounds_questionnaire_has_no_question_for_is_refused()
    {
        await shared.Survey.PutRoundAsync("short", round => round with { Access = Access.Invited });
        var refusal = await Refused.WithAsync(422, () => shared.Survey.InviteAsync("urn,localAuthority,phase\n123456,813,primary", round: "short"));
        Assert.Equal(("line 1", "Has the column 'phase', which is no question of north-lincolnshire-2016: leave it out."), refusal.Only());
    }

    [Theory]
    [InlineData("", "line 1", "empty")]
    [InlineData("urn,localAuthority", "line 2", "no lines")]
    [InlineData("urn,localAuthority\n123456,813,\n", "line 2", "3 columns, but the header has 2")]
    [InlineData("urn,localAuthority\n123456,813\n123457,\"813\n", "line 3", "quotation mark")]
    public async Task A_file_that_is_none_is_refused_with_its_line(string file, string field, string message)
    {
        var (wrong, why) = (await RefusedAsync(400, file)).Only();
        Assert.Equal(field, wrong);
        Assert.Contains(message, why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_schools_than_there_are_is_a_mistake()
    {
        var (field, why) = (await RefusedAsync(400, Inviting.Schools(50_001))).Only();
        Assert.Equal("line 50002", field);
        Assert.Contains("50,000", why, StringComparison.Ordinal);
    }

    private async Task<Core.Refusal> RefusedAsync(int status, string file)
    {
        var refusal = await Refused.WithAsync(status, () => shared.Survey.InviteAsync(file));
        Assert.Empty(await shared.Survey.InvitationRowsAsync());
        return refusal;
    }

    public sealed class EmptyRound(AzuriteFixture azurite) : IAsyncLifetime
    {
        internal TestSurvey Survey { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Survey = await TestSurvey.StartAsync(azurite);
            await Survey.PutInvitedRoundAsync();
        }

        public ValueTask DisposeAsync() => Survey.DisposeAsync();
    }
}
