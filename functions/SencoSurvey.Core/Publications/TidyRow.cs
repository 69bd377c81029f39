namespace SencoSurvey.Core.Publications;

/// <summary>One figure in a row of its own: what the <c>Statistics</c> table and the CSV file hold.</summary>
/// <param name="Kind"><c>base</c>, <c>number</c>, <c>band</c> (of a number), <c>choice</c>, <c>indicator</c>, <c>relationship</c> or <c>association</c>.</param>
/// <param name="Measure">The id of the question, derived number or indicator; of a relationship, both ids with "against" between.</param>
/// <param name="Option">The option's id, for choices.</param>
/// <param name="By">The breakdown question's id; null for the whole scope.</param>
/// <param name="Group">The breakdown option's id.</param>
/// <param name="Statistic">For example <c>median</c> or <c>percent</c>.</param>
/// <param name="Value">Null where hidden: then <see cref="Status"/> says why.</param>
public sealed record TidyRow(
    string Kind,
    string Measure,
    string? Option,
    string? By,
    string? Group,
    string Statistic,
    string Label,
    double? Value,
    double? Lower,
    double? Upper,
    long? Count,
    long? Base,
    long? Missing,
    string? Status)
{
    /// <summary>Unique within a publication.</summary>
    public string Key => string.Join('|', new[] { Kind, Measure, Option, By, Group, Statistic }.Where(part => part is not null));
}

/// <summary>A publication as tidy rows.</summary>
public static class TidyRows
{
    public static IEnumerable<TidyRow> Of(Publication publication)
    {
        yield return new TidyRow("base", "responses", null, null, null, "count", "Responses", publication.Base.Responses, null, null, publication.Base.Responses, publication.Base.Responses, 0, null);
        if (publication.Representation is { } represented) yield return new TidyRow("base", "responses", null, null, null, "schools", "Responses", represented.Schools, null, null, publication.Base.Responses, publication.Base.Responses, 0, null);
        foreach (var row in Of(null, null, publication.Numbers, publication.Choices, publication.Indicators)) yield return row;
        foreach (var row in publication.Relationships.SelectMany(Of)) yield return row;
        foreach (var row in (publication.Associations ?? []).SelectMany(Of)) yield return row;
        foreach (var group in publication.By?.All ?? [])
        {
            var by = publication.By!.Question;
            yield return new TidyRow("base", "responses", null, by, group.Id, "count", "Responses", group.Responses, null, null, group.Responses, group.Responses, null, group.Status);
            if (publication.Representation?.Groups.FirstOrDefault(one => one.Question == by && one.Id == group.Id) is { } schools)
                yield return new TidyRow("base", "responses", null, by, group.Id, "schools", "Responses", schools.Schools, null, null, group.Responses, group.Responses, null, null);
            foreach (var row in Of(by, group.Id, group.Numbers, group.Choices, group.Indicators)) yield return row;
        }
    }

    private static IEnumerable<TidyRow> Of(
        string? by,
        string? group,
        IReadOnlyDictionary<string, NumberFigure> numbers,
        IReadOnlyDictionary<string, ChoiceFigure> choices,
        IReadOnlyDictionary<string, IndicatorFigure> indicators)
    {
        foreach (var (id, figure) in numbers)
        {
            foreach (var (statistic, value) in Statistics(figure))
            {
                var status = value is null ? figure.Status ?? TidySymbols.Of(statistic, figure.Mean) : null;
                yield return new TidyRow("number", id, null, by, group, statistic, figure.Label, value, statistic == "median" ? figure.MedianLower : null, statistic == "median" ? figure.MedianUpper : null, figure.N, figure.N, figure.Missing, status);
            }
        }

        foreach (var (id, figure) in numbers)
        {
            foreach (var band in figure.Bands ?? [])
                yield return new TidyRow("band", id, band.Id, by, group, "percent", $"{figure.Label}: {band.Label}", band.Percent, band.Lower, band.Upper, band.Count, figure.N, figure.Missing, band.Status);
        }

        foreach (var (id, figure) in choices)
        {
            foreach (var option in figure.Options)
                yield return new TidyRow("choice", id, option.Id, by, group, "percent", $"{figure.Label}: {option.Label}", option.Percent, option.Lower, option.Upper, option.Count, figure.N, figure.Missing, option.Status);
        }

        foreach (var (id, figure) in indicators)
        {
            var percent = new TidyRow("indicator", id, null, by, group, "percent", figure.Label, figure.Percent, figure.Lower, figure.Upper, figure.Count, figure.Base, figure.Missing, figure.Status);
            yield return percent;
            foreach (var row in Of(percent, figure.Weighted, figure.Others)) yield return row;
            if (figure.Previous is { } previous) foreach (var row in Of(percent, previous)) yield return row;
        }
    }

