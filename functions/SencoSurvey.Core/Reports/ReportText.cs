namespace SencoSurvey.Core.Reports;

/// <summary>A report as plain text, complete in itself.</summary>
public static class ReportText
{
    public static string Of(ReportContent content, Uri link, DateOnly linkExpires, Uri stop)
    {
        var text = new TextColumn();
        text.Paragraph(content.Heading, content.Survey, content.Standing);
        text.Paragraph($"{ReportMailWords.Link}, with tables and data files:", link.AbsoluteUri, ReportMailWords.LinkExpiry(linkExpires));
        Section(text, ReportHeadings.Main, [.. content.Numbers.Where(number => number == content.Hours).Select(Lines), .. content.Headlines.Select(Lines)]);
        Section(text, ReportHeadings.Numbers, content.OtherNumbers.Select(Lines));
        Section(text, ReportHeadings.Choices, content.Choices.Select(Lines));
        Section(text, ReportHeadings.Relationships, content.Relationships.Select(Lines));
        Section(text, ReportHeadings.Associations, content.Associations.Select(Lines));
        Section(text, ReportHeadings.Notes, content.Notes.Select(note => new[] { note.Term, note.Text }));
        text.Heading(ReportHeadings.Why);
        text.Paragraph(ReportMailWords.Why(content));
        text.Paragraph($"{ReportMailWords.Stop}:", stop.AbsoluteUri);
        return text.ToString();
    }

    private static void Section(TextColumn text, string heading, IEnumerable<string[]> items)
    {
        foreach (var (index, lines) in items.Index())
        {
            if (index == 0) text.Heading(heading);
            text.Item(lines);
        }
    }

    private static string[] Lines(ReportHeadline headline) =>
    [
        headline.Label,
        headline.Share is { } share ? $"{ReportFormat.Percent(share.Percent)}: {headline.Reading}" : headline.Reading,
        headline.Wording,
        .. headline.Comparisons,
    ];

    private static string[] Lines(ReportNumber number) =>
        number.Summary is { Total: { } total } ? [number.Label, number.Reading, $"Total {ReportFormat.Number(total)}."] : [number.Label, number.Reading];

    private static string[] Lines(ReportAssociation association) => [association.Label, association.Reading, .. association.Rows.Select(row => row.Reading(association.Options))];

    private static string[] Lines(ReportChoice choice) =>
    [
        choice.Label,
        choice.Reading,
        .. choice.Options.Select(option => $"{option.Label}: {option.Reading}"),
        .. choice.Source is { } source ? new[] { source } : [],
    ];

    private static string[] Lines(ReportRelationship relationship) =>
        relationship.Basis is { } basis ? [relationship.Label, relationship.Reading, $"{basis}."] : [relationship.Label, relationship.Reading];
}
