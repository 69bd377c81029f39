using Microsoft.AspNetCore.Components;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Web.Survey.Fields;

/// <summary>What all kinds of fields have.</summary>
/// <typeparam name="T">The kind of question.</typeparam>
public abstract class FieldBase<T> : ComponentBase
    where T : Question
{
    [Parameter, EditorRequired]
    public required T Question { get; set; }

    /// <summary>What stands in the field: an answer, or what was typed and is wrong.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Typed { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public bool IsTitle { get; set; }

    protected string Id => Question.Id;

    protected string Value => Typed is [.., var last] ? last : "";

    protected string GroupClass => Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    /// <summary>The elements that say more about the field; null where there are none.</summary>
    protected string? DescribedBy(params string[] more)
    {
        string[] ids = [.. more, .. Question.Hint is null ? Array.Empty<string>() : [$"{Id}-hint"], .. Error is null ? Array.Empty<string>() : [$"{Id}-error"]];
        return ids.Length == 0 ? null : string.Join(' ', ids);
    }
}
