namespace SencoSurvey.Core.Populations;

/// <summary>The kinds of school that are told apart: the options of the annual questionnaire's question <c>phase</c>.</summary>
public static class SchoolPhases
{
    /// <summary>The question whose answer says the kind.</summary>
    public const string QuestionId = "phase";

    public const string Primary = "primary";
    public const string Secondary = "secondary";
    public const string AllThrough = "allThrough";
    public const string Special = "special";
    public const string AlternativeProvision = "alternativeProvision";
    public const string Nursery = "nursery";
    public const string Post16 = "post16";
    public const string Independent = "independent";

    /// <summary>Of a school whose invitation does not say, or a response that does not. No school of the register has it.</summary>
    public const string Unknown = "unknown";

    /// <summary>In the questionnaire's order; <see cref="Unknown"/> is last.</summary>
    public static IReadOnlyList<string> All { get; } = [Primary, Secondary, AllThrough, Special, AlternativeProvision, Nursery, Post16, Independent, Unknown];
}
