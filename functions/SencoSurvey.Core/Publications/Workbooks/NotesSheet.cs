using SencoSurvey.Core.Reports;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>How to read the figures: the report's own notes, and those that a table needs besides.</summary>
internal static class NotesSheet
{
    public const string Name = "Notes";

    private static readonly IReadOnlyList<Column<ReportNote>> Columns =
    [
        new("Term", 28, note => Cell.Text(note.Term)),
        new("Meaning", 100, note => Cell.Text(note.Text)),
    ];

    public static Sheet Of(Publication publication, RoundDefinition round) => new(
        Name,
        "Symbols and terms, who answered, and what is hidden.",
        [Cell.Title("Notes"), Cell.Text("This worksheet contains one table.")],
        Table.Of(Name, Columns, [.. Symbolic, .. Live(publication), .. Hiding(round), .. ReportWords.Waiting(publication), .. ReportWords.Notes(publication), .. Numbers, .. Beside(publication)]));

    private static IEnumerable<ReportNote> Symbolic =>
    [
        new(Cell.SymbolOf(Symbols.Confidential), "Confidential: the figure is hidden, because people could be recognised from it, or because a hidden one could be worked out from it."),
        new(Cell.SymbolOf(Symbols.NotApplicable), "Nobody answered, or the figure does not apply: there is nothing to take it of."),
    ];

    private static IEnumerable<ReportNote> Live(Publication publication) => publication.Live
        ? [new("Live figures", "These were worked out before disclosure control: nothing is hidden, and what is said here of hidden figures is true of publications only. They are for the survey’s coordinator alone.")]
        : [];

    private static IEnumerable<ReportNote> Hiding(RoundDefinition round) =>
    [
        new(
            "What is hidden",
            $"{Small(round.MinimumCell)}The options of a question are shown all or none. A breakdown shows its largest groups of {ReportFormat.Responses(round.MinimumBase)} or more, and all others together where they are as many; in a group, an answer that nobody gave, or everybody, is hidden too. The smallest and the largest answer are shown only where enough people share them or where they point at nobody, and the 10th and 90th percentile only where enough answers lie beyond, the standard deviation from {ReportFormat.Responses(2 * round.MinimumBase)} on, and for no group. Coefficients have two decimals. A ratio, such as minutes for each pupil, is in whole units, from 100 on in two digits. By what is known of SENCOs alone, such as their years in the role, there are no numbers of pupils."),
    ];

    private static IEnumerable<ReportNote> Numbers =>
    [
        new("Numbers", "Cells hold unrounded numbers and show percentages with one decimal, whole numbers with none, others with two. Percentiles and quartiles are interpolated between answers (type 7); the standard deviation is that of a sample."),
        new("Correlations", "Pearson’s coefficient with Fisher’s 95% interval, and the rank coefficients of Spearman and Kendall (tau-b), from -1 to 1. None says what causes what."),
        new("Published figures", "Figures from elsewhere were asked in other words, of other people: each stands with its own base, wording and source, and differences from it are no trend."),
    ];

    private static IEnumerable<ReportNote> Beside(Publication publication)
    {
        if (publication.Representation is { } represented) yield return new("How like all schools", represented.Reading);
        if (publication.Indicators.Values.Any(figure => figure.Weighted is not null))
            yield return new("Weighted figures", "Each group of schools, of one kind and size where the table of both shows the share, counts for as much as there are of it. The effective base is how many equally counted responses would be as sure (Kish), and the interval is on that. Shares of some alone, such as those leaving, are not weighted.");
        if (publication.Indicators.Values.Concat(publication.By?.Groups.SelectMany(group => group.Indicators.Values) ?? []).Any(figure => figure.Others is not null))
            yield return new("Differences", "In percentage points, with Newcombe’s 95% interval. A direction is named only where the interval leaves no other; that no difference is clear does not say that there is none. Where nothing differs, one in twenty of many such comparisons still comes out as clear.");
        if (publication.Indicators.Values.Any(figure => figure.Previous?.Reading is not null))
            yield return new("The round before", "Compared where question, answers and those who are asked it are the same; else the reading says so. Many schools are in both rounds, which the interval of all who answered does not know of: it is rather too wide. That of the same schools is Newcombe’s for paired proportions.");
    }

    private static string Small(int minimumCell) => minimumCell > 1
        ? $"No percentage is shown where fewer than {minimumCell} people, but at least one, are counted or are left over. "
        : "";
}
