using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>The hours that SENCOs work beside those that they are given.</summary>
/// <param name="Sentence">The median of the differences, in words.</param>
/// <param name="Basis">Its interval, and how many gave both numbers.</param>
public sealed record TimeBeyond(string Sentence, string Basis)
{
    private const string Id = "hoursBeyondAllocated";

    /// <returns>Null where it was not asked, or is hidden.</returns>
    internal static TimeBeyond? Of(Publication publication)
    {
        if (publication.Numbers.GetValueOrDefault(Id) is not { Status: null, N: { } n, Median: { } median } figure) return null;
        var interval = figure is { MedianLower: { } lower, MedianUpper: { } upper } ? (Lower: lower, Upper: upper) : ((double Lower, double Upper)?)null;
        var open = interval is { Lower: <= 0, Upper: >= 0 } && median != 0 ? " By the interval, it may be neither more nor less in truth." : "";
        return new(
            Say(median) + open,
            $"Hours worked less hours given, of each SENCO: median {ReportFormat.Number(median)} a week{(interval is { } range ? $", 95% interval {ReportRange.OfNumber(range.Lower, range.Upper).Spoken}" : "")}. {ReportFormat.Count(n)} gave both numbers, {ReportFormat.Missing(figure.Missing ?? 0)}.");
    }

    private static string Say(double median) => median switch
    {
        > 0 => $"Half of the SENCOs work at least {Hours(median)} a week more than they are given for the role.",
        < 0 => $"Half of the SENCOs work at least {Hours(-median)} a week less than they are given for the role.",
        _ => "In the middle, SENCOs work the hours that they are given: half of them work no more, and half no less.",
    };

    private static string Hours(double hours) => ReportFormat.Number(hours) is var text && text == "1" ? "1 hour" : $"{text} hours";
}
