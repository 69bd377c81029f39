using System.Numerics;
using FsCheck.Xunit;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Tests.Answers;

public sealed class RationalTests
{
    [Property]
    public void Sums_differences_and_products_are_exact(int a, ushort b, int c, ushort d)
    {
        var (x, y) = (Make(a, b), Make(c, d));
        var (left, right) = ((BigInteger)a * (d + 1), (BigInteger)c * (b + 1));
        var denominator = (BigInteger)(b + 1) * (d + 1);

        Same(left + right, denominator, x + y);
        Same(left - right, denominator, x - y);
        Same((BigInteger)a * c, denominator, x * y);
    }

    [Property]
    public void Dividing_undoes_multiplying(short a, byte b, short c, byte d)
    {
        if (c == 0) return;
        Assert.Equal(Make(a, b), Make(a, b) * Make(c, d) / Make(c, d));
    }

    [Property]
    public void The_order_is_that_of_the_numbers(int a, ushort b, int c, ushort d)
    {
        var (x, y) = (Make(a, b), Make(c, d));
        var expected = ((BigInteger)a * (d + 1)).CompareTo((BigInteger)c * (b + 1));

        Assert.Equal(expected, x.CompareTo(y));
        Assert.Equal(expected < 0, x < y);
        Assert.Equal(expected > 0, x > y);
        Assert.Equal(expected <= 0, x <= y);
        Assert.Equal(expected >= 0, x >= y);
        Assert.Equal(expected == 0, x == y);
    }

    [Property]
    public void Parsing_reads_what_was_written(long numerator, ushort denominator) =>
        Assert.Equal(new Rational(numerator, denominator + 1), Rational.Parse(new Rational(numerator, denominator + 1).ToString()));

    [Property]
    public void A_decimal_comes_back_as_the_same_decimal(int tenThousandths)
    {
        var value = tenThousandths / 10_000m;
        Assert.Equal(value, Rational.From(value).ToDecimal());
    }

    [Theory]
    [InlineData(26, 8, "13/4")]
    [InlineData(-26, 8, "-13/4")]
    [InlineData(24, 2, "12")]
    [InlineData(0, 7, "0")]
    public void Numbers_are_kept_in_lowest_terms(long numerator, long denominator, string written) =>
        Assert.Equal(written, new Rational(numerator, denominator).ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_denominator_is_positive(long denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rational(1, denominator));

    [Fact]
    public void Dividing_by_zero_is_refused() =>
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 2) / 0);

    [Fact]
    public void What_does_not_fit_is_refused_and_never_wrong()
    {
        Rational huge = long.MaxValue;
        Assert.Throws<OverflowException>(() => huge + 1);
        Assert.Throws<OverflowException>(() => huge * 2);
        Assert.Throws<OverflowException>(() => Rational.From(decimal.MaxValue));
        Assert.True(huge > new Rational(long.MaxValue, 2));
    }

    private static Rational Make(long numerator, int denominator) => new(numerator, denominator + 1);

    private static void Same(BigInteger numerator, BigInteger denominator, Rational actual) =>
        Assert.Equal(numerator * actual.Denominator, denominator * actual.Numerator);
}
