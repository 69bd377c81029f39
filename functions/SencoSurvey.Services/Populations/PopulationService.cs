using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Invitations;

namespace SencoSurvey.Services.Populations;

/// <summary>Says how many schools might answer in a round.</summary>
public sealed class PopulationService(InvitationStore invitations, InvitedCountStore invited, RegisterStore registers)
{
    /// <summary>
    /// The schools that were invited, or in an open round those of its school register, by authority, kind and size. One read; in a round by invitation the first time after
    /// somebody was invited, and once an hour, as many as <see cref="InvitationStore.SchoolsAsync"/> takes.
    /// </summary>
    /// <returns>Null when nobody was invited, or there is no register.</returns>
    /// <exception cref="InvalidDataException">The register was counted by other bands or kinds: it has to be brought again.</exception>
    public async Task<SchoolCounts?> FindAsync(Round round, CancellationToken cancel)
    {
        if (round.Definition.Access == Access.Open) return await registers.FindAsync(round.Id, cancel);
        var known = await invited.FindAsync(round.Id, cancel);
        if (known.Counts is not { } counts)
        {
            counts = new SchoolCounts();
            await foreach (var school in invitations.SchoolsAsync(round.Id, cancel)) counts.Add(school.Group);
            await invited.KeepAsync(round.Id, counts, known, cancel);
        }

        return counts.Schools > 0 ? counts : null;
    }

    /// <returns>The schools that were invited; null in an open round, to which nobody is, and where nobody was.</returns>
    public async Task<SchoolCounts?> FindInvitedAsync(Round round, CancellationToken cancel) => round.Definition.Access == Access.Invited ? await FindAsync(round, cancel) : null;
}
