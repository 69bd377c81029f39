namespace SencoSurvey.Core.Publications;

/// <summary>What stands for a statistic that a number lacks though the number itself is shown: in the table, the workbook and on the page.</summary>
public static class TidySymbols
{
    /// <summary>Of fewer answers the median has no interval: see <see cref="Statistics.MedianInterval"/>.</summary>
    private const long LeastForInterval = 6;

    /// <param name="statistic">As tidy rows call it.</param>
    /// <param name="mean">The number's. Total, mean and standard deviation are hidden together, so where it is shown a total that is missing means nothing (a ratio's), and so does the deviation of one answer.</param>
    public static string Of(string statistic, double? mean) => statistic is "total" or "mean" or "sd" && mean is not null ? Symbols.NotApplicable : Symbols.Confidential;

    /// <summary>Of the bounds of a median that is shown: they are two people's answers.</summary>
    /// <param name="n">How many answered.</param>
    internal static string OfMedianBounds(long? n) => n < LeastForInterval ? Symbols.NotApplicable : Symbols.Confidential;
}
