namespace SencoSurvey.Core.Publications;

/// <summary>All statistics of one measure, of one of its options or groups: a row of a table that has a column for each statistic.</summary>
/// <param name="Rows">At least one; they differ in their statistic alone.</param>
internal sealed record TidyFigure(IReadOnlyList<TidyRow> Rows)
{
    /// <summary>For what all of them share: the measure, its count, base and missing answers.</summary>
    public TidyRow Shared => Rows[0];

    /// <summary>The statistic's row; null where the measure has none of that name.</summary>
    public TidyRow? Find(string statistic) => Rows.FirstOrDefault(row => row.Statistic == statistic);

    /// <summary>In the publication's order.</summary>
    public static IEnumerable<TidyFigure> Of(Publication publication) =>
        TidyRows.Of(publication).GroupBy(row => (row.Kind, row.Measure, row.Option, row.By, row.Group)).Select(rows => new TidyFigure([.. rows]));
}
