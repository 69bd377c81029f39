using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>The main figures of each group of a breakdown, beside those of all.</summary>
/// <param name="Columns">The names of the indicators that are compared.</param>
/// <param name="Empty">The names of the groups of which nobody answered: they have no line.</param>
/// <param name="Differences">Where a group differs clearly from the others.</param>
/// <param name="Others">The other breakdowns that there are, id and label.</param>
public sealed record Comparison(string By, string Label, IReadOnlyList<string> Columns, IReadOnlyList<ComparedGroup> Groups, IReadOnlyList<string> Empty, IReadOnlyList<Difference> Differences, IReadOnlyList<(string Id, string Label)> Others)
{
    private const int MostColumns = 6;

    private const string Hours = "hoursAllocated";

    private static readonly string[] Preferred = ["belowMinimumTime", "notEnoughTimeForRole", "pulledAwayOften", "manageable", "understood", "leavingRoleWithinFiveYears"];

    /// <summary>The clear differences in sentences: one for each group and direction.</summary>
    public IEnumerable<string> Sentences =>
        from differences in Differences.GroupBy(difference => (difference.Group, difference.Figure.Others!.Reading))
        select $"{differences.Key.Group}: {differences.Key.Reading} are {Sections.Sentences.List(differences.Select(difference => $"“{difference.Figure.Label}” ({ReportFormat.Percent(difference.Percent)}, others {ReportFormat.Percent(difference.OthersPercent)})"))}.";

    /// <param name="by">The id of a breakdown; null for the kind of school, or else the first that shows any group.</param>
    /// <returns>Null where the publication is not broken down so.</returns>
    internal static Comparison? Of(Publication publication, string? by)
    {
        if (publication.Breakdowns is not { Count: > 0 } breakdowns) return null;
        if ((by is null ? Default(breakdowns) : breakdowns.GetValueOrDefault(by)) is not { } breakdown) return null;
        var indicators = Preferred.Where(publication.Indicators.ContainsKey).Concat(publication.Indicators.Keys.Except(Preferred))
            .Where(id => breakdown.Groups.Any(group => group.Indicators.ContainsKey(id))).Take(MostColumns).ToList();
        List<ComparedGroup> groups =
        [
            ComparedGroup.Of($"All of {publication.ScopeName}", publication.Base.Responses, null, publication.Numbers, publication.Indicators, indicators) with { IsAll = true },
            .. breakdown.Groups.Append(breakdown.Rest).OfType<GroupFigures>().Where(group => group.Responses != 0).Select(group => ComparedGroup.Of(group.Label, group.Responses, group.Status, group.Numbers, group.Indicators, indicators) with { IsRest = group == breakdown.Rest }),
        ];
        return new(
            breakdown.Question,
            breakdown.Label,
            [.. indicators.Select(id => publication.Indicators[id].Label)],
            groups,
            [.. breakdown.Groups.Where(group => group.Responses == 0).Select(group => group.Label)],
            [.. breakdown.Groups.SelectMany(group => Differing(group, indicators))],
            [.. breakdowns.Values.Where(other => other != breakdown).Select(other => (other.Question, other.Label))]);
    }

    /// <summary>By kind of school, or else by the first question that shows any group.</summary>
    private static Breakdown Default(IReadOnlyDictionary<string, Breakdown> breakdowns)
    {
        List<Breakdown> all = [.. breakdowns.Values.OrderBy(breakdown => breakdown.Question != "phase")];
        return all.Find(breakdown => breakdown.Groups.Any(group => group is { Status: null, Responses: > 0 })) ?? all[0];
    }

    private static IEnumerable<Difference> Differing(GroupFigures these, IReadOnlyList<string> indicators) =>
        from indicator in indicators.Select(these.Indicators.GetValueOrDefault)
        where indicator is { Status: null, Percent: not null, Others: { DifferenceLower: > 0 } or { DifferenceUpper: < 0 } }
        select new Difference(these.Label, indicator);

    /// <summary>The number that stands before the percentages, where it was asked.</summary>
    internal static ReportNumber? HoursOf(IReadOnlyDictionary<string, NumberFigure> numbers) => numbers.GetValueOrDefault(Hours) is { } figure ? ReportNumber.Of(Hours, figure) : null;
}

/// <summary>An indicator of which a group has clearly more, or clearly less, than all others.</summary>
/// <param name="Figure">The group's, with that of the others.</param>
public sealed record Difference(string Group, IndicatorFigure Figure)
{
    public double Percent => Figure.Percent!.Value;

    public double OthersPercent => Figure.Others!.Percent;

    /// <summary>"60 of 120": how many of the others.</summary>
    public string OthersBasis => $"{ReportFormat.Count(Figure.Others!.Count)} of {ReportFormat.Count(Figure.Others.Base)}";

    /// <summary>"+12.0 (from +1.2 to +22.8)": in percentage points, with the 95% interval.</summary>
    public string Points => Sections.Sentences.Points(Figure.Others!.Difference, Figure.Others.DifferenceLower, Figure.Others.DifferenceUpper);
}

/// <param name="Responses">A number, or the symbol that stands for it.</param>
/// <param name="Hours">The median of the hours given, or the symbol that stands for it; null where they were not asked.</param>
/// <param name="Figures">One for each column.</param>
/// <param name="IsAll">The whole scope, for comparison.</param>
/// <param name="IsRest">All who are in none of the groups that are shown.</param>
public sealed record ComparedGroup(string Label, string Responses, string? Hours, IReadOnlyList<ComparedFigure> Figures, bool IsAll = false, bool IsRest = false)
{
    /// <summary>Nothing of it is shown, not even how many it is.</summary>
    public bool IsHidden => Responses == Symbols.Confidential;

    internal static ComparedGroup Of(string label, long? responses, string? status, IReadOnlyDictionary<string, NumberFigure> numbers, IReadOnlyDictionary<string, IndicatorFigure> indicators, IReadOnlyList<string> columns) => new(
        label,
        responses is { } count ? ReportFormat.Count(count) : status ?? Symbols.Confidential,
        Comparison.HoursOf(numbers) is { } hours ? hours.Summary is { } summary ? ReportFormat.Number(summary.Median) : numbers[hours.Id] switch { { N: 0 } => ComparedFigure.NobodyAnswered, { Status: { } symbol } => symbol, _ => Symbols.Confidential } : null,
        [.. columns.Select(id => indicators.GetValueOrDefault(id) is { } figure ? ComparedFigure.Of(figure) : new ComparedFigure(null, Symbols.NotApplicable))]);
}

/// <param name="Share">Null where there is a symbol, or a word, instead.</param>
public sealed record ComparedFigure(ReportShare? Share, string? Symbol)
{
    /// <summary>Plainer than the letter, where there is room for a word.</summary>
    internal const string NobodyAnswered = "nobody answered";

    internal static ComparedFigure Of(IndicatorFigure figure) =>
        ReportShare.Of(figure.Percent, figure.Lower, figure.Upper, figure.Count, figure.Base, figure.Missing, figure.Status) is { } share ? new(share, null) : new(null, figure switch { { Base: 0 } => NobodyAnswered, { Status: { } symbol } => symbol, _ => Symbols.Confidential });
}
