namespace SencoSurvey.Core.Reports.Mails;

/// <summary>A report's mail as plain text, complete in itself.</summary>
public static class ReportMailText
{
    /// <param name="link">The signed address of the report's page.</param>
    /// <param name="linkExpires">The last day on which it works.</param>
    /// <param name="stop">The signed address at which the reader stops the reports.</param>
    public static string Of(ReportMailContent content, Uri link, DateOnly linkExpires, Uri stop)
    {
        var text = new TextColumn();
        text.Paragraph(content.Heading, content.Survey, content.Standing, ReportMailWords.Caution);
        Section(text, ReportHeadings.Main, content.Figures.Select(Lines));
        if (content.StandsAlone) text.Paragraph(ReportMailWords.NothingBeside);
        if (content.Doubt is { } doubt) text.Paragraph(doubt);
        if (content.TimeAndNeed is { } verdict) Section(text, ReportHeadings.Need, [[verdict]]);
        text.Paragraph($"{ReportMailWords.Link}:", link.AbsoluteUri, ReportMailWords.LinkExpiry(linkExpires));
        if (content.SinceLastReport is { } since) Section(text, ReportMailWords.SinceLastReport, [[since.Reading], .. since.Moved.Select(Lines), .. since.Caution is { } caution ? new[] { new[] { caution } } : []]);
        Section(text, ReportMailWords.SinceLastRound, content.SinceLastRound.Select(Lines));
        if (content.Gaps is { } gaps) Section(text, ReportMailWords.Gaps, [Present(gaps.Reading, gaps.Lowest), .. gaps.Kinds.Select(Lines), .. gaps.HiddenNote is { } note ? new[] { new[] { note } } : []]);
        if (content.Checklist is { } checklist) Section(text, checklist.Title, [[ReportMailWords.Checklist], .. checklist.Items.Select(item => new[] { $"- {item.Text}" }), [checklist.Source]]);
        if (content.Reader == ReportReader.Officer) text.Paragraph(ReportMailWords.Attachment);
        Section(text, ReportMailWords.Asked, content.Asked.Select(Lines));
        Section(text, ReportHeadings.Notes, content.Notes.Select(Lines));
        text.Heading(ReportHeadings.Why);
        text.Paragraph(content.Why);
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

    private static string[] Lines(MailFigure figure) =>
        [figure.Label, .. Present(figure.Value is { } value ? $"{value}{(figure.Unit is { } unit ? $" {unit}" : "")}. {figure.Reading} {figure.Basis}" : figure.Reading, figure.Comparison)];

    private static string[] Lines(MovedFigure figure) => [figure.Label, $"{figure.To} now, {figure.From} then"];

    private static string[] Lines(ResponseGap kind) => [kind.Label, string.Join("; ", Present(
        kind.Schools is { } schools ? $"{ReportFormat.Count(schools)} {(schools == 1 ? "school" : "schools")}" : null,
        kind.Responses is { } responses ? $"responses: {ReportFormat.Count(responses)}" : "responses: –",
        kind.Rate is { } rate ? ReportFormat.Percent(rate) : null))];

    private static string[] Lines(ReportNote note) => [note.Term, note.Text];

    private static string[] Present(params string?[] lines) => [.. lines.OfType<string>()];
}
