using System.Buffers.Text;
using System.Globalization;

namespace SencoSurvey.Core.Answers;

/// <summary>An exact number in lowest terms: what was typed (13/4 hours) or a ratio of two such. Tallies count these, so merging never rounds.</summary>
public readonly record struct Rational : IComparable<Rational>
{
    public Rational(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = denominator == 1 ? 1 : GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public long Numerator { get; }

    public long Denominator { get; }

    public static implicit operator Rational(long whole) => new(whole, 1);

    /// <summary>Exact for every decimal with up to nine decimal places and nine digits before them.</summary>
    /// <exception cref="OverflowException">The number has more digits.</exception>
    public static Rational From(decimal value)
    {
        var denominator = 1L;
        while (value != decimal.Truncate(value))
        {
            value = checked(value * 10);
            denominator = checked(denominator * 10);
        }

        return new Rational(checked((long)value), denominator);
    }

    public static Rational operator +(Rational a, Rational b) =>
        new(checked((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator)), checked(a.Denominator * b.Denominator));

    public static Rational operator -(Rational a, Rational b) => a + new Rational(-b.Numerator, b.Denominator);

    public static Rational operator *(Rational a, Rational b) =>
        new(checked(a.Numerator * b.Numerator), checked(a.Denominator * b.Denominator));

    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Rational operator /(Rational a, Rational b) => b.Numerator switch
    {
        0 => throw new DivideByZeroException(),
        < 0 => a * new Rational(-b.Denominator, -b.Numerator),
        _ => a * new Rational(b.Denominator, b.Numerator),
    };

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public int CompareTo(Rational other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public double ToDouble() => (double)Numerator / Denominator;

    /// <summary>The number as people write it: <c>12.5</c>.</summary>
    public decimal ToDecimal() => (decimal)Numerator / Denominator;

    /// <summary><c>13/4</c>, or <c>12</c> for a whole number.</summary>
    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Rational Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new Rational(long.Parse(text, CultureInfo.InvariantCulture), 1)
            : new Rational(long.Parse(text.AsSpan(0, slash), provider: CultureInfo.InvariantCulture), long.Parse(text.AsSpan(slash + 1), provider: CultureInfo.InvariantCulture));
    }

    /// <summary>The same of UTF-8.</summary>
    /// <exception cref="FormatException">The text is not of that kind.</exception>
    public static Rational Parse(ReadOnlySpan<byte> text)
    {
        var slash = text.IndexOf((byte)'/');
        return slash < 0 ? new Rational(Whole(text), 1) : new Rational(Whole(text[..slash]), Whole(text[(slash + 1)..]));

        static long Whole(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out long whole, out var read) && read == digits.Length ? whole : throw new FormatException("No whole number.");
    }

    /// <summary>Euclid's algorithm.</summary>
    private static long GreatestCommonDivisor(long numerator, long denominator)
    {
        while (numerator != 0) (numerator, denominator) = (denominator % numerator, numerator);
        return Math.Abs(denominator);
    }
}
