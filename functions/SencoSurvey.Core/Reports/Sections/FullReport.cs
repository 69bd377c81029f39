using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>What a report's page says, in its order. Where something was not asked, its part is null or empty.</summary>
/// <param name="Content">What the page has in common with the mail.</param>
/// <param name="Questionnaire">The id of the round's questionnaire, whose codebook explains the ids in the data files.</param>
/// <param name="Breakdowns">Ids and labels of the questions by which the data files may be broken down.</param>
public sealed record FullReport(
    ReportContent Content,
    string Questionnaire,
    IReadOnlyList<KeyFigure> Main,
    IReadOnlyList<NumberBands> Bands,
    TimeBeyond? TimeBeyond,
    IReadOnlyList<ScaleFigure> Scales,
    Leaving? Leaving,
    TimeAndNeed TimeAndNeed,
    Comparison? Comparison,
    Trend? Trend,
    Coverage Coverage,
    IReadOnlyList<PublishedElsewhere> Published,
    Method Method,
    IReadOnlyList<(string Id, string Label)> Breakdowns)
{
    /// <summary>The answers that no other part of the page shows.</summary>
    public IReadOnlyList<ReportChoice> OtherAnswers { get; init; } = [.. Content.Choices.Where(choice => choice.Source is null
        && Scales.All(scale => scale.Questions.All(question => question.Id != choice.Id))
        && !Sections.Leaving.Questions.Contains(choice.Id))];

    /// <summary>Which parts were asked and are not here, and why; null where none is left out.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Whether figures of only some are kept for the final report.</summary>
    public bool AwaitsDetails { get; init; }

    /// <summary>Which numbers are drawn in no bands, and why; null where there is no such number.</summary>
    public string? NotDrawn { get; init; }

    /// <param name="publication">With all its breakdowns.</param>
    /// <param name="by">The breakdown to compare groups by; null for the kind of school.</param>
    /// <param name="asked">The questionnaire itself, which knows what might have been shown; null where nobody looks for it.</param>
    /// <exception cref="Refusal">400: the publication is not broken down so.</exception>
    /// <exception cref="ArgumentException">The publication is live: its figures have not been through disclosure control.</exception>
    public static FullReport Of(Publication publication, string questionnaire, string? by = null, Questionnaire? asked = null)
    {
        var content = ReportContent.Of(publication);
        var comparison = Comparison.Of(publication, by);
        if (by is not null && comparison is null)
            throw Refusal.Field(400, "There is no such breakdown.", "by", publication.Breakdowns is { Count: > 0 } there ? $"Must be one of: {string.Join(", ", there.Keys)}." : "This questionnaire has none.");
        return Sparse.Trim(new(
            content,
            questionnaire,
            KeyFigure.Of(content, publication),
            [.. publication.Numbers.Select(pair => NumberBands.Of(pair.Key, pair.Value)).OfType<NumberBands>()],
            TimeBeyond.Of(publication),
            [.. ScaleFigure.Of(publication)],
            Leaving.Of(publication),
            TimeAndNeed.Of(publication),
            comparison,
            Trend.Of(publication),
            Coverage.Of(publication),
            [.. PublishedElsewhere.Of(publication)],
            Method.Of(publication),
            [.. (publication.Breakdowns ?? new Dictionary<string, Breakdown>()).Values.Select(breakdown => (breakdown.Question, breakdown.Label))])
        {
            NotDrawn = NumberBands.NotDrawn(publication, asked),
            AwaitsDetails = publication.AwaitsDetails,
        }, keepComparison: by is not null);
    }
}
