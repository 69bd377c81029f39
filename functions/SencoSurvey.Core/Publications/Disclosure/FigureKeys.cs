namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>A figure's name within a publication.</summary>
internal static class FigureKeys
{
    public static string Number(string id) => $"number:{id}";

    public static string Bands(string id) => $"bands:{id}";

    public static string Choice(string id) => $"choice:{id}";

    public static string Indicator(string id) => $"indicator:{id}";

    public static string Association(int index) => $"association:{index}";

    public static string Relationship(int index) => $"relationship:{index}";

    /// <summary>How many a group of a breakdown has.</summary>
    public static string Group(string by, string group) => $"{by}={group}";

    /// <summary>A figure of a group of a breakdown.</summary>
    /// <param name="figure">The key of the same figure of the whole.</param>
    public static string InGroup(string by, string group, string figure) => $"{Group(by, group)}:{figure}";

    /// <summary>How many a crossed table has in each cell: for example <c>phase,schoolPupils[primary+secondary/upTo400]</c>.</summary>
    public static string Crossing(CrossGrid grid) => grid.Key;

    /// <summary>An indicator in each cell of a crossed table.</summary>
    /// <param name="figure">The key of the indicator of the whole.</param>
    public static string InCrossing(CrossGrid grid, string figure) => $"{grid.Key}:{figure}";
}
