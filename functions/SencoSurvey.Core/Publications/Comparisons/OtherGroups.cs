namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>Sets each group of each breakdown beside all others of its scope.</summary>
internal static class OtherGroups
{
    /// <param name="publication">After disclosure control.</param>
    public static Publication Apply(Publication publication) => publication with
    {
        Breakdowns = publication.Breakdowns?.ToDictionary(pair => pair.Key, pair => pair.Value with { Groups = [.. pair.Value.Groups.Select(group => Apply(group, publication))] }),
    };

    private static GroupFigures Apply(GroupFigures group, Publication whole) => group with
    {
        Indicators = group.Indicators.ToDictionary(
            pair => pair.Key,
            pair => pair.Value with { Others = Others.Of(pair.Value, whole.Indicators.GetValueOrDefault(pair.Key), whole.Base.MinimumBase, $"all others in {whole.ScopeName}", "among", "the others") }),
    };
}
