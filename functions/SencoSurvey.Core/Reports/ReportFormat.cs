using System.Globalization;
using System.Text.RegularExpressions;

namespace SencoSurvey.Core.Reports;

/// <summary>How numbers and dates are written: the same in every report, whatever the machine's culture.</summary>
public static partial class ReportFormat
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>"71.4%": always one decimal.</summary>
    public static string Percent(double value) => value.ToString("0.0", Culture) + "%";

    /// <summary>"+4.1 points", "−2.0 points", "0.0 points", and near to nothing "+0.04 points": of a difference between percentages. A bound that is just beyond 0 must not look as if it were 0.</summary>
    public static string Points(double value)
    {
        var digits = Math.Round(value, 1) == 0 && Math.Round(value, 2) != 0 ? 2 : 1;
        return $"{(Math.Round(value, digits) switch { > 0 => "+", < 0 => "−", _ => "" })}{Math.Abs(value).ToString(digits == 2 ? "0.00" : "0.0", Culture)} points";
    }

    /// <summary>"3.25", "12", "1,440", "−2.5": two decimals at most, none that is nought.</summary>
    public static string Number(double value) => Signed(value, "#,0.##");

    public static string Count(long value) => value.ToString("#,0", Culture);

    /// <summary>"1 response", "21 responses".</summary>
    public static string Authorities(int value) => value == 1 ? "1 local authority" : $"{Count(value)} local authorities";

    public static string Responses(long value) => value == 1 ? "1 response" : $"{Count(value)} responses";

    /// <summary>"none missing", "2 missing".</summary>
    public static string Missing(long value) => value == 0 ? "none missing" : $"{Count(value)} missing";

    /// <summary>"0.36", "−0.09".</summary>
    public static string Coefficient(double value) => Signed(value, "0.00");

    /// <summary>"0.042".</summary>
    public static string Probability(double value) => value.ToString("0.000", Culture);

    /// <summary>"31 December 2016".</summary>
    public static string Date(DateOnly value) => value.ToString("d MMMM yyyy", Culture);

    /// <summary>A sentence that was put together for programs too, with minus signs as <see cref="Points"/> has them: a hyphen before a digit is one where no letter or digit comes before it.</summary>
    internal static string WithMinusSigns(string text) => HyphenForMinus().Replace(text, "−");

    /// <summary>A coordinate for drawing: "71.43%".</summary>
    public static string Coordinate(double percent) => Math.Clamp(percent, 0, 100).ToString("0.##", Culture) + "%";

    /// <summary>With a minus sign, which is as wide as a plus and is read out, and without one where all digits are nought.</summary>
    private static string Signed(double value, string format)
    {
        var digits = Math.Abs(value).ToString(format, Culture);
        return value < 0 && digits.AsSpan().ContainsAnyInRange('1', '9') ? $"−{digits}" : digits;
    }

    [GeneratedRegex(@"(?<![\w-])-(?=\d)")]
    private static partial Regex HyphenForMinus();
}

/// <summary>A range for the eye and one for the ear: screen readers pass over a dash.</summary>
public readonly record struct ReportRange(string Shown, string Spoken)
{
    /// <summary>"50.0–86.2%" and "from 50.0% to 86.2%".</summary>
    public static ReportRange OfPercent(double lower, double upper) =>
        new($"{ReportFormat.Percent(lower)[..^1]}–{ReportFormat.Percent(upper)}", $"from {ReportFormat.Percent(lower)} to {ReportFormat.Percent(upper)}");

    /// <summary>"2.5–12", and where a dash would look like a sign "−2 to 3.5".</summary>
    public static ReportRange OfNumber(double lower, double upper) =>
        new($"{ReportFormat.Number(lower)}{(lower < 0 ? " to " : "–")}{ReportFormat.Number(upper)}", $"from {ReportFormat.Number(lower)} to {ReportFormat.Number(upper)}");
}
