using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.YearOnYear;

/// <summary>The change among the same schools, as it is published.</summary>
public static class PairedChange
{
    /// <summary>What is shown of a scope, by indicator.</summary>
    /// <param name="tally">The scope's.</param>
    /// <param name="shown">The keys of the figures to show: see <see cref="DisclosurePlan.ShownIn"/>.</param>
    public static IReadOnlyDictionary<string, PairedFigure> Of(Tally tally, IReadOnlySet<string> shown) =>
        tally.Panel.Where(panel => panel.Value.Pairs > 0 && shown.Contains(FigureKeys.Paired(panel.Key))).ToDictionary(panel => panel.Key, panel => Of(panel.Value));

    private static PairedFigure Of(PanelTally panel)
    {
        // The difference is of the first less the second: so now comes first.
        var found = ProportionDifference.OfPaired(panel.Both, panel.OnlyNow, panel.OnlyThen, panel.Neither);
        return new PairedFigure(panel.Pairs, 100 * found.Difference, 100 * found.Lower, 100 * found.Upper, $"{DifferenceReading.Of(found, "the round before")} among the same schools");
    }
}
