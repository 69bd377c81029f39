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
    public Cell Cell(string statistic) => Cell(statistic, row => row.Value);

    public Cell Cell(string statistic, Func<TidyRow, double?> value) =>
        Workbooks.Cell.Decimal(Statistics.Find(statistic) is { } row ? value(row) : null, Statistics.Find(statistic)?.Status);
}

/// <summary>An option with the question that it belongs to.</summary>
internal sealed record ChoiceLine(ChoiceFigure Question, OptionFigure Option)
{
    public static IEnumerable<ChoiceLine> Of(IReadOnlyDictionary<string, ChoiceFigure> choices) =>
        choices.Values.SelectMany(question => question.Options.Select(option => new ChoiceLine(question, option)));

    public string Source => Question.Source is { } source ? ReportWords.FromElsewhere(source) : "Responses to this survey";
}
