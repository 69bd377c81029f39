using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>Who means to leave, when and why. What was not asked is null; a hidden question is there, and says why it is hidden.</summary>
/// <param name="When">Of those alone who leave the role, as is <paramref name="Reason"/>.</param>
/// <param name="Among">Who those are, and how many.</param>
public sealed record Leaving(ReportChoice? Role, ReportChoice? Profession, ReportChoice? When, ReportChoice? Reason, string? Among)
{
    /// <summary>The ids of the questions about it.</summary>
    public static readonly IReadOnlyList<string> Questions = ["inRoleInFiveYears", "leaveProfession", "leaveRoleWithin", "mainReasonForLeaving"];

    /// <summary>Those that were asked.</summary>
    internal IReadOnlyList<ReportChoice> Asked => [.. new[] { Role, Profession, When, Reason }.OfType<ReportChoice>()];

    /// <returns>Null where none of it was asked.</returns>
    internal static Leaving? Of(Publication publication)
    {
        var (role, profession, when, reason) = (Find(Questions[0]), Find(Questions[1]), Find(Questions[2]), Find(Questions[3]));
        if ((role ?? profession ?? when ?? reason) is null) return null;
        var leaving = role is { Hidden: false } ? publication.Choices[Questions[0]].Options.FirstOrDefault(option => option.Id == "no")?.Count : null;
        return new(role, profession, when, reason, leaving is { } count ? $"Asked of the {ReportFormat.Count(count)} who do not expect to be a SENCO in five years’ time." : "Asked of those who do not expect to be a SENCO in five years’ time.");

        ReportChoice? Find(string id) => publication.Choices.GetValueOrDefault(id) is { Source: null } figure ? ReportChoice.Of(id, figure) : null;
    }
}
