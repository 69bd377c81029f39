using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>Which authority the school is in: decides the scopes that a response counts for.</summary>
public sealed record LocalAuthorityQuestion : Question
{
    private const string Rule = "Must be the 3-digit code of a local authority in England, as text, like \"813\".";

    public override bool TryRead(JsonElement json, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        json.TryGetText(out var text) ? TryRead(text, out answer, out error) : Refuse(Rule, out answer, out error);

    public override bool TryRead(string cell, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error) =>
        LocalAuthorities.TryGet(cell.Trim(), out var authority)
            ? Accept(new ChoiceAnswer([authority.Code], Several: false), out answer, out error)
            : Refuse(Rule, out answer, out error);
}
