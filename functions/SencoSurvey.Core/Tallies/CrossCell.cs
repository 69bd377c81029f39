namespace SencoSurvey.Core.Tallies;

/// <summary>The counts of a cell of two crossed breakdowns, or of several together.</summary>
/// <param name="Counts">As <see cref="CrossTally.Cells"/> holds them; not to be changed.</param>
internal readonly record struct CrossCell(long[] Counts)
{
    public long Responses => Counts[0];

    /// <param name="indicator">Its place in the questionnaire.</param>
    public ShareCount Share(int indicator) => new(Counts[1 + (3 * indicator)], Counts[2 + (3 * indicator)], Counts[3 + (3 * indicator)]);

    public static CrossCell operator +(CrossCell one, CrossCell other) => new([.. one.Counts.Zip(other.Counts, (a, b) => a + b)]);

    public static CrossCell operator -(CrossCell one, CrossCell other) => new([.. one.Counts.Zip(other.Counts, (a, b) => a - b)]);
}
