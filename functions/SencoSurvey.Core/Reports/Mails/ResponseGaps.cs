using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>Who is missing among those who might have answered: counts of schools, and no school.</summary>
/// <param name="Reading">How many answered, of how many.</param>
/// <param name="Lowest">Which kind of school answered least, of those that can be told; null where fewer than two can.</param>
/// <param name="Kinds">Those of which something is shown, the largest first, and then all others in one; empty where nothing is shown of any.</param>
/// <param name="HiddenNote">Why some kinds show no responses, or none does; null where all do.</param>
public sealed record ResponseGaps(string Reading, string? Lowest, IReadOnlyList<ResponseGap> Kinds, string? HiddenNote)
{
    /// <param name="publication">It alone says how many responses there are of a kind, and only where it shows them, on at least its minimum base.</param>
    /// <param name="schools">Of its scope; null where they are not known.</param>
    /// <param name="areInvited">Whether they were invited, rather than counted in the school register.</param>
    /// <returns>Null where neither schools nor kinds are known: nothing can be said of who is missing.</returns>
    public static ResponseGaps? Of(Publication publication, SchoolCounts? schools, bool areInvited)
    {
        var known = schools is { Schools: > 0 } ? schools : null;
        var kinds = KindsOf(publication, known).OrderByDescending(kind => kind.Schools ?? kind.Responses).ToList();
        var (shown, hidden) = (kinds.Where(kind => kind.Responses is not null).ToList(), kinds.Where(kind => kind.Responses is null).ToList());
        if (known is null && kinds.Count == 0) return null;
        var told = kinds.Where(kind => kind.Rate is not null).ToList();
        return new ResponseGaps(
            ResponseRateWords.Say(publication.Base.Responses, known?.Schools, areInvited),
            told.Count > 1 && told.MinBy(kind => kind.Rate) is { } lowest ? $"The lowest share shown: {lowest.Label}, {ReportFormat.Percent(lowest.Rate!.Value)}." : null,
            shown.Count == 0 ? [] : [.. shown, .. Together(hidden)],
            (shown.Count, hidden.Count) switch
            {
                (_, 0) => null,
                (0, _) => "How many answered of each kind of school is hidden, so that nobody can be recognised.",
                _ => "A dash: hidden, so that nobody can be recognised.",
            });
    }

    /// <remarks>One alone keeps its name, which takes no more space.</remarks>
    private static List<ResponseGap> Together(List<ResponseGap> hidden) =>
        hidden.Count > 1 ? [ResponseGap.Of("Others", hidden.Sum(kind => kind.Schools), null)] : hidden;

    /// <remarks>While the round is open there are no groups; then what SENCOs answered to the question itself tells. A kind that nobody answered of is not told from one that a few did.</remarks>
    private static IEnumerable<ResponseGap> KindsOf(Publication publication, SchoolCounts? schools)
    {
        var answered = publication.Breakdowns?.GetValueOrDefault(SchoolPhases.QuestionId)?.Groups.Select(group => (group.Id, group.Label, group.Responses))
            ?? publication.Choices.GetValueOrDefault(SchoolPhases.QuestionId)?.Options.Select(option => (option.Id, option.Label, Responses: option.Count));
        if (answered is null) return [];
        var byPhase = schools?.ByPhase();
        var unsaid = byPhase?[SchoolPhases.Unknown] ?? 0;
        return answered
            .Select(kind => ResponseGap.Of(kind.Label, byPhase?[kind.Id], kind.Responses >= publication.Base.MinimumBase ? kind.Responses : null))
            .Concat(unsaid > 0 ? [ResponseGap.Of("Kind not known", unsaid, null)] : [])
            .Where(kind => kind.Schools > 0 || kind.Responses is not null);
    }
}

/// <summary>One kind of school.</summary>
/// <param name="Schools">Null where they are not known.</param>
/// <param name="Responses">Null where they are not shown.</param>
/// <param name="Rate">Per cent; null where either is not known.</param>
public sealed record ResponseGap(string Label, long? Schools, long? Responses, double? Rate)
{
    internal static ResponseGap Of(string label, long? schools, long? responses) => new(label, schools, responses, schools > 0 ? 100.0 * responses / schools : null);
}
