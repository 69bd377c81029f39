using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>This round beside the one before.</summary>
/// <param name="Before">The earlier round's id.</param>
public sealed record Trend(string Before, string Now, IReadOnlyList<TrendPoint> Points)
{
    /// <returns>Null where there is no earlier round to stand beside.</returns>
    internal static Trend? Of(Publication publication)
    {
        var points = publication.Indicators.Select(pair => TrendPoint.Of(pair.Key, pair.Value)).OfType<TrendPoint>().ToList();
        return points.Count == 0 ? null : new(publication.Indicators.Values.First(figure => figure.Previous is not null).Previous!.Round, publication.Round, points);
    }
}

/// <summary>An indicator in two rounds.</summary>
/// <param name="Then">Null where the two cannot be compared: then <paramref name="Reading"/> says why.</param>
/// <param name="Change">"+4.0 (from −4.6 to +12.5)": in percentage points, with its interval; null where they cannot be compared.</param>
public sealed record TrendPoint(string Id, string Label, ReportShare Now, ReportShare? Then, string Reading, string? Change)
{
    /// <returns>Null where this round's figure is hidden, or the earlier one said nothing of it.</returns>
    internal static TrendPoint? Of(string id, IndicatorFigure figure)
    {
        if (figure.Previous is not { } previous || ReportShare.Of(figure.Percent, figure.Lower, figure.Upper, figure.Count, figure.Base, figure.Missing, figure.Status) is not { } now) return null;
        var then = ReportShare.Of(previous.Percent, previous.Lower, previous.Upper, previous.Count, previous.Base, 0, null);
        if (then is null && previous.Reading is null) return null;
        var change = then is not null && previous is { Difference: { } difference, DifferenceLower: { } lower, DifferenceUpper: { } upper }
            ? Sentences.Points(difference, lower, upper)
            : null;
        return new(id, figure.Label, now, then, Sentences.Capital(previous.Reading ?? "").TrimEnd('.'), change);
    }
}
