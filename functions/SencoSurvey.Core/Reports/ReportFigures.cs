using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports;

/// <summary>One of the main figures. Exactly one of <see cref="Share"/> and <see cref="Hidden"/> is given.</summary>
/// <param name="Wording">What was asked and who is counted.</param>
/// <param name="Hidden">Why there is no figure.</param>
/// <param name="Comparisons">The previous round's figure and published ones, each with its base and wording.</param>
public sealed record ReportHeadline(string Id, string Label, string Wording, ReportShare? Share, string? Hidden, IReadOnlyList<string> Comparisons)
{
    /// <summary>What the percentage rests on, or why it is hidden.</summary>
    public string Reading => Share is { } share ? $"{share.Basis}." : Hidden!;

    internal static ReportHeadline Of(string id, IndicatorFigure figure)
    {
        var share = ReportShare.Of(figure.Percent, figure.Lower, figure.Upper, figure.Count, figure.Base, figure.Missing, figure.Status);
        return share is null
            ? new(id, figure.Label, figure.Wording, null, ReportWords.Hidden(figure.Status), [])
            : new(id, figure.Label, figure.Wording, share, null, [.. ReportWords.Comparisons(figure)]);
    }
}

/// <summary>A percentage with all that it rests on.</summary>
public sealed record ReportShare(double Percent, double Lower, double Upper, long Count, long Base, long Missing)
{
    /// <summary>"15 of 21; 95% interval from 50.0% to 86.2%; none missing".</summary>
    public string Basis => $"{ReportFormat.Count(Count)} of {ReportFormat.Count(Base)}; 95% interval {Interval.Spoken}; {ReportFormat.Missing(Missing)}";

    public ReportRange Interval => ReportRange.OfPercent(Lower, Upper);

    /// <returns>Null where the figure is hidden.</returns>
    internal static ReportShare? Of(double? percent, double? lower, double? upper, long? count, long? total, long? missing, string? status) =>
        status is null && percent is { } p && lower is { } l && upper is { } u && count is { } c && total is { } t ? new(p, l, u, c, t, missing ?? 0) : null;
}

/// <summary>A number that was asked for or worked out. Exactly one of <see cref="Summary"/> and <see cref="Hidden"/> is given.</summary>
public sealed record ReportNumber(string Id, string Label, string Unit, ReportSummary? Summary, string? Hidden)
{
    internal static ReportNumber Of(string id, NumberFigure figure) =>
        figure is { Status: null, N: { } n, Median: { } median, Q1: { } q1, Q3: { } q3 }
            ? new(id, figure.Label, figure.Unit, new ReportSummary(n, figure.Missing ?? 0, figure.Mean, median, q1, q3, figure.Total, figure.P90, figure is { MedianLower: { } lower, MedianUpper: { } upper } ? ReportRange.OfNumber(lower, upper) : null) { NotAsked = figure.NotAsked ?? 0 }, null)
            : new(id, figure.Label, figure.Unit, null, ReportWords.Hidden(figure.Status));

    /// <summary>"Median 3.25 hours a week; middle half from 2.5 to 12; mean 6.81; 21 answered, none missing", or why it is hidden.</summary>
    public string Reading => Summary is { } summary
        ? $"Median {ReportFormat.Number(summary.Median)} {Unit}{(summary.MedianInterval is { } interval ? $" (95% interval {interval.Spoken})" : "")}; middle half {summary.MiddleHalf.Spoken}; {summary.MeanFirst}{ReportFormat.Count(summary.N)} answered, {ReportFormat.Missing(summary.Missing)}."
        : Hidden!;
}

/// <param name="Mean">Null of a difference of two numbers.</param>
public sealed record ReportSummary(long N, long Missing, double? Mean, double Median, double Q1, double Q3, double? Total, double? P90, ReportRange? MedianInterval)
{
    /// <summary>See <see cref="NumberFigure.NotAsked"/>.</summary>
    public long NotAsked { get; init; }

    /// <summary>"mean 6.81; ", or nothing.</summary>
    internal string MeanFirst => Mean is { } mean ? $"mean {ReportFormat.Number(mean)}; " : "";

