using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>
/// How many responses are in each pair of groups of two breakdowns, and the indicators of each pair; those in no group of a breakdown are a row or column of their own, the last.
/// Only pairs that somebody is in take room.
/// </summary>
public sealed class CrossTally
{
    private readonly int columns;
    private readonly int counts;

    /// <param name="indicators">How many the questionnaire has.</param>
    internal CrossTally(Crossing crossing, int indicators)
    {
        Crossing = crossing;
        columns = crossing.Columns.Groups.Count + 1;
        counts = 1 + (3 * indicators);
        Cells = new long[(crossing.Rows.Groups.Count + 1) * columns][];
    }

    public Crossing Crossing { get; }

    /// <summary>Row by row; null where nobody is. In each the responses, then of each indicator in the questionnaire's order who met it, its base and who is missing.</summary>
    internal long[]?[] Cells { get; }

    /// <summary>The same people in a table of fewer cells.</summary>
    /// <param name="rowOf">Into which row each row goes, the last of those in no group too.</param>
    /// <param name="columnOf">As <paramref name="rowOf"/>.</param>
    /// <returns>Row by row.</returns>
    internal CrossCell[] Merged(int[] rowOf, int[] columnOf, int rows, int columns)
    {
        var merged = Array.ConvertAll(new CrossCell[rows * columns], _ => new CrossCell(new long[counts]));
        for (var place = 0; place < Cells.Length; place++)
        {
            if (Cells[place] is { } cell) Add(merged[(rowOf[place / this.columns] * columns) + columnOf[place % this.columns]].Counts, cell);
        }

        return merged;
    }

    /// <summary>The counts of a cell, to be changed.</summary>
    internal long[] CellAt(int place) => Cells[place] ??= new long[counts];

    internal void Add(string? row, string? column, ReadOnlySpan<ShareCount> shares)
    {
        var cell = CellAt((Place(Crossing.Rows, row) * columns) + Place(Crossing.Columns, column));
        cell[0]++;
        for (var i = 0; i < shares.Length; i++)
        {
            cell[1 + (3 * i)] += shares[i].Met;
            cell[2 + (3 * i)] += shares[i].Base;
            cell[3 + (3 * i)] += shares[i].Missing;
        }
    }

    internal void Merge(CrossTally other)
    {
        for (var place = 0; place < Cells.Length; place++)
        {
            if (other.Cells[place] is { } theirs) Add(CellAt(place), theirs);
        }
    }

    private static void Add(long[] to, long[] counts)
    {
        for (var i = 0; i < to.Length; i++) to[i] += counts[i];
    }

    private static int Place(Grouping by, string? group)
    {
        for (var i = 0; i < by.Groups.Count; i++)
        {
            if (by.Groups[i].Id == group) return i;
        }

        return by.Groups.Count;
    }
}
