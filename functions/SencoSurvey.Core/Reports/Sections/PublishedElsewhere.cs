using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>What others have published beside one of the indicators.</summary>
/// <param name="Here">This scope's own percentage; null where it is hidden, or nobody answered.</param>
/// <param name="NobodyAnswered">Whether that is why there is none.</param>
/// <param name="Wording">How it was asked here.</param>
public sealed record PublishedElsewhere(string Id, string Label, ReportShare? Here, bool NobodyAnswered, string Wording, IReadOnlyList<PublishedFigure> Figures)
{
    internal static IEnumerable<PublishedElsewhere> Of(Publication publication) =>
        from pair in publication.Indicators
        where pair.Value.Benchmarks.Count > 0
        select new PublishedElsewhere(pair.Key, pair.Value.Label, ComparedFigure.Of(pair.Value).Share, pair.Value.Status == Symbols.NotApplicable, pair.Value.Wording, pair.Value.Benchmarks);
}
