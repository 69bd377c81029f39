using System.Text.Json.Serialization;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>A test of one answer: against options (<see cref="AnyOf"/>), or of a number, or of the difference of two, against a bound.</summary>
public sealed record Condition
{
    public required string Question { get; init; }

    /// <summary>Subtracted before the bound is applied.</summary>
    public string? Minus { get; init; }

    public IReadOnlyList<string>? AnyOf { get; init; }

    public decimal? Above { get; init; }

    public decimal? AtLeast { get; init; }

    public decimal? Below { get; init; }

    /// <summary>The questions and derived numbers that it looks at.</summary>
    [JsonIgnore]
    public IEnumerable<string> Ids => Minus is null ? [Question] : [Question, Minus];

    /// <summary>Whether the answers meet the condition; null when a question it needs was not answered.</summary>
    public bool? Holds(AnswerSet answers) => AnyOf is not null
        ? answers.Choice(Question)?.Options.Any(AnyOf.Contains)
        : Number(answers) is { } number ? Holds(number) : null;

    /// <summary>Whether the number is within the bounds.</summary>
    public bool Holds(Rational number) =>
        (Above is not { } above || number > Rational.From(above))
        && (AtLeast is not { } least || number >= Rational.From(least))
        && (Below is not { } below || number < Rational.From(below));

    private Rational? Number(AnswerSet answers) => Minus is null
        ? answers.Number(Question)
        : answers.Number(Question) - answers.Number(Minus);
}
