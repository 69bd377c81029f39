using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Tallies;

/// <summary>Two numbers of one response, ordered by the first.</summary>
public readonly record struct NumberPair(Rational X, Rational Y) : IComparable<NumberPair>
{
    public int CompareTo(NumberPair other) => X.CompareTo(other.X) is var byX and not 0 ? byX : Y.CompareTo(other.Y);

    /// <summary>Reads what <see cref="ToString"/> writes, in UTF-8.</summary>
    public static NumberPair Parse(ReadOnlySpan<byte> text)
    {
        var between = text.IndexOf((byte)';');
        return new NumberPair(Rational.Parse(text[..between]), Rational.Parse(text[(between + 1)..]));
    }

    public static bool operator <(NumberPair a, NumberPair b) => a.CompareTo(b) < 0;

    public static bool operator >(NumberPair a, NumberPair b) => a.CompareTo(b) > 0;

    public static bool operator <=(NumberPair a, NumberPair b) => a.CompareTo(b) <= 0;

    public static bool operator >=(NumberPair a, NumberPair b) => a.CompareTo(b) >= 0;

    /// <summary><c>7;13/4</c>.</summary>
    public override string ToString() => $"{X};{Y}";
}
