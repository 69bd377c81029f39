using SencoSurvey.Core.Reports;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>The tables of the whole scope. A kind of figure that the questionnaire has none of has no worksheet.</summary>
internal static class FigureSheets
{
    public static IEnumerable<Sheet> Of(Publication publication)
    {
        var place = publication.ScopeName;
        if (publication.Indicators.Count > 0)
            yield return Sheet.WithTable("Indicators", $"Indicators, {place}", "Shares of SENCOs worth watching, with wording and published figures beside.", FigureColumns.Indicators, publication.Indicators.Values);
        if (publication.Numbers.Count > 0)
            yield return Sheet.WithTable("Numbers", $"Hours, pupils and other numbers, {place}", "Averages and spread of what SENCOs gave as numbers.", FigureColumns.Numbers, NumberLine.Of(publication, group: null));
        if (BandLine.Of(publication.Numbers).ToList() is { Count: > 0 } bands)
            yield return Sheet.WithTable("Bands", $"How hours, pupils and other numbers are spread, {place}", "How many answers lie in each band of a number, where no band is of too few people.", FigureColumns.Bands, bands);
        if (publication.Choices.Count > 0)
            yield return Sheet.WithTable("Choices", $"Answers to questions with options, {place}", "How many chose each option.", FigureColumns.Choices, ChoiceLine.Of(publication.Choices));
        if (publication.Relationships.Count > 0)
            yield return Sheet.WithTable("Relationships", $"What goes with what, {place}", "Correlations between numbers, and what they allow to be said.", FigureColumns.Relationships, publication.Relationships);
    }
}

/// <summary>A number with its statistics.</summary>
internal sealed record NumberLine(NumberFigure Figure, TidyFigure Statistics)
{
    /// <param name="group">The id of a group of the breakdown; null for the whole scope.</param>
    public static IEnumerable<NumberLine> Of(Publication publication, string? group)
    {
        var numbers = group is null ? publication.Numbers : publication.By!.All.First(one => one.Id == group).Numbers;
        return TidyFigure.Of(publication).Where(figure => figure.Shared.Kind == "number" && figure.Shared.Group == group).Select(figure => new NumberLine(numbers[figure.Shared.Measure], figure));
    }

    /// <param name="statistic">As tidy rows call it.</param>
    public Cell Cell(string statistic) => Workbooks.Cell.WholeOrDecimal(Statistics.Find(statistic)?.Value, Statistics.Find(statistic)?.Status);

    public Cell MedianBound(Func<TidyRow, double?> value) =>
        Workbooks.Cell.WholeOrDecimal(Statistics.Find("median") is { } row ? value(row) : null, Statistics.Find("median")?.Status ?? TidySymbols.OfMedianBounds(Figure.N));
}

/// <summary>A band with the number that it is of.</summary>
internal sealed record BandLine(NumberFigure Figure, OptionFigure Band)
{
    public static IEnumerable<BandLine> Of(IReadOnlyDictionary<string, NumberFigure> numbers) =>
        numbers.Values.SelectMany(figure => (figure.Bands ?? []).Select(band => new BandLine(figure, band)));
}

/// <summary>An option with the question that it belongs to.</summary>
internal sealed record ChoiceLine(ChoiceFigure Question, OptionFigure Option)
{
    public static IEnumerable<ChoiceLine> Of(IReadOnlyDictionary<string, ChoiceFigure> choices) =>
        choices.Values.SelectMany(question => question.Options.Select(option => new ChoiceLine(question, option)));

    public string Source => Question.Source is { } source ? ReportWords.FromElsewhere(source) : "Responses to this survey";
}
