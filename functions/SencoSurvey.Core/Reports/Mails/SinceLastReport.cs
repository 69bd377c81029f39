using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>What changed since the report that the same reader was sent last.</summary>
/// <param name="Moved">The figures that moved.</param>
/// <param name="Caution">Against taking the moves for more than they are; null where nothing moved.</param>
public sealed record SinceLastReport(string Reading, IReadOnlyList<MovedFigure> Moved, string? Caution)
{
    /// <summary>In percentage points: a share that moved by less is as it was.</summary>
    public const double LeastMove = 1;

    private const string NoTrend = "Most answers are in both figures: this shows how they settle, not that schools changed.";

    /// <summary>
    /// No difference is given that rests on fewer responses than the round's minimum base: neither of all responses, nor of those to one question. Two editions that anyone has seen are
    /// that far apart; it is asked here all the same.
    /// </summary>
    /// <param name="now">What is being sent.</param>
    /// <param name="before">What was sent last.</param>
    /// <param name="ids">Of the figures that the mail shows.</param>
    /// <returns>Null where nothing was sent before, or it was of another scope or round.</returns>
    public static SinceLastReport? Of(Publication now, Publication? before, IReadOnlyList<string> ids)
    {
        if (before is null || before.Round != now.Round || before.Scope != now.Scope) return null;
        var date = ReportFormat.Date(UkDate.Of(before.PublishedAt));
        var least = now.Base.MinimumBase;
        var more = now.Base.Responses - before.Base.Responses;
        if (now.Build.TallyHash == before.Build.TallyHash) return Nothing(now.Final && !before.Final ? $"The figures of {date} stand, and are final now." : $"Nothing new was published since {date}: too few responses came or went.");
        if (Math.Abs(more) < least) return Nothing($"Fewer than {ReportFormat.Responses(least)} came or went since {date}: what they changed is not shown.");

        var compared = ids.Select(id => MovedFigure.Of(id, now, before, least)).OfType<MovedFigure>().ToList();
        var moved = compared.Where(figure => figure.HasMoved).ToList();
        var came = $"{ReportFormat.Count(Math.Abs(more))} {(more > 0 ? "more" : "fewer")} responses than on {date}: {ReportFormat.Count(now.Base.Responses)} now, {ReportFormat.Count(before.Base.Responses)} then.";
        return moved.Count > 0 ? new(came, moved, NoTrend)
            : compared.Count > 0 ? Nothing($"{came} None of the main figures moved by a point or more.")
            : Nothing($"{came} No main figure has enough new answers to be compared.");
    }

    private static SinceLastReport Nothing(string reading) => new(reading, [], null);
}

/// <summary>A figure of two publications.</summary>
/// <param name="From">With its base: <c>70.0% of 20</c>.</param>
/// <param name="To">As <paramref name="From"/>, now.</param>
/// <param name="HasMoved">Whether it moved by <see cref="SinceLastReport.LeastMove"/>; of a median: at all.</param>
public sealed record MovedFigure(string Id, string Label, string From, string To, bool HasMoved)
{
    /// <returns>Null where either is hidden, the wording changed, or too few answers lie between them.</returns>
    internal static MovedFigure? Of(string id, Publication now, Publication before, int least) =>
        Find(now, id) is { } to && Find(before, id) is { } from && to.Wording == from.Wording && Math.Abs(to.Base - from.Base) >= least
            ? new(id, to.Label, from.Shown, to.Shown, to.IsShare ? Math.Abs(to.Value - from.Value) >= SinceLastReport.LeastMove : to.Value != from.Value)
            : null;

    private static Seen? Find(Publication publication, string id) =>
        publication.Indicators.GetValueOrDefault(id) is { Status: null, Percent: { } percent, Base: { } total } share ? new(share.Label, share.Wording, percent, total, IsShare: true)
        : publication.Numbers.GetValueOrDefault(id) is { Status: null, Median: { } median, N: { } n } number ? new($"{number.Label} (median)", number.Label, median, n, IsShare: false)
        : null;

    private sealed record Seen(string Label, string Wording, double Value, long Base, bool IsShare)
    {
        public string Shown => $"{(IsShare ? ReportFormat.Percent(Value) : ReportFormat.Number(Value))} of {ReportFormat.Count(Base)}";
    }
}
