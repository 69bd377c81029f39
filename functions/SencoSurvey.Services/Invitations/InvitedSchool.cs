using System.Globalization;
using SencoSurvey.Core.Populations;

namespace SencoSurvey.Services.Invitations;

/// <summary>What counts of an invited school.</summary>
/// <param name="Answered">Whether something was stored under its code; also when that was withdrawn again.</param>
public sealed record InvitedSchool(SchoolGroup Group, bool Answered)
{
    /// <summary>From an invitation's cells, which were checked when the school was invited.</summary>
    public static InvitedSchool Of(string authority, string? phase, string? pupils, bool answered)
    {
        int? number = int.TryParse(pupils, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        var kind = phase is not null && SchoolPhases.All.Contains(phase) ? phase : SchoolPhases.Unknown;
        return new InvitedSchool(new SchoolGroup(authority, kind, SchoolSizes.Of(number).Id), answered);
    }
}
