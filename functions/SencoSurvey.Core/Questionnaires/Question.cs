using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>One question of a questionnaire document, and the rule for its answer.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(NumberQuestion), "number")]
[JsonDerivedType(typeof(ChoiceQuestion), "choice")]
[JsonDerivedType(typeof(TextQuestion), "text")]
[JsonDerivedType(typeof(LocalAuthorityQuestion), "localAuthority")]
public abstract record Question
{
    /// <summary>camelCase; the field's name in the API and the column's in files.</summary>
    public required string Id { get; init; }

    /// <summary>The question as it is asked.</summary>
    public required string Label { get; init; }

    /// <summary>What tables and charts call it, for example <c>Hours a week for the role</c>; the label where there is none.</summary>
    public string? Short { get; init; }

    public string? Hint { get; init; }

    /// <summary>What to enter, said to someone who entered something else, for example <c>Enter the hours a week you are given, like 12 or 12.5</c>.</summary>
    public string? Prompt { get; init; }

    /// <summary>The survey begins a new page with this question; the text is that page's title where it holds several.</summary>
    public string? StartsPage { get; init; }

    public bool Required { get; init; }

    /// <summary>
    /// Whether it is published of every school by name, so that its answer can tell of which school a response is: the kind and the pupils of each
    /// (https://get-information-schools.service.gov.uk), and how many of these have SEND (the files by school of https://explore-education-statistics.service.gov.uk/find-statistics/special-educational-needs-in-england).
    /// </summary>
    public bool KnownOfSchools { get; init; }

    /// <summary>Asked only where an earlier answer meets this.</summary>
    public Condition? AppliesWhen { get; init; }

    /// <summary>The short name, or else the question itself.</summary>
    [JsonIgnore]
    public string Name => Short ?? Label;

    /// <summary>Reads an answer from the API.</summary>
    /// <param name="error">What an answer must be, in plain words.</param>
    public abstract bool TryRead(JsonElement json, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error);

    /// <summary>Reads an answer from a cell of a CSV file; the cell is not empty.</summary>
    public abstract bool TryRead(string cell, [NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out string? error);

    protected static bool Accept(Answer read, out Answer answer, out string? error)
    {
        (answer, error) = (read, null);
        return true;
    }

    protected static bool Refuse(string reason, out Answer? answer, out string error)
    {
        (answer, error) = (null, reason);
        return false;
    }
}
