using SencoSurvey.Core.Invitations;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Services.Tests.Responses;

/// <summary>Rows are found by these values for as long as a round is kept: they must not change.</summary>
public sealed class ResponseKeyTests
{
    private const string Uuid = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    [Theory]
    [InlineData(Uuid, "2016", "0f6caba52246cd95aeb9d58b20e430e1", "QHMS-5R8Q")]
    [InlineData(Uuid, "2026-27", "cfa7c6f6a1c484211b5b99271d848ca4", "9HEG-5K4G")]
    [InlineData("00000000-0000-0000-0000-000000000000", "2016", "b3259f8ef9df508da71655e719063881", "EER5-F96D")]
    public void A_key_stands_for_the_same_row_and_reference_for_ever(string text, string round, string row, string reference)
    {
        var key = Parse(text);
        Assert.Equal((row, reference), (key.RowId(round), key.Reference(round)));
    }

    [Theory]
    [InlineData(Uuid, "2016", "f67d01e16ab1e03e33f0bd64a2a8b2fe")]
    [InlineData(Uuid, "2026-27", "4960a4c571bea307bb75965b11e47467")]
    public void A_key_stands_for_the_same_draft_for_ever(string text, string round, string draft) => Assert.Equal(draft, Parse(text).DraftId(round));

    [Fact]
    public void The_row_of_a_draft_does_not_lead_to_the_row_of_its_response()
    {
        var key = Parse(Uuid);
        Assert.NotEqual(key.RowId("2016"), key.DraftId("2016"));
        Assert.NotEqual(key.DraftId("2017"), key.DraftId("2016"));
    }

    [Fact]
    public void A_key_made_here_is_a_new_one_that_only_its_holder_is_shown()
    {
        var key = ResponseKey.New();
        Assert.Equal(key.RowId("2016"), Parse(key.Reveal()).RowId("2016"));
        Assert.NotEqual(key.Reveal(), ResponseKey.New().Reveal());
        Assert.DoesNotContain(key.Reveal(), $"{key} {key.RowId("2016")} {key.DraftId("2016")} {key.Reference("2016")}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3F2504E0-4F89-41D3-9A0C-0305E82C3301")]
    [InlineData("3f2504E0-4F89-41d3-9a0c-0305e82c3301")]
    public void Capital_letters_make_no_other_key(string text)
    {
        Assert.Equal(Parse(Uuid).RowId("2016"), Parse(text).RowId("2016"));
        Assert.Equal(Parse(Uuid).Reference("2016"), Parse(text).Reference("2016"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3f2504e04f8941d39a0c0305e82c3301")]
    [InlineData("{3f2504e0-4f89-41d3-9a0c-0305e82c3301}")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c330")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c330g")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301-")]
    public void Anything_but_a_UUID_with_its_hyphens_is_no_key(string? text) => Assert.False(ResponseKey.TryParse(text, out _));

    [Fact]
    public void A_reference_is_easy_to_copy_and_gives_neither_the_key_nor_the_row_away()
    {
        var key = Parse(Uuid);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", key.Reference("2016"));
        Assert.NotEqual(Parse(Uuid).RowId("2016"), Parse(Uuid).RowId("2017"));
        Assert.DoesNotContain(key.RowId("2016")[..4], key.Reference("2016"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("3f25", $"{key} {key.RowId("2016")}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_code_stands_for_the_same_row_and_reference_for_ever()
    {
        Assert.True(InvitationCode.TryParse("3467-9CDF-GHJK-MNPQ-RTVW-XY34", out var code));
        Assert.Equal(("43e20b4ec5b719c71e44474a65a00d17", "0DPH-1GP8"), (ResponseKey.Of(code).RowId("2016"), ResponseKey.Of(code).Reference("2016")));
    }

    /// <summary>Or a file that was imported before the change and again after it would count twice.</summary>
    [Theory]
    [InlineData(2, "4f3ff31b0cedc3684a4f5c0496c817a2")]
    [InlineData(1000, "5c873c1620bb0e368bf30ecf6cfec903")]
    public void A_line_of_a_file_stands_for_the_same_row_for_ever(int line, string row) =>
        Assert.Equal(row, ResponseKey.OfLine("abababababababababababababababababababababababababababababababab", line).RowId("2016"));

    private static ResponseKey Parse(string text) => ResponseKey.TryParse(text, out var key) ? key : throw new FormatException(text);
}
