using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>Whether the time that SENCOs are given follows the number of their pupils.</summary>
/// <param name="Answer">In a sentence or two; null where nothing can be said.</param>
public sealed record TimeAndNeed(string? Answer, IReadOnlyList<Link> Links)
{
    public const string Question = "Do pupil numbers or need decide SENCO time?";

    /// <summary>Within this, a link is very weak at most, whichever way it goes.</summary>
    private const double VeryWeak = 0.2;

    /// <summary>Where Evans's "weak" ends.</summary>
    private const double Weak = 0.4;

    /// <summary>Where "moderate" ends and "strong" begins.</summary>
    private const double Moderate = 0.6;

    private static readonly string[] Numbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    internal static TimeAndNeed Of(Publication publication)
    {
        var links = publication.Relationships.Select(Link.Of).ToList();
        var time = publication.Relationships.Where(figure => figure is { Y: "hoursAllocated", Status: null, Pearson: not null, Spearman: not null, PearsonLower: not null, PearsonUpper: not null, N: not null }).ToList();
        return new(time.Count == 0 ? null : Say(time), links);
    }

    private static string Say(IReadOnlyList<RelationshipFigure> time)
    {
        var n = ReportFormat.Responses(time.Max(figure => figure.N!.Value));
        var closest = time.MaxBy(figure => Math.Abs(figure.Pearson!.Value))!;
        return $"{Verdict(time, n)} {Direction(time, closest)} {Certainty(time)} {Explained(time, closest)}";
    }

    private static string Verdict(IReadOnlyList<RelationshipFigure> time, string n) => time switch
    {
        _ when time.All(figure => figure.PearsonLower > -VeryWeak && figure.PearsonUpper < VeryWeak) => $"Hardly, by these {n}.",
        _ when time.All(figure => Nearest(figure) < CorrelationReading.NextToNothing) => $"Not settled, with {n}.",
        _ when time.All(figure => Math.Abs(figure.Pearson!.Value) < Weak) => $"Only a little, by these {n}.",
        _ when time.All(figure => Math.Abs(figure.Pearson!.Value) >= Moderate && Nearest(figure) >= CorrelationReading.NextToNothing) => $"Largely, by these {n}.",
        _ => $"In part, by these {n}.",
    };

    private static string Direction(IReadOnlyList<RelationshipFigure> time, RelationshipFigure closest)
    {
        // In the words of its own reading, so that one link has one name on the page.
        var named = $"the {(time.Count == 1 ? "link" : "closest link")} is {CorrelationReading.Range(closest.Pearson!.Value, closest.Spearman!.Value)}";
        return time switch
        {
            _ when time.All(figure => figure.Pearson > 0) => $"SENCOs with more pupils with SEND tend to have more hours, {(Math.Abs(closest.Pearson!.Value) < Moderate ? "but" : "and")} {named}.",
            _ when time.All(figure => figure.Pearson < 0) => $"SENCOs with more pupils with SEND tend to have fewer hours; {named}.",
            _ => $"The links point different ways; {named}.",
        };
    }

    private static string Certainty(IReadOnlyList<RelationshipFigure> time)
    {
        var open = time.Count(figure => Nearest(figure) == 0);
        var just = time.Count(figure => Nearest(figure) is > 0 and < CorrelationReading.NextToNothing);
        var all = time.Count;
        return (open, just) switch
        {
            (0, 0) => all == 1 ? "It is probably more than chance." : "All of the links are probably more than chance.",
            (0, _) => all == 1 ? "It is only just clear of chance." : $"{Of(just, all)} only just clear of chance.",
            _ when open == all => all == 1 ? "It may be no more than chance." : "All of the links may be no more than chance.",
            (_, 0) => $"{Of(open, all, verb: false)} may be no more than chance.",
            _ when open + just == all => $"{Of(open, all, verb: false)} may be no more than chance, and {(just == 1 ? "the other is" : "the others are")} only just clear of it.",
            _ => $"{Of(open, all, verb: false)} may be no more than chance, and {Of(just, all).ToLowerInvariant()} only just clear of it.",
        };
    }

    private static string Of(int some, int all, bool verb = true) =>
        $"{Sentences.Capital(Word(some))} of the {Word(all)} links{(verb ? some == 1 ? " is" : " are" : "")}";

    private static string Word(int number) => number < Numbers.Length ? Numbers[number] : ReportFormat.Count(number);

    /// <summary>How far the interval is from no link at all; 0 where it holds that.</summary>
    private static double Nearest(RelationshipFigure figure) => Math.Max(0, Math.Max(figure.PearsonLower!.Value, -figure.PearsonUpper!.Value));

    /// <summary>The square of r, with that of its interval's bounds: a single percentage would be quoted as if it were certain.</summary>
    private static string Explained(IReadOnlyList<RelationshipFigure> time, RelationshipFigure closest)
    {
        var most = Math.Max(Math.Abs(closest.PearsonLower!.Value), Math.Abs(closest.PearsonUpper!.Value));
        return $"By {(time.Count == 1 ? "it" : "the closest link")}, {Percent(closest.Pearson!.Value)} of the differences in hours go with pupil numbers, where anything from {Percent(Nearest(closest))} to {Percent(most)} would fit these responses; the rest goes with something else.";
    }

    private static string Percent(double r) => Math.Round(100 * r * r) is var percent && percent < 1 && r != 0 ? "less than 1%" : $"{ReportFormat.Number(percent)}%";
}

/// <summary>A correlation, to be read and drawn.</summary>
/// <param name="IsHidden">To protect people; where nothing can be said of it, it is not.</param>
/// <param name="Value">Pearson's r, −1 to 1, with the bounds of its 95% interval; null where hidden or not to be had.</param>
public sealed record Link(string Label, string Reading, string? Basis, double? Value, double? Lower, double? Upper, bool IsHidden)
{
    internal static Link Of(RelationshipFigure figure)
    {
        var words = ReportRelationship.Of(figure);
        return new(words.Label, words.Reading, words.Basis, figure.Pearson, figure.PearsonLower, figure.PearsonUpper, figure.Status == Symbols.Confidential);
    }
}
