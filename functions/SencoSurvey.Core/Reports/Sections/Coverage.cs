using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>How many of those who might have answered did, and who is missing.</summary>
/// <param name="Sentence">In a sentence or two.</param>
/// <param name="Rate">Per cent of the invited; null where it is not known.</param>
/// <param name="Reading">How like the schools that there are those are which answered; null where it is not known.</param>
/// <param name="Doubtful">Whether that is a warning.</param>
public sealed record Coverage(string Sentence, double? Rate, string? Reading, bool Doubtful, IReadOnlyList<CoveredGroups> Groups)
{
    internal static Coverage Of(Publication publication) => new(
        Say(publication),
        publication.Base.ResponseRate,
        publication.Representation?.Reading,
        publication.Representation?.Doubtful ?? false,
        [
            .. from questions in (publication.Representation?.Groups ?? []).GroupBy(covered => covered.Question)
               select new CoveredGroups(publication.Breakdowns?.GetValueOrDefault(questions.Key)?.Label ?? questions.Key, [.. questions.Where(covered => covered.Schools > 0 || covered.Responses > 0)]),
        ]);

    private static string Say(Publication publication) => publication.Base is { Invited: > 0 and var invited, Responses: var responses }
        ? $"{ResponseRateWords.Say(responses, invited, areInvited: true)} That leaves {ReportFormat.Count(Math.Max(0, invited - responses))} which are not in these figures."
        : ResponseRateWords.Say(publication.Base.Responses, publication.Representation?.Schools, areInvited: false);
}

/// <summary>The groups of one breakdown.</summary>
public sealed record CoveredGroups(string Label, IReadOnlyList<RepresentedGroup> Groups);
