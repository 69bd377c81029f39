using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>The table that crosses kinds with sizes of school, and how many schools there are in its cells, row by row. Schools of unknown kind or size are in none.</summary>
internal sealed record SchoolCrossing(CrossedFigures Table, IReadOnlyList<long> Schools)
{
    /// <summary>The breakdowns that are crossed.</summary>
    public static IReadOnlyList<string> By { get; } = [SchoolPhases.QuestionId, SchoolSizes.QuestionId];

    /// <returns>Null where the publication does not show such a table, or it has other groups than schools are counted by.</returns>
    public static SchoolCrossing? Of(Publication publication, SchoolCounts schools)
    {
        if (publication.Crossings?.FirstOrDefault(table => By.SequenceEqual([table.Rows, table.Columns])) is not { Responses: not null } table) return null;
        if (!AreKnown(table.RowIds, SchoolPhases.All) || !AreKnown(table.ColumnIds, SchoolSizes.All.Select(size => size.Id))) return null;
        var cells = schools.Groups.Where(group => group.Key.Phase != SchoolPhases.Unknown && group.Key.Size != SchoolSizes.Unknown.Id)
            .ToLookup(group => (Own(table.RowIds, group.Key.Phase), Own(table.ColumnIds, group.Key.Size)), group => group.Value);
        return new SchoolCrossing(table, [.. Places(table).Select(place => cells[place].Sum())]);
    }

    /// <summary>A stratum a cell. A row or column of all others in which there is no school is of people who did not say to which they belong, and left out.</summary>
    /// <returns>Null where the share is hidden in the table, or not in it.</returns>
    public IReadOnlyList<StratumShare>? Strata(string indicator)
    {
        if (Table.Indicators.GetValueOrDefault(indicator) is not { } share) return null;
        var cells = Places(Table).Select((place, index) => (Place: place, Share: new StratumShare(new Stratum($"{place.Row}; {place.Column}", Schools[index], share.Base[index]), share.Count[index]))).ToList();
        return [.. cells.Where(cell => HasSchools(cell.Place.Row, other => other.Row) && HasSchools(cell.Place.Column, other => other.Column)).Select(cell => cell.Share)];

        bool HasSchools(string id, Func<(string Row, string Column), string> of) => id != Breakdown.RestId || cells.Exists(cell => of(cell.Place) == id && cell.Share.Stratum.Population > 0);
    }

    private static IEnumerable<(string Row, string Column)> Places(CrossedFigures table) => table.RowIds.SelectMany(row => table.ColumnIds.Select(column => (row, column)));

    private static bool AreKnown(IEnumerable<string> ids, IEnumerable<string> known) => !ids.Except([.. known, Breakdown.RestId]).Any();

    private static string Own(IReadOnlyList<string> ids, string group) => ids.Contains(group) ? group : Breakdown.RestId;
}
