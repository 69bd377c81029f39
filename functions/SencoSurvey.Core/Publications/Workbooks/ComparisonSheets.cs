using SencoSurvey.Core.Populations;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>What stands beside the shares of the whole scope and of groups: weighted shares, all others, and the schools that there are. None has a worksheet where there is nothing of it.</summary>
internal static class ComparisonSheets
{
    private const double Label = 44;
    private const double Figure = 14;

    public static IEnumerable<Sheet> Of(Publication publication)
    {
        var place = publication.ScopeName;
        if (publication.Indicators.Values.Where(figure => figure.Weighted is not null).ToList() is { Count: > 0 } weighted)
            yield return Sheet.WithTable("Weighted_indicators", $"Indicators weighted by the number of schools, {place}", "Indicators as they would be if all groups of schools had answered alike.", Weighted, weighted);
        if (Beside(publication.Indicators.Values).ToList() is { Count: > 0 } beside)
            yield return Sheet.WithTable("Differences", $"Indicators beside all others, {place}", "How indicators differ from those of the rest of England.", Others, beside);
        if (publication.Representation is { } represented)
            yield return Sheet.WithTable("Representation", $"Schools and those that answered, {place}", "How like the schools that there are those are which answered.", Groups, represented.Groups);
        if (publication.By is { } by && by.Groups.SelectMany(group => Beside(group.Indicators.Values).Select(figure => (Group: group.Label, Row: figure))).ToList() is { Count: > 0 } groups)
            yield return Sheet.WithTable("Differences_by_group", $"Indicators of each group beside all others, {place}. Groups: {by.Label}", "How indicators of each group differ from those of all others.", BreakdownSheets.Grouped(Others), groups);
    }

    private static readonly IReadOnlyList<Column<IndicatorFigure>> Weighted =
    [
        new("Indicator", Label, figure => Cell.Text(figure.Label)),
        new("Weighted per cent", Figure, figure => Cell.Percent(figure.Weighted!.Percent, null)),
        new("Lower 95% bound", Figure, figure => Cell.Percent(figure.Weighted!.Lower, null)),
        new("Upper 95% bound", Figure, figure => Cell.Percent(figure.Weighted!.Upper, null)),
        new("Effective base", Figure, figure => Cell.Decimal(figure.Weighted!.EffectiveBase, null)),
        new("Unweighted per cent", Figure, figure => Cell.Percent(figure.Percent, figure.Status)),
        new("Count", Figure, figure => Cell.Count(figure.Count, figure.Status)),
        new("Base", Figure, figure => Cell.Count(figure.Base, figure.Status)),
        new("Missing", Figure, figure => Cell.Count(figure.Missing, figure.Status)),
        new("Weighted by", 28, figure => Cell.Text(SchoolGroupWords.Of(figure.Weighted!.By))),
    ];

    private static readonly IReadOnlyList<Column<(IndicatorFigure Figure, OthersShare Others)>> Others =
    [
        new("Indicator", Label, line => Cell.Text(line.Figure.Label)),
        new("Per cent", Figure, line => Cell.Percent(line.Figure.Percent, line.Figure.Status)),
        new("Count", Figure, line => Cell.Count(line.Figure.Count, line.Figure.Status)),
        new("Base", Figure, line => Cell.Count(line.Figure.Base, line.Figure.Status)),
        new("Others", 32, line => Cell.Text(line.Others.Who)),
        new("Others, per cent", Figure, line => Cell.Percent(line.Others.Percent, null)),
        new("Others, count", Figure, line => Cell.Count(line.Others.Count, null)),
        new("Others, base", Figure, line => Cell.Count(line.Others.Base, null)),
        new("Difference in percentage points", 18, line => Cell.Percent(line.Others.Difference, null)),
        new("Lower 95% bound", Figure, line => Cell.Percent(line.Others.DifferenceLower, null)),
        new("Upper 95% bound", Figure, line => Cell.Percent(line.Others.DifferenceUpper, null)),
        new("Reading", 36, line => Cell.Text(line.Others.Reading)),
    ];

    private static readonly IReadOnlyList<Column<RepresentedGroup>> Groups =
    [
        new("By", 24, group => Cell.Text(SchoolGroupWords.Of(group.Question))),
        new("Group", Label, group => Cell.Text(group.Label)),
        new("Schools", Figure, group => Cell.Count(group.Schools, null)),
        new("Schools, per cent", Figure, group => Cell.Percent(group.SchoolPercent, null)),
        new("Responses", Figure, group => Cell.Count(group.Responses, Symbols.Confidential)),
        new("Responses, per cent", Figure, group => Cell.Percent(group.ResponsePercent, Symbols.Confidential)),
    ];

    private static IEnumerable<(IndicatorFigure Figure, OthersShare Others)> Beside(IEnumerable<IndicatorFigure> figures) =>
        figures.Where(figure => figure.Others is not null).Select(figure => (figure, figure.Others!));
}
