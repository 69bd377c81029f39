namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>Tables of two questions: what each allows to be said, and the tables themselves where they are shown.</summary>
internal static class AssociationSheets
{
    private const double Label = 44;
    private const double Figure = 14;

    public static IEnumerable<Sheet> Of(Publication publication)
    {
        if (publication.Associations is not { Count: > 0 } associations) yield break;
        var place = publication.ScopeName;
        yield return Sheet.WithTable("Associations", $"Whether two questions go together, {place}", "Tests of tables of two questions, and what they allow to be said.", Tests, associations);
        var lines = associations.SelectMany(association => association.Rows.SelectMany(row => row.Options.Select(option => new AssociationLine(association, row, option)))).ToList();
        if (lines.Count > 0) yield return Sheet.WithTable("Association_tables", $"How each group answered, {place}", "The tables of two questions: how each group answered.", Lines, lines);
    }

    private static readonly IReadOnlyList<Column<AssociationFigure>> Tests =
    [
        new("Questions", 60, figure => Cell.Text(figure.Label)),
        new("Responses", Figure, figure => Cell.Count(figure.N, figure.Status)),
        new("Chi-squared", Figure, figure => Cell.Decimal(figure.ChiSquared, figure.Status)),
        new("Degrees of freedom", Figure, figure => Cell.Count(figure.DegreesOfFreedom, figure.Status)),
        new("p", Figure, figure => Cell.Decimal(figure.P, figure.Status)),
        new("Cramér’s V", Figure, figure => Cell.Decimal(figure.CramersV, figure.Status)),
        new("Reading", 70, figure => Cell.Text(figure.Reading)),
    ];

    private static readonly IReadOnlyList<Column<AssociationLine>> Lines =
    [
        new("Questions", 60, line => Cell.Text(line.Table.Label)),
        new("Group", Label, line => Cell.Text(line.Group.Label)),
        new("Answer", Label, line => Cell.Text(line.Option.Label)),
        .. FigureColumns.OfOption<AssociationLine>(line => line.Option, line => line.Group.N),
    ];

    private sealed record AssociationLine(AssociationFigure Table, AssociationRow Group, OptionFigure Option);
}
