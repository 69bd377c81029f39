namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// What can be worked out, by adding and subtracting, from counts of people that are known. A count is a set of kinds of people;
/// it can be worked out when it is a linear combination of known ones.
/// </summary>
internal sealed class KnownCounts(int kinds)
{
    private readonly List<bool[]> counts = [];
    private Echelon? echelon;

    public void Add(bool[] count)
    {
        counts.Add(count);
        echelon = null;
    }

    public bool Gives(bool[] count) => (echelon ??= new Echelon(kinds, counts)).Gives(count);
}
