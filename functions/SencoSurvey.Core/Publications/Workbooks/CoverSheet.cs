using SencoSurvey.Core.Reports;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>What the workbook is, who published it and when, and what it rests on: one column, read from top to bottom.</summary>
internal static class CoverSheet
{
    public static Sheet Of(Publication publication, WorkbookPublisher publisher) => new(
        "Cover",
        "What this workbook is.",
        [
            Cell.Title(PublicationWorkbook.Title(publication)),
            Cell.Text($"Statistics of a survey of the workload of special educational needs co-ordinators (SENCOs) in {publication.ScopeName}, round {publication.Round}."),
            Cell.Heading("Standing"),
            Cell.Text($"{PublicationWorkbook.Standing(publication)}."),
            Cell.Heading("What it rests on"),
            .. Base(publication).Select(Cell.Text),
            Cell.Heading("Who published it"),
            Cell.Text(publisher.Name),
            Cell.Link(publisher.Contact, $"mailto:{publisher.Contact}"),
            Cell.Link("How the figures are made", new Uri(publisher.Site, "/methodology").AbsoluteUri),
            Cell.Link("The pages of the survey", new Uri(publisher.Site, $"/survey/{publication.Round}").AbsoluteUri),
            Cell.Heading("In this workbook"),
            Cell.Link("All worksheets, with links to each, are listed in the worksheet Contents.", $"#{ContentsSheet.Name}"),
            Cell.Link("How to read the figures is explained in the worksheet Notes.", $"#{NotesSheet.Name}"),
        ]);

    private static IEnumerable<string> Base(Publication publication)
    {
        var (responses, authorities, invited, _, minimum) = publication.Base;
        yield return $"{ReportFormat.Responses(responses)} from {ReportFormat.Authorities(authorities)}.";
        if (invited is > 0 and var schools) yield return $"{ResponseRateWords.OfInvited(responses, schools)}.";
        yield return $"Figures are published of {ReportFormat.Responses(minimum)} or more. SENCOs chose for themselves whether to answer.";
    }
}
