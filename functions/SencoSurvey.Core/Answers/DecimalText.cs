using System.Globalization;

namespace SencoSurvey.Core.Answers;

internal static class DecimalText
{
    /// <summary>Reads a number as it was typed; not one so small that a decimal rounds it to 0, like <c>1e-30</c>.</summary>
    /// <param name="longest">Longer numbers are typing accidents or attacks.</param>
    public static bool TryRead(string text, int longest, out decimal number)
    {
        number = 0;
        return text.Length <= longest
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && (number != 0 || !text.Split('e', 'E')[0].ContainsAnyInRange('1', '9'));
    }
}
