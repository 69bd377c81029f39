namespace SencoSurvey.Core.Publications;

/// <summary>A column that rows are picked by.</summary>
/// <param name="Name">snake_case, at most 50 characters.</param>
/// <param name="Label">For readers; at most 100 characters.</param>
/// <param name="Hint">Said where a reader picks.</param>
/// <param name="Value">Null stands for all: the file says "Total".</param>
internal sealed record TidyFilter(string Name, string Label, string Hint, Func<TidyRow, string?> Value);

/// <summary>A column of figures.</summary>
/// <param name="Grouping">Under which heading a reader finds it.</param>
/// <param name="Unit">One of the standard's units, or empty for a plain number.</param>
/// <param name="Decimals">With how many it is shown; the file has all.</param>
/// <param name="Value">The figure, or null with the symbol that stands for it.</param>
internal sealed record TidyIndicator(string Name, string Label, string Grouping, string Unit, int Decimals, Func<TidyFigure, (double? Value, string? Symbol)> Value);

/// <summary>The columns of the tidy table beside time and place. A statistic has one of its own, so that no column mixes percentages with hours.</summary>
internal static class TidyColumns
{
    private const string Responses = "Responses";
    private const string Schools = "Schools";
    private const string Percentages = "Percentages";
    private const string Weighted = "Weighted by the number of schools";
    private const string Others = "Beside all others";
    private const string Before = "Beside the round before";
    private const string SameSchools = "The same schools in both rounds";
    private const string Numbers = "Numbers, in the unit of the measure";
    private const string Relationships = "Relationships";

    public static readonly IReadOnlyList<TidyFilter> Filters =
    [
        new("kind", "Kind of figure", "Filter by kind of figure", row => row.Kind),
        new("measure", "Measure", "Filter by question, derived number or indicator", row => row.Measure),
        new("option", "Option", "Filter by answer to a question", row => row.Option),
        new("breakdown", "Broken down by", "Filter by the question that breaks figures down", row => row.By),
        new("breakdown_group", "Group", "Filter by group of respondents", row => row.Group),
        new("label", "Measure in words", "Filter by measure in words", row => row.Label),
    ];

