namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>A figure's name within a publication.</summary>
public static class FigureKeys
{
    public static string Number(string id) => $"number:{id}";

    /// <summary>The mean, total and deviation of a number.</summary>
    public static string Moments(string id) => $"moments:{id}";

    /// <summary>The standard deviation of a number.</summary>
    public static string Spread(string id) => $"spread:{id}";

    public static string Bands(string id) => $"bands:{id}";

    public static string Choice(string id) => $"choice:{id}";

    public static string Indicator(string id) => $"indicator:{id}";

    public static string Association(int index) => $"association:{index}";

    public static string Relationship(int index) => $"relationship:{index}";

    /// <summary>The change among those schools that answered in the round before too.</summary>
    public static string Paired(string indicator) => $"paired:{indicator}";

    /// <summary>How many a group of a breakdown has.</summary>
    public static string Group(string by, string group) => $"{by}={group}";

    /// <summary>A figure of a group of a breakdown.</summary>
    /// <param name="figure">The key of the same figure of the whole.</param>
    public static string InGroup(string by, string group, string figure) => $"{Group(by, group)}:{figure}";

    /// <summary>How many a crossed table has in each cell: for example <c>phase,schoolPupils[primary+secondary/upTo400]</c>.</summary>
    internal static string Crossing(CrossGrid grid) => grid.Key;

    /// <summary>Whether it is the key of a crossed table.</summary>
    public static bool IsCrossing(string key) => key.EndsWith(']');

    /// <summary>An indicator in each cell of a crossed table.</summary>
    /// <param name="figure">The key of the indicator of the whole.</param>
    internal static string InCrossing(CrossGrid grid, string figure) => $"{grid.Key}:{figure}";
}
