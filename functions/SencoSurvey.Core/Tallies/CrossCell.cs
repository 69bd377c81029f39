namespace SencoSurvey.Core.Tallies;

/// <summary>The counts of a cell of two crossed breakdowns, or of several together.</summary>
/// <param name="Counts">As <see cref="CrossTally.Cells"/> holds them.</param>
internal readonly record struct CrossCell(long[] Counts)
{
    public long Responses => Counts[0];

    /// <param name="indicator">Its place in the questionnaire.</param>
    public ShareCount Share(int indicator) => new(Counts[1 + (3 * indicator)], Counts[2 + (3 * indicator)], Counts[3 + (3 * indicator)]);

    /// <summary>What is left without some of these people.</summary>
    public CrossCell Less(CrossCell part)
    {
        var left = (long[])Counts.Clone();
        for (var i = 0; i < left.Length; i++) left[i] -= part.Counts[i];
        return new CrossCell(left);
    }
}