    public static readonly IReadOnlyList<TidyIndicator> Indicators =
    [
        new("count", "Number of responses counted", Responses, "", 0, Shared(row => row.Count)),
        new("base", "Number of responses that the figure rests on", Responses, "", 0, Shared(row => row.Base)),
        new("missing", "Number of responses without an answer", Responses, "", 0, Shared(row => row.Missing)),
        new("schools", "Number of schools that there are", Schools, "", 0, Statistic("schools")),
        new("percent", "Percentage of the base", Percentages, "%", 1, Statistic("percent")),
        new("est_lower_ci", "Percentage, lower bound of the 95% confidence interval", Percentages, "%", 1, Bound("percent", row => row.Lower)),
        new("est_upper_ci", "Percentage, upper bound of the 95% confidence interval", Percentages, "%", 1, Bound("percent", row => row.Upper)),
        new("weighted_percent", "Weighted percentage", Weighted, "%", 1, Statistic("weighted_percent")),
        new("weighted_percent_lower_ci", "Weighted percentage, lower bound of the 95% confidence interval", Weighted, "%", 1, Bound("weighted_percent", row => row.Lower)),
        new("weighted_percent_upper_ci", "Weighted percentage, upper bound of the 95% confidence interval", Weighted, "%", 1, Bound("weighted_percent", row => row.Upper)),
        new("effective_base", "Number of equally counted responses that would be as sure as the weighted ones", Weighted, "", 1, Statistic("effective_base")),
        new("others_count", "Number of all others counted", Others, "", 0, Statistic("others_count")),
        new("others_base", "Number of all others that their figure rests on", Others, "", 0, Statistic("others_base")),
        new("others_percent", "Percentage of all others", Others, "%", 1, Statistic("others_percent")),
        new("difference", "Percentage less that of all others", Others, "pp", 1, Statistic("difference")),
        new("difference_lower_ci", "Percentage less that of all others, lower bound of the 95% confidence interval", Others, "pp", 1, Bound("difference", row => row.Lower)),
        new("difference_upper_ci", "Percentage less that of all others, upper bound of the 95% confidence interval", Others, "pp", 1, Bound("difference", row => row.Upper)),
        new("previous_count", "Number counted in the round before", Before, "", 0, Statistic("previous_count")),
        new("previous_base", "Number of responses that the figure of the round before rests on", Before, "", 0, Statistic("previous_base")),
        new("previous_percent", "Percentage in the round before", Before, "%", 1, Statistic("previous_percent")),
        new("previous_percent_lower_ci", "Percentage in the round before, lower bound of the 95% confidence interval", Before, "%", 1, Bound("previous_percent", row => row.Lower)),
        new("previous_percent_upper_ci", "Percentage in the round before, upper bound of the 95% confidence interval", Before, "%", 1, Bound("previous_percent", row => row.Upper)),
        new("change", "Percentage less that of the round before", Before, "pp", 1, Statistic("change")),
        new("change_lower_ci", "Percentage less that of the round before, lower bound of the 95% confidence interval", Before, "pp", 1, Bound("change", row => row.Lower)),
        new("change_upper_ci", "Percentage less that of the round before, upper bound of the 95% confidence interval", Before, "pp", 1, Bound("change", row => row.Upper)),
        new("paired_schools", "Number of schools that answered in both rounds", SameSchools, "", 0, Statistic("paired_schools")),
        new("paired_change", "Change among the same schools", SameSchools, "pp", 1, Statistic("paired_change")),
        new("paired_change_lower_ci", "Change among the same schools, lower bound of the 95% confidence interval", SameSchools, "pp", 1, Bound("paired_change", row => row.Lower)),
        new("paired_change_upper_ci", "Change among the same schools, upper bound of the 95% confidence interval", SameSchools, "pp", 1, Bound("paired_change", row => row.Upper)),
        Number("total", "Sum of all answers"),
        Number("mean", "Mean"),
        Number("sd", "Standard deviation"),
        Number("min", "Smallest answer"),
        Number("p10", "10th percentile"),
        Number("q1", "Lower quartile"),
        Number("median", "Median"),
        new("median_lower_ci", "Median, lower bound of the 95% confidence interval", Numbers, "", 2, MedianBound(row => row.Lower)),
        new("median_upper_ci", "Median, upper bound of the 95% confidence interval", Numbers, "", 2, MedianBound(row => row.Upper)),
        Number("q3", "Upper quartile"),
        Number("p90", "90th percentile"),
        Number("max", "Largest answer"),
        Coefficient("pearson", "Pearson's correlation"),
        new("pearson_lower_ci", "Pearson's correlation, lower bound of the 95% confidence interval", Relationships, "", 2, Bound("pearson", row => row.Lower)),
        new("pearson_upper_ci", "Pearson's correlation, upper bound of the 95% confidence interval", Relationships, "", 2, Bound("pearson", row => row.Upper)),
        Coefficient("spearman", "Spearman's rank correlation"),
        Coefficient("kendall", "Kendall's rank correlation (tau-b)"),
        Coefficient("chi_squared", "Chi-squared of a table of two questions"),
        new("degrees_of_freedom", "Degrees of freedom of that chi-squared", Relationships, "", 0, Statistic("degrees_of_freedom")),
        Coefficient("p", "How often chance alone gives so large a chi-squared"),
        Coefficient("cramers_v", "Cramér's V of a table of two questions"),
    ];

    private static TidyIndicator Number(string statistic, string label) => new(statistic, label, Numbers, "", 2, Statistic(statistic));

    private static TidyIndicator Coefficient(string statistic, string label) => new(statistic, label, Relationships, "", 2, Statistic(statistic));

    private static Func<TidyFigure, (double? Value, string? Symbol)> Shared(Func<TidyRow, long?> value) => figure => (value(figure.Shared), figure.Shared.Status);

    private static Func<TidyFigure, (double? Value, string? Symbol)> Statistic(string name) => Bound(name, row => row.Value);

    private static Func<TidyFigure, (double? Value, string? Symbol)> Bound(string statistic, Func<TidyRow, double?> value) =>
        figure => figure.Find(statistic) is { } row ? (value(row), row.Status) : (null, null);

    private static Func<TidyFigure, (double? Value, string? Symbol)> MedianBound(Func<TidyRow, double?> value) =>
        figure => figure.Find("median") is { } row ? (value(row), row.Status ?? TidySymbols.OfMedianBounds(row.Base)) : (null, null);
}
