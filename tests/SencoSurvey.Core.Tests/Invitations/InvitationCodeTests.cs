using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using SencoSurvey.Core.Invitations;

namespace SencoSurvey.Core.Tests.Invitations;

public sealed class InvitationCodeTests
{
    private const string Text = "3467-9CDF-GHJK-MNPQ-RTVW-XY34";

    /// <summary>With 21 degrees of freedom, a fair draw exceeds it less than once in ten thousand million times.</summary>
    private const double Unlikely = 100;

    [Fact]
    public void A_new_code_is_six_groups_of_four_and_never_the_same()
    {
        var codes = Many().Select(code => code.Reveal()).ToList();
        Assert.All(codes, code => Assert.Matches("^[34679CDFGHJKMNPQRTVWXY]{4}(-[34679CDFGHJKMNPQRTVWXY]{4}){5}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void Nobody_can_guess_one_or_find_a_word_in_one()
    {
        Assert.Equal(22, InvitationCode.Alphabet.Distinct().Count());
        Assert.InRange(InvitationCode.Length * Math.Log2(InvitationCode.Alphabet.Length), 107, 108);
        Assert.DoesNotContain(InvitationCode.Alphabet, "AEIOU".Contains);
    }

    [Theory]
    [InlineData("0OQ")]
    [InlineData("1IL")]
    [InlineData("2Z")]
    [InlineData("5S")]
    [InlineData("8B")]
    [InlineData("UV")]
    public void Of_symbols_that_look_alike_it_has_one_at_most(string alike) => Assert.InRange(InvitationCode.Alphabet.Count(alike.Contains), 0, 1);

    [Fact]
    public void Every_symbol_is_as_likely_as_every_other_at_every_place()
    {
        var codes = Many().Select(Symbols).ToList();
        Assert.InRange(ChiSquared(string.Concat(codes)), 0, Unlikely);
        Assert.All(Enumerable.Range(0, InvitationCode.Length), place => Assert.InRange(ChiSquared(codes.Select(code => code[place])), 0, Unlikely));
    }

    /// <summary>The mistake that is commonly made: 256 is no multiple of 22.</summary>
    [Fact]
    public void The_measure_notices_bytes_that_were_cut_down_to_the_alphabet()
    {
        var bytes = new byte[240_000];
        new System.Random(1).NextBytes(bytes);
        Assert.True(ChiSquared(bytes.Select(value => InvitationCode.Alphabet[value % InvitationCode.Alphabet.Length])) > Unlikely);
    }

    [Property]
    public void However_it_is_written_it_is_the_same_code(NonEmptyArray<byte> ways)
    {
        var written = string.Concat(Symbols(Parse(Text)).Select((symbol, place) => Written(symbol, ways.Get[place % ways.Get.Length])));
        Assert.Equal(Text, Parse(written).Reveal());

        static string Written(char symbol, byte way) =>
            $"{(way % 2 == 0 ? symbol : char.ToLowerInvariant(symbol))}{new string(" -–\u2011\u2010\u00a0"[way / 2 % 6], way / 12 % 3)}";
    }

    [Property]
    public void Text_that_is_no_code_is_none_and_does_not_throw(string? text) => Assert.False(InvitationCode.TryParse(text, out _));

    [Fact]
    public void Any_other_letter_in_it_makes_it_no_code()
    {
        const string Accepted = "34679CDFGHJKMNPQRTVWXYcdfghjkmnpqrtvwxy";
        const string Separators = " -\u00a0\u2010\u2011\u2013";
        var symbols = Symbols(Parse(Text));
        Assert.All(Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(value => (char)value), letter =>
        {
            Assert.Equal(Accepted.Contains(letter), InvitationCode.TryParse($"{symbols[..5]}{letter}{symbols[6..]}", out _));
            Assert.Equal(Separators.Contains(letter), InvitationCode.TryParse($"{symbols[..5]}{letter}{symbols[5..]}", out _));
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3467-9CDF-GHJK-MNPQ-RTVW-XY3")]
    [InlineData("3467-9CDF-GHJK-MNPQ-RTVW-XY347")]
    [InlineData("3467-9CDF-GHJK-MNPQ-RTVW-XY3O")]
    [InlineData("3467_9CDF_GHJK_MNPQ_RTVW_XY34")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    public void What_is_longer_or_shorter_or_has_other_symbols_is_no_code(string? text) => Assert.False(InvitationCode.TryParse(text, out _));

    [Fact]
    public void It_slips_into_no_log()
    {
        var code = Parse(Text);
        Assert.Equal("InvitationCode", $"{code}");
        Assert.Equal("{}", JsonSerializer.Serialize(code));
    }

    private static InvitationCode Parse(string text) => InvitationCode.TryParse(text, out var code) ? code : throw new FormatException(text);

    private static IEnumerable<InvitationCode> Many() => Enumerable.Range(0, 10_000).Select(_ => InvitationCode.New());

    private static string Symbols(InvitationCode code) => code.Reveal().Replace("-", "", StringComparison.Ordinal);

    /// <summary>Pearson's: how far the counts of the symbols are from equal ones.</summary>
    private static double ChiSquared(IEnumerable<char> symbols)
    {
        var counts = symbols.CountBy(symbol => symbol).ToDictionary();
        var expected = (double)counts.Values.Sum() / InvitationCode.Alphabet.Length;
        return InvitationCode.Alphabet.Sum(symbol => Math.Pow(counts.GetValueOrDefault(symbol) - expected, 2) / expected);
    }
}
