using System.Diagnostics;
using FsCheck.Xunit;
using SencoSurvey.Core.Journeys;

namespace SencoSurvey.Core.Tests.Journeys;

public sealed class EntryTextTests
{
    private const string Hours = "hours a week";

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12.5", "12.5")]
    [InlineData("12,5", "12.5")]
    [InlineData("0,250", "0.250")]
    [InlineData("12.", "12.")]
    [InlineData(".5", ".5")]
    [InlineData("-1", "-1")]
    [InlineData("007", "007")]
    [InlineData(" 12\t", "12")]
    [InlineData("1,200", "1200")]
    [InlineData("1 200", "1200")]
    [InlineData("1\u00A0200", "1200")]
    [InlineData("1,200.5", "1200.5")]
    [InlineData("12,345,678", "12345678")]
    [InlineData("6½", "6.5")]
    [InlineData("6 ½", "6.5")]
    [InlineData("½", ".5")]
    [InlineData("6¼", "6.25")]
    [InlineData("6¾", "6.75")]
    [InlineData("1,200½", "1200.5")]
    [InlineData("12 hours", "12")]
    [InlineData("12 hour", "12")]
    [InlineData("12h", "12")]
    [InlineData("12.5 h", "12.5")]
    [InlineData(" 12.5 h ", "12.5")]
    [InlineData("\u00A012.5\u00A0h\u00A0", "12.5")]
    [InlineData("12,5 Hours a Week", "12.5")]
    [InlineData("6½ hours", "6.5")]
    [InlineData("12 hrs", "12")]
    [InlineData("1hr", "1")]
    [InlineData("12hrs per week", "12")]
    [InlineData("12.5 hours/week", "12.5")]
    public void A_number_is_read_as_people_write_it(string typed, string number) => Assert.Equal(number, EntryText.Number(typed, Hours));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("hours")]
    [InlineData("twelve")]
    [InlineData("12 days")]
    [InlineData("12 pupils")]
    [InlineData("12 week")]
    [InlineData("12 hours 30")]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("0x10")]
    [InlineData("12:30")]
    [InlineData("3 1/2")]
    [InlineData("10-12")]
    [InlineData("about 12")]
    [InlineData("12?")]
    [InlineData("£12")]
    [InlineData("50%")]
    [InlineData("½½")]
    [InlineData("−1")]
    [InlineData("١٢")]
    [InlineData("１２")]
    [InlineData("12🙂")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("=1+1")]
    public void Anything_else_is_no_number(string typed) => Assert.Null(EntryText.Number(typed, Hours));

    /// <summary>Rather than guess, the question's own rule refuses them.</summary>
    [Theory]
    [InlineData("1 2", "1 2")]
    [InlineData("6 30", "6 30")]
    [InlineData("1 20 300", "1 20 300")]
    [InlineData("1,20,300", "1.20.300")]
    [InlineData("1.200,5", "1.200.5")]
    [InlineData("6.5½", "6.5.5")]
    [InlineData(".", ".")]
    [InlineData("-", "-")]
    public void What_can_be_read_in_two_ways_is_not_guessed(string typed, string number) => Assert.Equal(number, EntryText.Number(typed, Hours));

    /// <summary>As much as one form can carry.</summary>
    [Theory]
    [InlineData(' ')]
    [InlineData('1')]
    [InlineData(',')]
    [InlineData('a')]
    [InlineData('\u00A0')]
    public void A_long_text_takes_no_time(char letter)
    {
        var began = Stopwatch.GetTimestamp();

        foreach (var text in new[] { new string(letter, 65_536), $"1{new string(letter, 65_536)}!", $"{string.Concat(Enumerable.Repeat($"1{letter}", 32_768))}!" }) EntryText.Number(text, Hours);

        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }

    [Property]
    public void Whatever_is_typed_is_read_or_not_and_nothing_breaks(string? typed) => EntryText.Number(EntryText.Clean(typed ?? ""), Hours);

    [Theory]
    [InlineData("a\u0000b\u0007c\u001Bd\u007Fe\u0085", "abcde\n")]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("\u202Ereversed\u202C \u200Fmarks", "\u202Ereversed\u202C \u200Fmarks")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("=cmd()", "=cmd()")]
    [InlineData("👩‍🏫", "👩‍🏫")]
    public void Clean_text_has_no_control_characters_and_one_kind_of_line_break(string typed, string clean) => Assert.Equal(clean, EntryText.Clean(typed));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_is_missing() => Assert.Equal("a\uFFFDb", EntryText.Clean("a\uD83Db"));

    [Property]
    public void Clean_text_is_clean(string? typed)
    {
        var clean = EntryText.Clean(typed ?? "");

        Assert.Equal(clean, EntryText.Clean(clean));
        Assert.DoesNotContain(clean, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
    }
}