    public ReportRange MiddleHalf => ReportRange.OfNumber(Q1, Q3);
}

/// <summary>A question's options: all of them, or none where it is hidden.</summary>
/// <param name="Source">Where the counts come from, when not from this round's responses.</param>
/// <param name="Reading">How many answered, or why the question is hidden.</param>
public sealed record ReportChoice(string Id, string Label, string Reading, IReadOnlyList<ReportOption> Options, string? Source, bool Hidden)
{
    internal static ReportChoice Of(string id, ChoiceFigure figure)
    {
        var source = figure.Source is { } from ? ReportWords.FromElsewhere(from) : null;
        var options = figure.Options.Select(option => (option.Label, Share: ReportShare.Of(option.Percent, option.Lower, option.Upper, option.Count, figure.N, figure.Missing, option.Status))).ToList();
        return options.All(option => option.Share is not null)
            ? new(id, figure.Label, ReportWords.Answered(figure), [.. options.Select(option => new ReportOption(option.Label, option.Share!))], source, Hidden: false)
            : new(id, figure.Label, ReportWords.Hidden(figure.Options.Select(option => option.Status).FirstOrDefault(status => status is not null)), [], source, Hidden: true);
    }
}

public sealed record ReportOption(string Label, ReportShare Share)
{
    /// <summary>"61.9%, 13 of 21, 95% interval from 40.9% to 79.2%".</summary>
    public string Reading => $"{ReportFormat.Percent(Share.Percent)}, {ReportFormat.Count(Share.Count)} of {ReportFormat.Count(Share.Base)}, 95% interval {Share.Interval.Spoken}";
}

/// <param name="Reading">What the numbers allow to be said, in plain words.</param>
/// <param name="Basis">The coefficients; null where hidden.</param>
public sealed record ReportRelationship(string Label, string Reading, string? Basis)
{
    internal static ReportRelationship Of(RelationshipFigure figure) => new(figure.Label, ReportWords.Reading(figure), ReportWords.Coefficients(figure));
}

/// <summary>How each group answered a question, and whether the two go together.</summary>
/// <param name="Reading">What the table allows to be said, in plain words.</param>
/// <param name="Basis">The test; null where there is none.</param>
/// <param name="Options">The columns.</param>
/// <param name="Rows">The groups; none where hidden.</param>
public sealed record ReportAssociation(string Label, string Reading, string? Basis, IReadOnlyList<string> Options, IReadOnlyList<ReportAssociationRow> Rows)
{
    internal static ReportAssociation Of(AssociationFigure figure) => new(
        figure.Label,
        figure.Reading,
        figure is { ChiSquared: { } chiSquared, DegreesOfFreedom: { } degrees, P: { } p, CramersV: { } v, N: { } n }
            ? $"Chi-squared {ReportFormat.Number(chiSquared)} with {degrees} degrees of freedom, p {(p < 0.001 ? "under 0.001" : ReportFormat.Probability(p))}; Cramér’s V {ReportFormat.Coefficient(v)}; {ReportFormat.Responses(n)}"
            : null,
        figure.Rows is [var first, ..] ? [.. first.Options.Select(option => option.Label)] : [],
        [.. figure.Rows.Select(row => new ReportAssociationRow(row.Label, row.N, [.. row.Options.Select(option => ReportShare.Of(option.Percent, option.Lower, option.Upper, option.Count, row.N, 0, option.Status))]))]);
}

/// <param name="N">How many of the group answered.</param>
/// <param name="Shares">One for each option; null where nobody of the group answered.</param>
public sealed record ReportAssociationRow(string Label, long N, IReadOnlyList<ReportShare?> Shares)
{
    /// <summary>"Under half a day: yes 61.9%, no 38.1% (of 21)".</summary>
    public string Reading(IReadOnlyList<string> options) => N == 0
        ? $"{Label}: nobody"
        : $"{Label}: {string.Join(", ", options.Zip(Shares, (option, share) => $"{option} {(share is null ? "–" : ReportFormat.Percent(share.Percent))}"))} (of {ReportFormat.Count(N)})";
}

/// <summary>How to read the report.</summary>
public sealed record ReportNote(string Term, string Text);
