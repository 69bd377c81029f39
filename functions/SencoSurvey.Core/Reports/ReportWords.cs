using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports;

/// <summary>The sentences of a report.</summary>
internal static class ReportWords
{
    private const string Confidential = "Hidden (c) to protect people: so few are behind it, or behind what could be worked out from it, that someone could be recognised.";
    private const string NobodyAnswered = "Nobody answered (z): there is nothing to take a figure of.";

    public static string Standing(Publication publication, DateOnly publishedOn)
    {
        var (responses, authorities, invited, _, _) = publication.Base;
        var where = publication.Scope.StartsWith("la/", StringComparison.Ordinal) ? "" : $" in {ReportFormat.Authorities(authorities)}";
        var late = (publication.Base.Received - responses) switch
        {
            > 0 and var more => $" ({ReportFormat.Count(more)} more are too few to be added without giving someone away)",
            < 0 and var fewer => $" ({ReportFormat.Count(-fewer)} withdrawn since are too few to be taken out without giving someone away)",
            _ => "",
        };
        return $"{(publication.Final ? "Final figures" : "Figures so far")}, {(invited > 0 ? ResponseRateWords.OfInvited(responses, invited.Value) : ReportFormat.Responses(responses))}{where}{late}, published on {ReportFormat.Date(publishedOn)}";
    }

    /// <summary>Where some answers wait, a note that says so.</summary>
    public static IEnumerable<ReportNote> Waiting(Publication publication) => publication.Numbers.Values.Any(figure => figure.N + figure.Missing + (figure.NotAsked ?? 0) < publication.Base.Responses)
        ? [new("Answers that wait", "Some figures are of fewer people than there are responses: too few new answers came to them to be added without giving someone away. Those people are neither in their base nor among the missing.")]
        : [];

    public static string Hidden(string? status) => status == Symbols.NotApplicable ? NobodyAnswered : Confidential;

    public static string FromElsewhere(string source) => $"From {source.TrimEnd('.')}; not joined to the responses.";

    public static string Answered(ChoiceFigure figure)
    {
        var answered = $"{ReportFormat.Count(figure.N ?? 0)} answered, {ReportFormat.Missing(figure.Missing ?? 0)}.";
        return figure.Options.Sum(option => option.Count) > figure.N ? $"{answered} Several answers were possible." : answered;
    }

    /// <summary>A link that is hidden to protect people is no link of which nothing can be said: that one keeps its own reading.</summary>
    public static string Reading(RelationshipFigure figure) => figure.Status == Symbols.Confidential ? Confidential : ReportFormat.WithMinusSigns(figure.Reading);

    public static string? Coefficients(RelationshipFigure figure)
    {
        if (figure is not { Status: null, N: { } n, Pearson: { } pearson }) return null;
        var interval = figure is { PearsonLower: { } lower, PearsonUpper: { } upper }
            ? $" (95% interval from {ReportFormat.Coefficient(lower)} to {ReportFormat.Coefficient(upper)})"
            : "";
        var spearman = figure.Spearman is { } rank ? $"; Spearman {ReportFormat.Coefficient(rank)}" : "";
        return $"Pearson {ReportFormat.Coefficient(pearson)}{interval}{spearman}; {ReportFormat.Responses(n)}";
    }

    public static IEnumerable<string> Comparisons(IndicatorFigure figure)
    {
        if (figure.Previous is { Round: var round } previous && ReportShare.Of(previous.Percent, previous.Lower, previous.Upper, previous.Count, previous.Base, 0, null) is { } share)
            yield return $"Round {round}, the same wording: {ReportFormat.Percent(share.Percent)} ({ReportFormat.Count(share.Count)} of {ReportFormat.Count(share.Base)}; 95% interval {share.Interval.Spoken}).{Change(previous)}";
        else if (figure.Previous is { Reading: { } why } broken)
            yield return $"Round {broken.Round}: {why}";
        foreach (var published in figure.Benchmarks)
            yield return $"Published elsewhere, {published.Wave}: {ReportFormat.Number(published.Percent)}% of {published.Base}. The wording there was another: “{published.Wording}”. {published.Differs} Source: {published.Source}.";
    }

    private static string Change(PreviousFigure previous) => previous is { Difference: { } difference, DifferenceLower: { } lower, DifferenceUpper: { } upper, Reading: { } reading }
        ? $" This round is {reading}: {ReportFormat.Points(difference)}, 95% interval from {ReportFormat.Points(lower)} to {ReportFormat.Points(upper)}."
        : "";

    public static IReadOnlyList<ReportNote> Notes(Publication publication) =>
    [
        new("95% interval", "A Wilson score interval: were those who answered a random draw from many like them, 95 in 100 intervals made in this way would hold the true percentage. The fewer the answers, the wider it is."),
        .. publication.Base.Invited is { } invited && invited >= publication.Base.Responses ? [new ReportNote("Out of those invited", $"{ReportFormat.Count(invited)} schools were invited. Where everyone was asked a question, the interval is narrowed for the share of them that answered (a finite population correction): had all answered, nothing would be left to chance. Intervals of differences are not narrowed, and are rather too wide.")] : Array.Empty<ReportNote>(),
        new("Who answered", "SENCOs chose for themselves whether to answer, and those who did may differ from those who did not. The intervals cover sampling error only, not that."),
        new("Base and missing", "A percentage is of those who answered that question (its base). Missing are those who were asked it and did not answer."),
        new("Median and quartiles", "Half of the answers lie at or below the median; the middle half lie between the lower and the upper quartile."),
        new("Hidden figures", $"No figure rests on fewer than {ReportFormat.Responses(publication.Base.MinimumBase)}. The letter c stands for a figure that is hidden because people could be recognised from it, or because a hidden one could be worked out from it. The letter z stands where nobody answered, or a figure does not apply."),
        new("How it was made", $"From {ReportFormat.Responses(publication.Build.Responses)}, by SencoSurvey {publication.Build.Version}. The same responses always give the same tally, and this is its fingerprint: {publication.Build.TallyHash}"),
    ];
}
