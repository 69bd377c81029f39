namespace SencoSurvey.Core.Tests.Statistics;

/// <summary>The same statistics from their textbook definitions, slowly and without sharing a line with the code under test.</summary>
internal static class Naive
{
    /// <summary>Type 7: the value at position (n - 1) × share, on the line between its neighbours.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        var position = (sorted.Count - 1) * share;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    public static double StandardDeviation(IReadOnlyCollection<double> values) =>
        Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Count - 1));

    public static double Pearson(IReadOnlyList<(double X, double Y)> pairs)
    {
        var (meanX, meanY) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        return pairs.Sum(pair => (pair.X - meanX) * (pair.Y - meanY))
            / Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.X - meanX, 2)) * pairs.Sum(pair => Math.Pow(pair.Y - meanY, 2)));
    }

    /// <summary>Pearson's r of the ranks; a rank is 1 + how many are less + half of how many others are equal.</summary>
    public static double Spearman(IReadOnlyList<(double X, double Y)> pairs) =>
        Pearson([.. pairs.Select(pair => (Rank(pair.X, pairs.Select(other => other.X)), Rank(pair.Y, pairs.Select(other => other.Y))))]);

    /// <summary>Every two pairs compared.</summary>
    public static double KendallTauB(IReadOnlyList<(double X, double Y)> pairs)
    {
        double agreement = 0, untiedX = 0, untiedY = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (x, y) = (Math.Sign(pairs[i].X - pairs[j].X), Math.Sign(pairs[i].Y - pairs[j].Y));
                agreement += x * y;
                untiedX += x * x;
                untiedY += y * y;
            }
        }

        return agreement / Math.Sqrt(untiedX * untiedY);
    }

    private static double Rank(double value, IEnumerable<double> all) => all.Sum(other => other < value ? 1 : other == value ? 0.5 : 0) + 0.5;
}