    /// <summary>What stands beside a percentage, where there is something: count, base and missing are still those of the percentage.</summary>
    private static IEnumerable<TidyRow> Of(TidyRow percent, WeightedFigure? weighted, OthersShare? others)
    {
        if (weighted is not null)
        {
            yield return percent with { Statistic = "weighted_percent", Value = weighted.Percent, Lower = weighted.Lower, Upper = weighted.Upper };
            yield return percent with { Statistic = "effective_base", Value = weighted.EffectiveBase, Lower = null, Upper = null };
        }

        if (others is null) yield break;
        yield return percent with { Statistic = "others_count", Value = others.Count, Lower = null, Upper = null };
        yield return percent with { Statistic = "others_base", Value = others.Base, Lower = null, Upper = null };
        yield return percent with { Statistic = "others_percent", Value = others.Percent, Lower = null, Upper = null };
        yield return percent with { Statistic = "difference", Value = others.Difference, Lower = others.DifferenceLower, Upper = others.DifferenceUpper };
    }

    /// <summary>What the round before says, where it is compared.</summary>
    private static IEnumerable<TidyRow> Of(TidyRow percent, PreviousFigure previous)
    {
        if (previous.Difference is null) yield break;
        yield return percent with { Statistic = "previous_count", Value = previous.Count, Lower = null, Upper = null };
        yield return percent with { Statistic = "previous_base", Value = previous.Base, Lower = null, Upper = null };
        yield return percent with { Statistic = "previous_percent", Value = previous.Percent, Lower = previous.Lower, Upper = previous.Upper };
        yield return percent with { Statistic = "change", Value = previous.Difference, Lower = previous.DifferenceLower, Upper = previous.DifferenceUpper };
        if (previous.Paired is not { } paired) yield break;
        yield return percent with { Statistic = "paired_schools", Value = paired.Pairs, Lower = null, Upper = null };
        yield return percent with { Statistic = "paired_change", Value = paired.Difference, Lower = paired.DifferenceLower, Upper = paired.DifferenceUpper };
    }

    private static IEnumerable<TidyRow> Of(RelationshipFigure figure)
    {
        var measure = $"{figure.Y} against {figure.X}";
        yield return Row("pearson", figure.Pearson) with { Lower = figure.PearsonLower, Upper = figure.PearsonUpper };
        yield return Row("spearman", figure.Spearman);
        yield return Row("kendall", figure.Kendall);

        TidyRow Row(string statistic, double? value) => new("relationship", measure, null, null, null, statistic, figure.Label, value, null, null, figure.N, figure.N, null, figure.Status);
    }

    private static IEnumerable<TidyRow> Of(AssociationFigure figure)
    {
        foreach (var row in figure.Rows)
        {
            foreach (var option in row.Options)
                yield return new TidyRow("association", figure.Question, option.Id, figure.By, row.Id, "percent", $"{row.Label}: {option.Label}", option.Percent, option.Lower, option.Upper, option.Count, row.N, null, option.Status);
        }

        foreach (var (statistic, value) in new[] { ("chi_squared", figure.ChiSquared), ("degrees_of_freedom", figure.DegreesOfFreedom), ("p", figure.P), ("cramers_v", figure.CramersV) })
            yield return new TidyRow("association", figure.Question, null, figure.By, null, statistic, figure.Label, value, null, null, figure.N, figure.N, null, figure.Status);
    }

    private static IEnumerable<(string Statistic, double? Value)> Statistics(NumberFigure figure) =>
    [
        ("total", figure.Total),
        ("mean", figure.Mean),
        ("sd", figure.Sd),
        ("min", figure.Min),
        ("p10", figure.P10),
        ("q1", figure.Q1),
        ("median", figure.Median),
        ("q3", figure.Q3),
        ("p90", figure.P90),
        ("max", figure.Max),
    ];
}
