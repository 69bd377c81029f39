using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Questionnaires;

public sealed record Option(string Id, string Label);

public sealed record ChoiceQuestion : Question
{
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>Whether more than one option may be chosen.</summary>
    public bool Several { get; init; }

    private string Rule => $"Must be {(Several ? "a list of one or more of" : "one of")}: {string.Join(", ", Options.Select(option => option.Id))}.";

    public override bool TryRead(JsonElement json, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error)
    {
        IEnumerable<JsonElement> items = Several && json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [json];
        var texts = items.Select(item => item.TryGetText(out var text) ? text : null).ToList();
        return Several == (json.ValueKind == JsonValueKind.Array) ? TryChoose(texts, out answer, out error) : Refuse(Rule, out answer, out error);
    }

    /// <summary>Several options in one cell are separated by semicolons.</summary>
    public override bool TryRead(string cell, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        TryChoose(Several ? cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [cell.Trim()], out answer, out error);

    private bool TryChoose(IReadOnlyCollection<string?> chosen, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error)
    {
        var known = Options.Select(option => option.Id).Where(chosen.Contains).ToList();
        return known.Count > 0 && known.Count == chosen.Count
            ? Accept(new ChoiceAnswer(known, Several), out answer, out error)
            : Refuse(Rule, out answer, out error);
    }
}
