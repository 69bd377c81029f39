using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>Options that run from one pole to another. A question is known to have such a scale by the ids of its options, whatever questionnaire it is in.</summary>
/// <param name="Left">The options of the left side, from the pole inwards.</param>
/// <param name="Centre">The option that takes no side; null where all do.</param>
/// <param name="Right">The options of the right side, from the middle outwards.</param>
/// <param name="LeftName">What the left side together is called, and <paramref name="RightName"/> the right one.</param>
public sealed record AnswerScale(string Id, string Title, string Sentence, IReadOnlyList<string> Left, string? Centre, IReadOnlyList<string> Right, string LeftName, string RightName)
{
    public static readonly AnswerScale Agreement = new(
        "agreement",
        "Agree or disagree",
        "Each bar is all who answered a question. What lies left of the middle line disagrees, what lies right of it agrees.",
        ["stronglyDisagree", "disagree"],
        "neither",
        ["agree", "stronglyAgree"],
        "disagree",
        "agree");

    /// <summary>"Sometimes" is no middle: the line stands where what is often begins, as in the figure of those who are often or always taken away.</summary>
    public static readonly AnswerScale Frequency = new(
        "frequency",
        "How often",
        "The bar is all who answered. What lies right of the line says often or always.",
        ["never", "rarely", "sometimes"],
        null,
        ["often", "always"],
        "sometimes or less",
        "often or always");

    public static readonly IReadOnlyList<AnswerScale> All = [Agreement, Frequency];

    /// <summary>From left to right.</summary>
    public IReadOnlyList<string> Options { get; } = [.. Left, .. Centre is null ? [] : new[] { Centre }, .. Right];

    internal bool IsOf(ChoiceFigure figure) => figure.Options.Count == Options.Count && figure.Options.All(option => Options.Contains(option.Id));
}
