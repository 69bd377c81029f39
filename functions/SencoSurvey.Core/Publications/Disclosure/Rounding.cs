namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>Figures that are shown, but not to the last digit: that would tell of a person.</summary>
internal static class Rounding
{
    /// <summary>
    /// Of a ratio. Unrounded it is a fraction whose parts can be told, such as 20 hours for 173 pupils; and since it is published how many pupils with SEND a school has, whose hours they are.
    /// </summary>
    public static NumberFigure ToTwoDigits(NumberFigure figure) => figure with
    {
        Mean = TwoDigits(figure.Mean),
        Sd = TwoDigits(figure.Sd),
        Min = TwoDigits(figure.Min),
        P10 = TwoDigits(figure.P10),
        Q1 = TwoDigits(figure.Q1),
        Median = TwoDigits(figure.Median),
        Q3 = TwoDigits(figure.Q3),
        P90 = TwoDigits(figure.P90),
        Max = TwoDigits(figure.Max),
        MedianLower = TwoDigits(figure.MedianLower),
        MedianUpper = TwoDigits(figure.MedianUpper),
    };

    /// <summary>
    /// Of a relationship. Answers are whole numbers, of hours whole quarters: an unrounded coefficient is true of one sum of products only. With total and deviation of both numbers that gives the answer of the
    /// one SENCO who left the other number out, and where a deviation is hidden, that.
    /// </summary>
    public static RelationshipFigure ToTwoDecimals(RelationshipFigure figure) => figure with
    {
        Pearson = Hundredths(figure.Pearson),
        PearsonLower = Hundredths(figure.PearsonLower),
        PearsonUpper = Hundredths(figure.PearsonUpper),
        Spearman = Hundredths(figure.Spearman),
        Kendall = Hundredths(figure.Kendall),
    };

    /// <summary>In whole units below 100, and above with two digits: 7, 42, 220.</summary>
    private static double? TwoDigits(double? value)
    {
        if (value is not { } known) return null;
        var unit = Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(known))) - 1));
        return unit * Math.Round(known / unit, MidpointRounding.AwayFromZero);
    }

    private static double? Hundredths(double? value) => value is { } known ? Math.Round(known, 2) : null;
}
