namespace SencoSurvey.Core.Reports.Sections;

/// <summary>A percentage as people say it: "about half", "nearly three quarters".</summary>
public static class ShareWords
{
    /// <summary>Within this many percentage points of a fraction it is "about" that fraction, and within the next two and a half "just" over it.</summary>
    private const double About = 1;

    private const double Just = 2.5;

    private static readonly (double Percent, string Words)[] Fractions =
    [
        (5, "one in twenty"), (10, "one in ten"), (20, "one in five"), (25, "a quarter"), (30, "three in ten"), (100.0 / 3, "a third"), (40, "two in five"), (50, "half"),
        (60, "three in five"), (200.0 / 3, "two thirds"), (70, "seven in ten"), (75, "three quarters"), (80, "four in five"), (90, "nine in ten"), (95, "nineteen in twenty"),
    ];

    /// <param name="percent">0 to 100.</param>
    public static string Of(double percent) => percent switch
    {
        0 => "none",
        100 => "all",
        < 2.5 => "very few",
        > 97.5 => "nearly all",
        _ => Near(percent),
    };

    private static string Near(double percent)
    {
        var (fraction, words) = Fractions.MinBy(known => Math.Abs(known.Percent - percent));
        var over = percent - fraction;
        return Math.Abs(over) <= About ? $"about {words}" : over < 0 ? $"nearly {words}" : over <= Just ? $"just over {words}" : $"more than {words}";
    }
}
