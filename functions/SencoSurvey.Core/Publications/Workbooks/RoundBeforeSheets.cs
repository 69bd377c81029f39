namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>Indicators beside those of the round before: of all who answered each round, and of the same schools. None has a worksheet where there is nothing of it.</summary>
internal static class RoundBeforeSheets
{
    private const double Label = 44;
    private const double Figure = 14;
    private const double Words = 48;

    public static IEnumerable<Sheet> Of(Publication publication)
    {
        var place = publication.ScopeName;
        if (Beside(publication).ToList() is { Count: > 0 } beside)
            yield return Sheet.WithTable("Since_round_before", $"Indicators beside the round before, {place}", "How indicators of all who answered this round differ from those of all who answered the round before.", All, beside);
        if (Beside(publication).Where(line => line.Previous.Paired is not null).Select(line => (line.Figure, line.Previous.Paired!)).ToList() is { Count: > 0 } same)
            yield return Sheet.WithTable("Same_schools", $"Indicators of the same schools in both rounds, {place}", "How indicators changed among those schools alone that answered in both rounds.", SameSchools, same);
    }

    private static readonly IReadOnlyList<Column<(IndicatorFigure Figure, PreviousFigure Previous)>> All =
    [
        new("Indicator", Label, line => Cell.Text(line.Figure.Label)),
        new("Per cent", Figure, line => Cell.Percent(line.Figure.Percent, line.Figure.Status)),
        new("Count", Figure, line => Cell.Count(line.Figure.Count, line.Figure.Status)),
        new("Base", Figure, line => Cell.Count(line.Figure.Base, line.Figure.Status)),
        new("Round before", Figure, line => Cell.Text(line.Previous.Round)),
        new("Round before, per cent", Figure, line => Cell.Percent(line.Previous.Percent, null)),
        new("Round before, count", Figure, line => Cell.Count(line.Previous.Count, null)),
        new("Round before, base", Figure, line => Cell.Count(line.Previous.Base, null)),
        new("Change in percentage points", 18, line => Cell.Percent(line.Previous.Difference, null)),
        new("Lower 95% bound", Figure, line => Cell.Percent(line.Previous.DifferenceLower, null)),
        new("Upper 95% bound", Figure, line => Cell.Percent(line.Previous.DifferenceUpper, null)),
        new("Reading", Words, line => Cell.Text(line.Previous.Reading ?? "")),
    ];

    private static readonly IReadOnlyList<Column<(IndicatorFigure Figure, PairedFigure Paired)>> SameSchools =
    [
        new("Indicator", Label, line => Cell.Text(line.Figure.Label)),
        new("Schools", Figure, line => Cell.Count(line.Paired.Pairs, null)),
        new("Change in percentage points", 18, line => Cell.Percent(line.Paired.Difference, null)),
        new("Lower 95% bound", Figure, line => Cell.Percent(line.Paired.DifferenceLower, null)),
        new("Upper 95% bound", Figure, line => Cell.Percent(line.Paired.DifferenceUpper, null)),
        new("Reading", Words, line => Cell.Text(line.Paired.Reading)),
    ];

    private static IEnumerable<(IndicatorFigure Figure, PreviousFigure Previous)> Beside(Publication publication) =>
        publication.Indicators.Values.Where(figure => figure.Previous?.Reading is not null).Select(figure => (figure, figure.Previous!));
}
