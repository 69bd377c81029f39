using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Questionnaires;

public sealed record NumberQuestion : Question
{
    /// <summary>The longest honest number is far shorter.</summary>
    private const int MostDigits = 16;

    public required decimal Minimum { get; init; }

    public required decimal Maximum { get; init; }

    /// <summary>Answers are multiples of this: 0.25 for quarter hours, 1 for pupils.</summary>
    public required decimal Step { get; init; }

    /// <summary>For example <c>hours a week</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the smallest and largest value may be shown though few share them; they identify people, so normally not.</summary>
    public bool ShowExtremes { get; init; }

    private string Rule => string.Create(
        CultureInfo.InvariantCulture,
        $"Must be a number from {Minimum} to {Maximum}{(Step == 1 ? ", without decimals" : $", in steps of {Step}")}.");

    public override bool TryRead(JsonElement json, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        json.ValueKind == JsonValueKind.Number ? TryReadNumber(json.GetRawText(), out answer, out error) : Refuse(Rule, out answer, out error);

    public override bool TryRead(string cell, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        TryReadNumber(cell.Trim(), out answer, out error);

    private bool TryReadNumber(string text, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        DecimalText.TryRead(text, MostDigits, out var number)
        && number >= Minimum && number <= Maximum && number % Step == 0
            ? Accept(new NumberAnswer(Rational.From(number)), out answer, out error)
            : Refuse(Rule, out answer, out error);
}
