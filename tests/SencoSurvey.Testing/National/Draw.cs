using System.Globalization;

namespace SencoSurvey.Testing.National;

/// <summary>Numbers that look drawn at random and are the same on every machine and every day.</summary>
internal static class Draw
{
    /// <param name="number">Of the response.</param>
    /// <param name="topic">What is drawn: other topics of the same response have nothing to do with it.</param>
    /// <returns>From 0 up to, but not, 1.</returns>
    public static double Of(int number, string topic)
    {
        var mixed = topic.Aggregate((ulong)number + 1, (sum, letter) => Mix(sum ^ letter));
        return (Mix(mixed) >> 11) * (1.0 / (1UL << 53));
    }

    /// <param name="shares">Of each outcome; the last takes what is left of the whole.</param>
    public static T Of<T>(int number, string topic, params (double Share, T Outcome)[] shares)
    {
        var left = Of(number, topic);
        foreach (var (share, outcome) in shares)
        {
            if (left < share) return outcome;
            left -= share;
        }

        return shares[^1].Outcome;
    }

    /// <summary>In whole numbers; both ends may come out.</summary>
    public static int Between(int number, string topic, int least, int most) => least + (int)(Of(number, topic) * (most - least + 1));

    /// <summary>The numbers with the highest scores: just as many as a margin asks for, whichever those are.</summary>
    public static IReadOnlySet<int> Highest(IEnumerable<int> numbers, int count, Func<int, double> score) => numbers.OrderByDescending(score).ThenBy(number => number).Take(count).ToHashSet();

    /// <summary>As people give hours: in quarters.</summary>
    public static string Quarters(double hours) => (Math.Round(hours * 4) / 4).ToString(CultureInfo.InvariantCulture);

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
