using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Populations;

/// <summary>How many answered, of how many that might have.</summary>
/// <param name="Invited">Schools; null where that is not known.</param>
/// <param name="Responded">Schools in a round by invitation, else responses.</param>
/// <param name="Rate">
/// Per cent, unrounded; null without anyone to divide by. Above 100 when more answered than there are: in an open round nobody keeps two people of one school from answering.
/// </param>
/// <param name="ByPhase">By kind of school, in the order of <see cref="SchoolPhases.All"/>; empty when the round does not ask for the kind.</param>
public sealed record ResponseRate(long? Invited, long Responded, double? Rate, IReadOnlyList<PhaseResponseRate> ByPhase)
{
    /// <param name="invited">By phase, or null where it is not known.</param>
    /// <param name="responded">By phase.</param>
    /// <param name="byPhase">Whether phases can be told apart.</param>
    public static ResponseRate Of(Counter<string>? invited, Counter<string> responded, bool byPhase)
    {
        var phases = SchoolPhases.All.Where(phase => byPhase && (phase != SchoolPhases.Unknown || invited?[phase] > 0 || responded[phase] > 0));
        return new ResponseRate(
            invited?.Total,
            responded.Total,
            Percent(responded.Total, invited?.Total),
            [.. phases.Select(phase => new PhaseResponseRate(phase, invited?[phase], responded[phase], Percent(responded[phase], invited?[phase])))]);
    }

    private static double? Percent(long responded, long? invited) => invited > 0 ? 100.0 * responded / invited : null;
}

/// <summary>The same of one kind of school.</summary>
/// <param name="Phase">One of <see cref="SchoolPhases.All"/>; the unknown is there only if somebody belongs to it.</param>
public sealed record PhaseResponseRate(string Phase, long? Invited, long Responded, double? Rate);
