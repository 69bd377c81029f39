using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>Free text: kept with the response, in no tally and no statistic.</summary>
public sealed record TextQuestion : Question
{
    /// <summary>In Unicode characters, so that an emoji counts as one.</summary>
    public required int MaximumLength { get; init; }

    private string Rule => string.Create(CultureInfo.InvariantCulture, $"Must be text of at most {MaximumLength:N0} characters.");

    public override bool TryRead(JsonElement json, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        json.TryGetText(out var text) ? TryRead(text, out answer, out error) : Refuse(Rule, out answer, out error);

    public override bool TryRead(string cell, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        cell.EnumerateRunes().Count() <= MaximumLength ? Accept(new TextAnswer(cell), out answer, out error) : Refuse(Rule, out answer, out error);
}
