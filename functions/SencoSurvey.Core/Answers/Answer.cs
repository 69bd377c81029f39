using System.Globalization;

namespace SencoSurvey.Core.Answers;

/// <summary>One question's answer, checked against its question.</summary>
public abstract record Answer
{
    /// <summary>As it stands in a cell of a CSV file, from which its question reads it back.</summary>
    public abstract string ToCell();
}

public sealed record NumberAnswer(Rational Value) : Answer
{
    public override string ToCell() => Value.ToDecimal().ToString(CultureInfo.InvariantCulture);
}

/// <summary>The chosen option, or several where the question allows it, in the questionnaire's order.</summary>
public sealed record ChoiceAnswer(IReadOnlyList<string> Options, bool Several) : Answer
{
    public bool Equals(ChoiceAnswer? other) => other is not null && Several == other.Several && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => Options.Aggregate(0, HashCode.Combine);

    public override string ToCell() => string.Join(';', Options);
}

public sealed record TextAnswer(string Text) : Answer
{
    public override string ToCell() => Text;
}
