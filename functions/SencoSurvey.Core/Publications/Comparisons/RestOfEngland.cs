using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>Sets an authority or a region beside the rest of England.</summary>
public static class RestOfEngland
{
    /// <param name="publication">After disclosure control; of England itself it stays as it is.</param>
    /// <param name="england">
    /// England's, made of the same answers, and published too: two that were made at different moments would differ in the few that came between as well, and one that is not published
    /// would be given away.
    /// </param>
    /// <exception cref="ArgumentException">The second is not England's, or is of another round.</exception>
    public static Publication With(Publication publication, Publication england)
    {
        if (england.Scope != Scope.England.Id || england.Round != publication.Round) throw new ArgumentException($"{england.Scope} of {england.Round} is not England in {publication.Round}.", nameof(england));
        if (publication.Scope == Scope.England.Id) return publication;
        return publication with
        {
            Indicators = publication.Indicators.ToDictionary(
                pair => pair.Key,
                pair => pair.Value with { Others = Others.Of(pair.Value, england.Indicators.GetValueOrDefault(pair.Key), publication.Base.MinimumBase, "the rest of England", "in", "the rest of England") }),
        };
    }
}
