using System.Globalization;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>A line of the codebook: an option of a question, or a question, or a derived number, or a group by which responses are sorted. What does not apply is null.</summary>
/// <param name="Question">The question's or derived number's id: what files and the API call it.</param>
/// <param name="Type"><c>localAuthority</c>, <c>choice</c>, <c>choices</c> (several may be chosen), <c>number</c>, <c>text</c>, <c>derived</c>, or <c>group</c> (a band of a number, or a set of options).</param>
/// <param name="Option">The option's id, or the group's.</param>
/// <param name="Unit">Of a number.</param>
/// <param name="Minimum">In the unit.</param>
/// <param name="Maximum">In the unit; of text, in characters.</param>
/// <param name="Step">Answers are multiples of it.</param>
/// <param name="Asked">When it is asked, or how it is worked out, in words.</param>
/// <param name="Indicators">The indicators that rest on it, each with its wording, a line each.</param>
public sealed record CodebookRow(
    string Question,
    string Type,
    string Label,
    string? Hint,
    string? Unit,
    decimal? Minimum,
    decimal? Maximum,
    decimal? Step,
    string? Option,
    string? OptionLabel,
    string Asked,
    string Indicators)
{
    /// <summary>Names of the columns, in order.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["question", "type", "label", "hint", "unit", "minimum", "maximum", "step", "option", "option_label", "asked", "indicators"];

    /// <summary>In the order of <see cref="Columns"/>, as cells; what does not apply is empty.</summary>
    public IEnumerable<string> Fields =>
        [Text(Question), Text(Type), Text(Label), Text(Hint), Text(Unit), Text(Minimum), Text(Maximum), Text(Step), Text(Option), Text(OptionLabel), Text(Asked), Text(Indicators)];

    private static string Text(string? text) => CellText.Of(text ?? "");

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
