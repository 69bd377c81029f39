namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>Figures that are shown, but not to the last digit: that would tell of a person.</summary>
internal static class Rounding
{
    /// <summary>
    /// Of a ratio. Unrounded it is a fraction whose parts can be told, such as 20 hours for 173 pupils; and since it is published how many pupils with SEND a school has, whose hours they are.
    /// </summary>
    public static NumberFigure ToWholeUnits(NumberFigure figure) => figure with
    {
        Mean = Whole(figure.Mean),
        Sd = Whole(figure.Sd),
        Min = Whole(figure.Min),
        P10 = Whole(figure.P10),
        Q1 = Whole(figure.Q1),
        Median = Whole(figure.Median),
        Q3 = Whole(figure.Q3),
        P90 = Whole(figure.P90),
        Max = Whole(figure.Max),
        MedianLower = Whole(figure.MedianLower),
        MedianUpper = Whole(figure.MedianUpper),
    };

    /// <summary>Of a relationship whose numbers' standard deviations are hidden: with whole numbers, the unrounded coefficient gives them away.</summary>
    public static RelationshipFigure ToTwoDecimals(RelationshipFigure figure) => figure with
    {
        Pearson = Hundredths(figure.Pearson),
        PearsonLower = Hundredths(figure.PearsonLower),
        PearsonUpper = Hundredths(figure.PearsonUpper),
        Spearman = Hundredths(figure.Spearman),
        Kendall = Hundredths(figure.Kendall),
    };

    private static double? Whole(double? value) => value is { } known ? Math.Round(known, MidpointRounding.AwayFromZero) : null;

    private static double? Hundredths(double? value) => value is { } known ? Math.Round(known, 2) : null;
}
