using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports;

/// <summary>What a report says: the page, the email and its plain text all take their words and figures from here.</summary>
/// <param name="Round">The round's id.</param>
/// <param name="Scope">The scope's id, for example <c>la/813</c>.</param>
/// <param name="Survey">The round's title.</param>
/// <param name="Heading">What the report is about.</param>
/// <param name="Standing">Whether the figures are final, what they rest on, and when they were published.</param>
/// <param name="Main">The ids of the figures that lead: at most <see cref="MainFigures.Most"/>.</param>
/// <param name="Headlines">Those of them that are percentages.</param>
public sealed record ReportContent(
    string Round,
    string Scope,
    string Survey,
    string ScopeName,
    string Heading,
    string Standing,
    bool Final,
    long Responses,
    DateOnly PublishedOn,
    IReadOnlyList<string> Main,
    IReadOnlyList<ReportHeadline> Headlines,
    IReadOnlyList<ReportNumber> Numbers,
    IReadOnlyList<ReportChoice> Choices,
    IReadOnlyList<ReportRelationship> Relationships,
    IReadOnlyList<ReportAssociation> Associations,
    IReadOnlyList<ReportNote> Notes)
{
    /// <summary>The hours that SENCOs are given: the number that leads, where it was asked.</summary>
    public ReportNumber? Hours => Numbers.FirstOrDefault(number => number.Id == MainFigures.Hours);

    /// <summary>All numbers but the one that leads.</summary>
    public IEnumerable<ReportNumber> OtherNumbers => Numbers.Where(number => number != Hours);

    /// <summary>The choices whose counts were published elsewhere.</summary>
    public IEnumerable<ReportChoice> FromElsewhere => Choices.Where(choice => choice.Source is not null);

    /// <exception cref="ArgumentException">The publication is live: its figures have not been through disclosure control.</exception>
    public static ReportContent Of(Publication publication)
    {
        if (publication.Live) throw new ArgumentException("Live figures have not been through disclosure control and go into no report.", nameof(publication));
        var publishedOn = UkDate.Of(publication.PublishedAt);
        var main = MainFigures.Of(publication);
        return new ReportContent(
            publication.Round,
            publication.Scope,
            publication.Title,
            publication.ScopeName,
            $"SENCO time in {publication.ScopeName}",
            ReportWords.Standing(publication, publishedOn),
            publication.Final,
            publication.Base.Responses,
            publishedOn,
            main,
            [.. main.Where(publication.Indicators.ContainsKey).Select(id => ReportHeadline.Of(id, publication.Indicators[id]))],
            [.. publication.Numbers.Select(pair => ReportNumber.Of(pair.Key, pair.Value))],
            [.. publication.Choices.Select(pair => ReportChoice.Of(pair.Key, pair.Value))],
            [.. publication.Relationships.Select(ReportRelationship.Of)],
            [.. (publication.Associations ?? []).Select(ReportAssociation.Of)],
            ReportWords.Notes(publication));
    }
}
