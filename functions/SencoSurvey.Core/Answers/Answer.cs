namespace SencoSurvey.Core.Answers;

/// <summary>One question's answer, checked against its question.</summary>
public abstract record Answer;

public sealed record NumberAnswer(Rational Value) : Answer;

/// <summary>The chosen option, or several where the question allows it, in the questionnaire's order.</summary>
public sealed record ChoiceAnswer(IReadOnlyList<string> Options, bool Several) : Answer
{
    public bool Equals(ChoiceAnswer? other) => other is not null && Several == other.Several && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => Options.Aggregate(0, HashCode.Combine);
}

public sealed record TextAnswer(string Text) : Answer;
