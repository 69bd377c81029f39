using System.Globalization;

namespace SencoSurvey.Core.Statistics;

/// <summary>What an association of two questions allows to be said, in words that say their own limits.</summary>
public static class AssociationReading
{
    public const string None = "Nothing can be said: too few different answers.";

    public static string Of(Association found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Strength(found)}, {(IsTooSmall(found) ? TooFew(found) : Test(found))} It does not say what causes what.");

    /// <summary>Cochran's rule (1954, https://doi.org/10.2307/3001616): more than a fifth of the cells expect fewer than five, or one expects less than one.</summary>
    private static bool IsTooSmall(Association found) => found.UnderFive > 0.2 || found.SmallestExpected < 1;

    private static string TooFew(Association found) => string.Create(
        CultureInfo.InvariantCulture,
        $"at this number of responses ({found.N:#,0}) not to be built on: there are too few for a test, because some pairs of answers would be expected only {found.SmallestExpected:0.0} times if nothing were linked.");

    private static string Test(Association found)
    {
        var settled = found.P < 0.05;
        var often = found.P < 0.001 ? "fewer than 0.1%" : found.P.ToString("0.0%", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(settled ? "and probably more than chance" : "and not settled")}: with {found.N:#,0} responses, chance alone gives as strong a link in {often} of surveys{(settled ? "." : ", so no link at all is possible too.")}")
            + " Of many such tests where nothing is linked, one in twenty comes out as more than chance.";
    }

    /// <summary>Cohen's bands of w = V·√(k - 1), k being the smaller of rows and columns ("Statistical Power Analysis", 1988, chapter 7): a convention and no more.</summary>
    private static string Strength(Association found) => (found.CramersV * Math.Sqrt(Math.Min(found.Rows, found.Columns) - 1)) switch
    {
        < 0.1 => "Very weak",
        < 0.3 => "Weak",
        < 0.5 => "Moderate",
        _ => "Strong",
    };
}
