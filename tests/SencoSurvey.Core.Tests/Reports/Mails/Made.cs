using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Reports.Mails;

/// <summary>Synthetic publications with nothing but what a test looks at.</summary>
internal static class Made
{
    public const int MinimumBase = 10;

    /// <summary>Of North Lincolnshire, its tally named after the number of responses.</summary>
    public static Publication Publication(long responses, params (string Id, IndicatorFigure Figure)[] indicators) => new(
        "2026",
        "la/813",
        "North Lincolnshire",
        "Synthetic round",
        new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero),
        Live: false,
        Final: false,
        new Build(responses, $"sha256:{responses}", "1.0.0"),
        new Base(responses, 1, null, null, MinimumBase),
        new Dictionary<string, NumberFigure>(),
        new Dictionary<string, ChoiceFigure>(),
        indicators.ToDictionary(pair => pair.Id, pair => pair.Figure),
        [],
        new Dictionary<string, Breakdown>());

    /// <summary>Shown, with made-up bounds ten points away.</summary>
    public static IndicatorFigure Share(long count, long total, string label = "Little time", string wording = "Asked so.") =>
        new(label, wording, count, total, 0, 100.0 * count / total, Math.Max(0, (100.0 * count / total) - 10), Math.Min(100, (100.0 * count / total) + 10), null, null, []);

    public static IndicatorFigure Hidden(string label = "Hidden") => new(label, "Asked so.", null, null, null, null, null, null, Symbols.Confidential, null, []);

    public static NumberFigure Number(double median, long n, string label = "Hours") => new(label, "hours a week", n, 0, null, median, 1, null, null, median - 1, median, median + 1, null, null, null);

    /// <summary>Of kinds of school.</summary>
    public static Publication ByPhase(this Publication publication, params (string Id, long? Responses)[] groups) => publication with
    {
        Breakdowns = new Dictionary<string, Breakdown>
        {
            ["phase"] = new("phase", "Kind", [.. groups.Select(group => new GroupFigures(group.Id, $"Kind {group.Id}", group.Responses, group.Responses is null ? Symbols.Confidential : null, new Dictionary<string, NumberFigure>(), new Dictionary<string, ChoiceFigure>(), new Dictionary<string, IndicatorFigure>()))]),
        },
    };
}
