using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Publications.Comparisons;

/// <summary>Sets a share beside that of all others of a whole. Both are published, so the others follow from them by subtraction and give nothing away.</summary>
internal static class Others
{
    /// <param name="these">The share of some.</param>
    /// <param name="whole">The same share of all, among whom they are; null where there is none.</param>
    /// <param name="minimumBase">Neither they nor the others may be fewer.</param>
    /// <param name="who">The others, in words.</param>
    /// <param name="among">What stands between "higher than" and the others: "among", "in".</param>
    /// <param name="briefly">The others, as the reading calls them.</param>
    /// <returns>Null where one of the two is hidden, either side is too few, or the one cannot be a part of the other.</returns>
    public static OthersShare? Of(IndicatorFigure these, IndicatorFigure? whole, int minimumBase, string who, string among, string briefly)
    {
        if (these is not { Status: null, Count: { } count, Base: { } total } || whole is not { Status: null, Count: { } countOfAll, Base: { } all }) return null;
        var (otherCount, others) = (countOfAll - count, all - total);
        if (total < minimumBase || others < minimumBase || otherCount < 0 || otherCount > others) return null;
        var found = ProportionDifference.OfIndependent(count, total, otherCount, others);
        return new OthersShare(
            who, otherCount, others, 100.0 * otherCount / others, 100 * found.Difference, 100 * found.Lower, 100 * found.Upper, DifferenceReading.Of(found, briefly, among));
    }
}
